// What is fuzzed in JavaScript. A target takes any bytes and may throw nothing; total.test.mjs runs each over the kept inputs.
import './browser.mjs';
import assert from 'node:assert/strict';
import { hold, misleads } from '../../extension/src/background/guard.js';
import { digitValue } from '../../extension/src/find/chars.js';
import { explain } from '../../extension/src/find/explain.js';
import { mayContainNumber } from '../../extension/src/find/gate.js';
import { findNumbers } from '../../extension/src/find/index.js';
import { uriOfHref } from '../../extension/src/page/adopt.js';
import { codedError } from '../../extension/src/shared/errors.js';
import { DEFAULTS } from '../../extension/src/shared/settings.js';
import { parseUri } from '../../extension/src/shared/uri.js';

const LONG = 60_000;
const KEYS = '22233344455566677778889999';
const E164 = /^\+[1-9]\d{4,16}$/;

/** The parts of an input stand between zero bytes. @param {Uint8Array} data */
const parts = data => Buffer.from(data).toString('utf8').split('\0');

/** text, region, language, sensitivity, text before, text after, header. @param {Uint8Array} data */
export function find(data) {
  const [text, region = '', lang, sensitivity, before, after, header] = parts(data);
  const options = {
    ...(region && { region }), lang, sensitivity: /** @type {any} */ (sensitivity), ...(before !== undefined && { context: { before, after, header } }),
  };
  const found = findNumbers(text, options);
  sound(text, found);
  assert.deepEqual(findNumbers(text, options), found, 'a second look finds something else');
  if (found.length) assert.ok(mayContainNumber(text), 'the gate does not let through what has a number');
  for (const other of ['US', 'DE', 'IT', 'ZZ', null]) sound(text, findNumbers(text, { ...options, region: other }));
  if (before === undefined) {
    const taken = explain(text, options).filter(one => one.taken).map(({ start, end, e164 }) => ({ start, end, e164 }));
    assert.deepEqual(taken, found.map(({ start, end, e164 }) => ({ start, end, e164 })), 'explain() says something else');
  }
  // Twice as long an input at most doubles the work: quadratic work would pass the limit of a second.
  if (data.length && data[0] % 64 === 0) findNumbers(text.repeat(1 + LONG / (text.length + 1)), options);
}

/** text of a link, its address, settings' region, post-dial digits. @param {Uint8Array} data */
export function guard(data) {
  const [shown, href = '', region = 'IT', postDial] = parts(data);
  const uri = uriOfHref(href) ?? href;
  const request = { uri, shown, adopted: true, ...(postDial && { postDial }) };
  const settings = { ...DEFAULTS, defaultRegion: region };
  const held = hold(request, settings);
  let call = null;
  try {
    call = parseUri(uri);
  } catch (error) {
    codedError(/** @type {Error} */ (error).name);
  }
  assert.ok(call || (held && !held.ok && held.error.code), 'what is no call is held with a coded error');
  if (!call) return;
  assert.ok(!/[*#]/.test(call.number ?? ''), 'a service code');
  const yes = hold({ ...request, confirmed: true }, settings);
  assert.ok(!yes || (!yes.ok && !yes.ask), 'a yes is not asked again');
  if (call.number) assert.equal(misleads(call.number, call.number, region), false, 'a number misleads about itself');
}

/** @param {string} text @param {import('../../extension/src/find/index.js').Found[]} found */
function sound(text, found) {
  let last = 0;
  for (const number of found) {
    const { start, end, e164, ext, sip } = number;
    assert.ok(Number.isInteger(start) && start >= last && end > start && end <= text.length, 'out of order or range');
    last = end;
    if (sip) {
      assert.equal(e164, null);
      continue;
    }
    assert.match(e164 ?? '', E164);
    assert.ok(ext === null || /^\d{1,15}$/.test(ext), 'no extension');
    const raw = digitsOf(text.slice(start, end));
    const tail = /** @type {string} */ (e164).slice(-4);
    assert.ok(raw.includes(tail), `${e164} does not end in digits of ${JSON.stringify(text.slice(start, end))}`);
  }
}

/** The digits of a text of any script; letters are those of a telephone's keys. @param {string} text */
function digitsOf(text) {
  let digits = '';
  for (let at = 0; at < text.length; at++) {
    const value = digitValue(text.charCodeAt(at));
    const letter = text.charCodeAt(at) & ~32;
    if (value >= 0) digits += value;
    else if (letter >= 65 && letter <= 90 && text.charCodeAt(at) < 123) digits += KEYS[letter - 65];
  }
  return digits;
}
