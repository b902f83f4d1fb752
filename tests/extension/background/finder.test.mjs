// The finder as frames ask it: country by place, inner ones on top of outer ones, and why a number was taken.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { find, why } from '../../../extension/src/background/finder.js';
import { createInquiry } from '../../../extension/src/page/inquiry.js';

const around = { before: '', after: '', header: '' };
const line = (text, place) => ({ text, context: around, lang: 'de', place });
const e164 = answer => answer.found.map(numbers => numbers.map(n => n.e164).join());
const ask = lines => { const { question, learn } = createInquiry(lines, 'balanced'); const answer = find(question); learn(answer.places); return { question, answer }; };

test('each place has its country; what tells nothing is what stands around it', () => {
  const page = { evidence: () => ({ country: 'DE', lang: 'de' }) };
  const swiss = { outer: page, evidence: () => ({ country: 'CH' }) }, silent = { outer: page, evidence: () => ({}) };
  const { answer } = ask([line('Tel. 044 668 18 00', swiss), line('Tel. 030 2312510', page), line('Tel. 030 2312511', silent)]);
  assert.deepEqual(e164(answer), ['+41446681800', '+49302312510', '+49302312511']);
  assert.deepEqual([page, swiss, silent].map(place => place.inference.region), ['DE', 'CH', 'DE']);
});

test('a place is inferred once: later questions bring what is known and no evidence', () => {
  const page = { evidence: () => ({ country: 'IT' }) };
  ask([line('06 6982 1234', page)]);
  const { question, answer } = ask([line('Telefono 06 6982 1234', { outer: page, evidence: () => ({}) })]);
  assert.deepEqual(question.places.map(place => [place.evidence, place.inference?.region]), [[undefined, 'IT'], [{}, undefined]]);
  assert.deepEqual(e164(answer), ['+390669821234']);
});

test('a line without a place is searched for numbers with their country code alone', () => {
  assert.deepEqual(e164(ask([line('Tel. +49 30 2312510 oder 030 2312510')]).answer), ['+49302312510']);
});

test('why a number was taken', () => {
  const { question } = createInquiry([line('Tel. 030 2312510', { evidence: () => ({ country: 'DE' }) })], 'balanced');
  const said = why({ ...question, e164: '+49302312510' });
  assert.ok(said.reasons.some(reason => reason.code === 'phone-word'));
  assert.equal(said.region.region, 'DE');
  assert.equal(why({ ...question, e164: '+49302312511' }), undefined);
});
