import assert from 'node:assert/strict';
import test from 'node:test';
import { uriOfHref } from '../../../extension/src/page/adopt.js';
import { excluded } from '../../../extension/src/page/exclude.js';

test('call links keep their URI; callto becomes what it names', () => {
  for (const [href, uri] of [
    ['tel:+390230312345', 'tel:+390230312345'], ['TEL:+39-02-3031', 'tel:+39-02-3031'], ['tel://+390230312345', 'tel:+390230312345'],
    ['sip:anna@example.com', 'sip:anna@example.com'], ['sips:anna@example.com', 'sips:anna@example.com'],
    ['callto:+390230312345', 'tel:+390230312345'], ['callto://anna@example.com', 'sip:anna@example.com'], ['callto:+39021234?chat', 'tel:+39021234'],
    [' tel:112 ', 'tel:112'],
  ]) assert.equal(uriOfHref(href), uri, href);
  for (const href of ['tel:', 'callto:', '']) assert.equal(uriOfHref(href), null, href);
});

test('numbers are excluded by name and by their head', () => {
  const is = excluded(['+39800*', '+390230312345', 'anna@example.com']);
  for (const e164 of ['+39800123456', '+390230312345']) assert.ok(is({ e164 }));
  assert.ok(is({ e164: null, sip: 'anna@example.com' }));
  for (const e164 of ['+3980', '+390230312346', '+4939800']) assert.ok(!is({ e164 }));
});
