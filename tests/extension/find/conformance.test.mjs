// libphonenumber's own matcher cases (see tests/corpus/extract_conformance.py): same E.164 in `eager`, each exception argued.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { findNumbers } from '../../../extension/src/find/index.js';

const read = name => fs.readFileSync(new URL(`../../corpus/${name}`, import.meta.url), 'utf8');
const cases = read('conformance.jsonl').trim().split('\n').map(line => JSON.parse(line));
const exceptions = new Map(JSON.parse(read('conformance-exceptions.json')).exceptions.map(e => [e.id, e]));
const numbers = (text, region) => findNumbers(text, { region: region ?? 'ZZ', sensitivity: 'eager' }).map(n => n.e164);

test('portable VALID cases', () => {
  const differing = cases.filter(c => numbers(c.text, c.region).join() !== c.expect.map(e => e.e164).join());
  assert.deepEqual(differing.map(c => c.id).filter(id => !exceptions.has(id)), [], JSON.stringify(differing.map(c => [c.id, c.text])));
  assert.deepEqual([...exceptions.keys()].filter(id => !differing.some(c => c.id === id)), [], 'exceptions that no longer differ');
  assert.ok(1 - differing.length / cases.length >= 0.97);
  for (const e of exceptions.values()) assert.ok(e.reason.length > 20, e.id);
});

test('every suffix of every case ends without an exception', () => {
  for (const c of cases) for (let i = 0; i <= c.text.length; i++) for (const n of findNumbers(c.text.slice(i), { region: c.region, sensitivity: 'eager' })) assert.ok(n.end > n.start);
});
