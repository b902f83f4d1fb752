import assert from 'node:assert/strict';
import test from 'node:test';

globalThis.chrome = /** @type {any} */ ({ i18n: { getUILanguage: () => 'en' } });
const { hold, misleads } = await import('../../../extension/src/background/guard.js');
const { DEFAULTS } = await import('../../../extension/src/shared/settings.js');

const SETTINGS = { ...DEFAULTS, defaultRegion: 'IT' };
/** @type {[string, string, string][]} the text of a link, its target, the region */
const HONEST = [
  ['02 3031 2345', '+390230312345', 'IT'],
  ['+39 (0)2 3031 2345', '+390230312345', 'IT'],
  ['+44 (0)20 7946 0018', '+442079460018', 'IT'],
  ['020 7946 0018', '+442079460018', 'IT'],
  ['8 (495) 123-45-67', '+74951234567', 'IT'],
  ['(212) 555-0143', '+12125550143', 'IT'],
  ['1-212-555-0143 ext. 12', '+12125550143', 'IT'],
  ['００３９ 02 3031 2345', '+390230312345', 'IT'],
  ['0230312345', '0230312345', 'IT'],
  ['Call us', '+390230312345', 'IT'],
  ['1-800-FLOWERS', '+18003569377', 'US'],
  ['٠٢ ٣٠٣١ ٢٣٤٥', '+390230312345', 'IT'],
  ['02·3031·2345', '+390230312345', 'IT'],
  ['+39 02 3031 2345 (Mon-Fri 9-17 h)', '+390230312345', 'IT'],
  ['+39 02 3031 2345 (24/7)', '+390230312345', 'IT'],
  ['02 3031 2345, 8-12, 14-18', '+390230312345', 'IT'],
  ['Mo-Fr 8:00-18:00: 02 3031 2345', '+390230312345', 'IT'],
  ['Mo-Fr 8:00-12:00, 14:00-18:00, Sa 9-13', '+390230312345', 'IT'],
  ['int. 4021', '+390230314021', 'IT'],
  ['alice@example.com', 'alice@example.com', 'IT'],
  ['Alice (alice@Example.com)', 'alice@example.com', 'IT'],
];
const MISLEADING = [
  ['02 3031 2345', '+39899123456', 'IT'],
  ['+39 02 3031 2345', '+881612345678', 'IT'],
  ['030312345', '899123456', 'IT'],
  ['02 3031 2345, 02 3031 9999', '+390230312345', 'IT'],
  ['112 303 12345', '+390230312345', 'IT'],
  ['02 3031 2345', '0900@gateway.example', 'IT'],
  ['alice@example.com', 'mallory@example.com', 'IT'],
  ['12345', '+390230312399', 'IT'],
  ['٠٢ ٣٠٣١ ٧٧٧٧', '+390230312345', 'IT'],
  ['+39\u200b02\u200b3031\u200b7777', '+390230312345', 'IT'],
  ['0\u20602 3\u00ad031 7777', '+390230312345', 'IT'],
  ['02·3031·7777', '+390230312345', 'IT'],
  ['02:30:31:77:77', '+390230312345', 'IT'],
  ['02 3031 2345 (02 3031 7777)', '+390230312345', 'IT'],
  ['02 | 3031 | 7777', '+390230312345', 'IT'],
  ['𝟎𝟐 𝟑𝟎𝟑𝟏 𝟕𝟕𝟕𝟕', '+390230312345', 'IT'],
  ['0 a 2 b 3 c 0 d 3 e 1 f 7 g 7 h 7', '+390230312345', 'IT'],
  ['1-800-FLOWERS', '+18005550199', 'US'],
  ['1-800-GOFEDEX', '+390230312345', 'IT'],
];

for (const [shown, target, region] of HONEST) test(`"${shown}" may call ${target}`, () => assert.equal(misleads(shown, target, region), false));
for (const [shown, target, region] of MISLEADING) test(`"${shown}" must not quietly call ${target}`, () => assert.equal(misleads(shown, target, region), true));

test('a link of the page with another target is asked about and shows both', () => {
  const outcome = hold({ uri: 'tel:+390230319999', shown: '02 3031 2345', adopted: true }, SETTINGS);
  assert.deepEqual(outcome?.ask, { reason: 'mismatch', details: { classes: [], target: '+39 02 3031 9999', shown: '02 3031 2345' } });
  assert.equal(hold({ uri: 'tel:+390230319999', shown: '02 3031 2345', adopted: true, confirmed: true }, SETTINGS), null);
});

test('what a link is read out as, or generated, is held against its target too, each by itself', () => {
  const link = { uri: 'tel:+390230312345', shown: '02 3031 2345', adopted: true };
  assert.equal(hold({ ...link, also: ['02 3031 2345', 'Chiama 02 3031 2345'] }, SETTINGS), null);
  assert.equal(hold({ ...link, also: ['02 3031 2345', '02 3031 7777'] }, SETTINGS)?.ask?.details.shown, '02 3031 7777');
});

test('one question names everything', () => {
  const outcome = hold({ uri: 'tel:+881612345678', postDial: '12', shown: '02 3031 2345', adopted: true }, { ...SETTINGS, confirm: 'always' });
  assert.equal(outcome?.ask?.reason, 'risk');
  assert.deepEqual(outcome?.ask?.details.classes, ['satellite', 'international', 'postDial']);
  assert.match(outcome?.ask?.details.target, /881/);
});

test('what is refused stays refused whatever was confirmed', () => {
  const settings = { ...SETTINGS, riskPremium: 'refuse' };
  for (const confirmed of [false, true]) assert.equal(hold({ uri: 'tel:+39899123456', confirmed }, settings)?.error.name, 'RISK_REFUSED');
});

test('emergency numbers are announced and never refused', () => {
  const strict = { ...SETTINGS, ...Object.fromEntries(Object.keys(DEFAULTS).filter(name => name.startsWith('risk')).map(name => [name, 'refuse'])) };
  assert.equal(hold({ uri: 'tel:118' }, strict)?.ask?.reason, 'emergency');
  assert.equal(hold({ uri: 'tel:118', confirmed: true }, strict), null);
});

test('an ordinary call is not held, a service code is refused', () => {
  assert.equal(hold({ uri: 'tel:+390230312345', shown: '02 3031 2345' }, SETTINGS), null);
  assert.equal(hold({ uri: 'tel:+390230312345' }, { ...SETTINGS, confirm: 'always' })?.ask?.reason, 'confirm');
  assert.equal(hold({ uri: 'tel:*%2306%23' }, SETTINGS)?.error.name, 'URI_MMI_FORBIDDEN');
  assert.equal(hold({ uri: 'tel:*21*0612345678%23', confirmed: true }, SETTINGS)?.error.name, 'URI_MMI_FORBIDDEN');
});

test('a hostile text does not keep the background busy: quadratic work would never end', () => {
  for (const piece of ['1-', '1 (', 'a@b', '1A', '1 a ', '12:30']) assert.equal(typeof misleads(piece.repeat(1_000_000), '+390230312345', 'IT'), 'boolean');
});
