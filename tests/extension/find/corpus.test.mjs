// Accuracy on the labelled corpora. The bars are those of the product; a change that costs a point fails here.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findNumbers } from '../../../extension/src/find/index.js';
import { load, score } from '../../corpus/score.mjs';

const corpus = name => load(new URL(`../../corpus/${name}.jsonl`, import.meta.url).pathname);
const given = record => findNumbers(record.text, { region: record.region, lang: record.lang });
const inferred = record => findNumbers(record.text, { lang: record.lang });
const worst = s => s.errs.slice(0, 8).map(x => `${x.why} ${x.r.id} ${JSON.stringify(x.r.text.slice(0, 90))}`).join('\n');

for (const [name, precision, recall] of [['dev', 0.995, 0.985], ['tuning', 0.98, 0.97], ['heldout', 0.98, 0.97], ['blind-documents', 0.98, 0.97], ['blind-lines', 0.98, 0.97], ['blind-documents-2', 0.98, 0.97], ['blind-lines-2', 0.98, 0.97], ['blind-documents-3', 0.98, 0.97], ['blind-lines-3', 0.98, 0.97]]) {
  test(`${name}: precision ≥ ${precision}, recall ≥ ${recall}`, () => {
    const s = score(corpus(name), given);
    assert.ok(s.eP >= precision, `precision ${s.eP}\n${worst(s)}`);
    assert.ok(s.eR >= recall, `recall ${s.eR}\n${worst(s)}`);
    assert.ok(s.negRate <= 0.005, `number-free snippets hit ${s.negRate}\n${worst(s)}`);
    for (const [category, c] of Object.entries(s.neg)) assert.ok(c.hit / c.n <= 0.03, `${category}: ${c.hit} of ${c.n}`);
  });
}

for (const name of ['sealed-documents', 'sealed-lines']) test(`${name}: precision ≥ 0.98, recall ≥ 0.97 on texts that nobody here reads`, () => {
  const s = score(corpus(name), given);
  assert.ok(s.eP >= 0.98 && s.eR >= 0.97 && s.extR >= 0.97, `precision ${s.eP}, recall ${s.eR}, extensions ${s.extR}`); // no text in the message
});

test('dev: extensions, letters, invisible characters, SIP addresses', () => {
  const s = score(corpus('dev'), given);
  assert.ok(s.extR >= 0.99, `extensions ${s.extR}`);
  assert.ok(s.cat.vanity.exact / s.cat.vanity.n >= 0.95, 'letters');
  assert.ok(s.cat.invisible.exact / s.cat.invisible.n >= 0.99, 'invisible');
  assert.equal(s.sipOk, s.sipN);
});

test('notices: one line or two of fifty countries, and ids in the shape of numbers', () => {
  const s = score(corpus('notices'), given);
  assert.ok(s.eP >= 0.98 && s.eR >= 0.98 && s.negRate <= 0.03, `${s.eP} ${s.eR} ${s.negRate}\n${worst(s)}`);
});

test('neighbours: recall without a word for telephone, and few of the ids in the shape of numbers', () => {
  const s = score(corpus('neighbours'), given);
  assert.ok(s.eP >= 0.97 && s.eR >= 0.98, `${s.eP} ${s.eR}\n${worst(s)}`);
});

test('phrases: what a desk is for is told from what an id belongs to', () => {
  const s = score(corpus('phrases'), given);
  assert.ok(s.eP >= 0.97 && s.eR >= 0.97, `${s.eP} ${s.eR}\n${worst(s)}`);
});

for (const name of ['dev', 'blind-documents', 'blind-documents-2', 'blind-documents-3']) test(`${name}: a region inferred from text and language alone costs at most 2 points of F1`, () => {
  const records = corpus(name);
  assert.ok(score(records, given).eF - score(records, inferred).eF <= 0.02);
});
