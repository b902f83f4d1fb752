// The packed vocabulary says of every listed word what its list says, and little of words that no list has.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { entries, generate, generateTowns } from '../../../extension/src/find/vocabulary/generate.mjs';
import { placesIn } from '../../../extension/src/find/places.js';
import * as words from '../../../extension/src/find/words.js';
import { rng } from '../../corpus/texts.mjs';

test('hashed.js is what generate.mjs writes', () => {
  assert.equal(fs.readFileSync(new URL('../../../extension/src/find/vocabulary/hashed.js', import.meta.url), 'utf8'), generate());
});

test('gazetteer.js is what generate.mjs writes, and every town is found', () => {
  const here = name => fs.readFileSync(new URL(`../../../extension/src/find/vocabulary/${name}`, import.meta.url), 'utf8');
  assert.equal(here('gazetteer.js'), generateTowns());
  for (const line of here('towns.txt').trim().split('\n')) for (const town of line.slice(3).split(';')) {
    const found = placesIn(`…, ${town}.`, 'en');
    assert.ok([...found.values()].flat().some(name => name.startsWith(town.slice(0, 4))), `${line.slice(0, 2)} ${town}`);
  }
});

test('every word, pair and unit is found as listed', () => {
  const all = entries();
  for (const [word, kind] of all.word) assert.equal(words.kindOf(kind === 'INITIALS' ? word.toUpperCase() : word), words[kind === 'INITIALS' ? 'OTHER' : kind], word);
  for (const [stem, kind] of all.stem) if (!all.word.has(stem)) assert.notEqual(words.kindOf(stem), words.NONE, `${stem} ${kind}`);
  for (const [pair, kind] of all.pair) assert.equal(words.kindOfPair(pair), words[kind], pair);
  for (const unit of all.unit.keys()) assert.ok(words.isUnit(unit), unit);
});

test('hardly an unknown word is taken for a known one', () => {
  const r = rng(7);
  let known = 0;
  for (let i = 0; i < 20000; i++) {
    let word = 'zq';
    for (let k = 0; k < 7; k++) word += String.fromCharCode(97 + r() * 26);
    if (words.kindOf(`${word}xq`)) known++;
  }
  assert.ok(known < 2, String(known));
  for (const word of ['desde', 'hasta', 'avec', 'zwischen']) assert.equal(words.kindOf(word), words.NONE, word);
});
