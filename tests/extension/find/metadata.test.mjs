// The slim metadata against the full library: fresh, and agreeing on every example number of every region and type.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { automaton } from '../../../extension/src/find/metadata/digit-automaton.mjs';
import { generate } from '../../../extension/src/find/metadata/generate.mjs';
import { e164, parseNational, parseWithCode, regionNames, regionOf } from '../../../extension/src/find/plan.js';

const require = createRequire(import.meta.url);
const full = require('libphonenumber-js/metadata.max.json'), mobiles = require('libphonenumber-js/examples.mobile.json');
const digits = text => Uint8Array.from(text, Number);

/** A few numbers that a pattern accepts: the first, the last and two between, by every length. */
function examples(pattern) {
  const a = automaton(pattern), out = [];
  for (let length = 1; length < 18; length++) {
    if (!(a.lengths(a.start) >> length & 1)) continue;
    for (const turn of [0, 1, 3, 7]) {
      let state = a.start, text = '';
      for (let left = length; left > 0; left--) {
        const open = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter(d => a.lengths(a.step(state, d)) >> (left - 1) & 1);
        const d = open[(turn * (left + 3)) % open.length];
        text += d;
        state = a.step(state, d);
      }
      out.push(text);
    }
  }
  return out;
}

test('plans.js is what generate.mjs writes', () => {
  assert.equal(fs.readFileSync(new URL('../../../extension/src/find/metadata/plans.js', import.meta.url), 'utf8'), generate());
});

test('every region of the library has a plan', () => assert.deepEqual(regionNames().sort(), Object.keys(full.countries).sort()));

test('every type of every region: numbers the library accepts are accepted, with the same E.164', () => {
  let compared = 0;
  const wrong = [];
  for (const [name, data] of Object.entries(full.countries)) {
    for (const type of data[11] ?? []) {
      for (const national of type ? examples(type[0]) : []) {
        const expected = parsePhoneNumberFromString(`+${data[0]}${national}`);
        if (!expected?.isValid()) continue;
        compared++;
        const text = `${data[0]}${national}`, got = parseWithCode(digits(text), 0, text.length, 'plus');
        if (!got || e164(got) !== expected.number) wrong.push(`${name} ${text} ${expected.number} ${got && e164(got)}`);
      }
    }
  }
  assert.ok(compared > 4000, String(compared));
  assert.deepEqual(wrong, []);
});

test('every mobile example, as dialled inside its country', () => {
  for (const [name, national] of Object.entries(mobiles)) {
    const number = parsePhoneNumberFromString(national, name), text = number.formatNational().replace(/\D/g, '');
    const expected = parsePhoneNumberFromString(text, name);
    if (!expected?.isValid()) continue;
    const got = parseNational(regionOf(name), digits(text), 0, text.length);
    assert.equal(got && e164(got), expected.number, `${name} ${text}`);
  }
});
