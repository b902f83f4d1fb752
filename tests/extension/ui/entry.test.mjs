import assert from 'node:assert/strict';
import test from 'node:test';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { mobileLink, mobileUri, readEntry, vanityDigits } from '../../../extension/src/shared/entry.js';

const phone = { parsePhoneNumberFromString };
const uri = (/** @type {string} */ text, region = 'IT') => readEntry(text, region, phone)?.uri ?? null;

test('a number in any notation becomes one tel URI', () => {
  for (const text of ['02 3031 2345', '+39 02 3031 2345', '0039 02 3031 2345', '+39-02-3031-2345', '(02) 30312345', '٠٢ ٣٠٣١ ٢٣٤٥', '02 3031 2345', ' \u202a+39 02 30312345\u202c ']) {
    assert.equal(uri(text), 'tel:+390230312345', text);
  }
  assert.equal(uri('(202) 555-0143', 'US'), 'tel:+12025550143');
  assert.equal(uri('020 7946 0958 ext. 12', 'GB'), 'tel:+442079460958;ext=12');
  assert.equal(uri('1-800-FLOWERS', 'US'), 'tel:+18003569377');
});

test('what no country plan knows is dialled as typed', () => {
  assert.deepEqual(readEntry('4711', 'DE', phone), { uri: 'tel:4711', shown: '4711', incomplete: true });
});

test('digits for after the answer are kept apart', () => {
  const entry = readEntry('+39 02 3031 2345,,1234#', 'US', phone);
  assert.equal(entry?.uri, 'tel:+390230312345');
  assert.equal(entry?.postDial, ',,1234#');
});

test('links and addresses are taken as they are', () => {
  assert.equal(uri('tel:+39-02-3031-2345'), 'tel:+390230312345');
  assert.equal(uri('webextel://login?telephone=%2B390230312345'), 'webextel:+390230312345');
  assert.equal(uri('sip:anna@example.com'), 'sip:anna@example.com');
  assert.equal(uri('callto://+390230312345'), 'tel:+390230312345');
  assert.equal(uri('anna@example.com'), 'sip:anna@example.com');
});

test('what is neither is refused', () => {
  for (const text of ['', '   ', 'hello', 'javascript:alert(1)', 'tel:"x"', '12 apples', 'http://example.com']) assert.equal(uri(text), null, text);
});

test('vanity letters are those of the keys', () => {
  assert.equal(vanityDigits('abcdefghijklmnopqrstuvwxyz'), '22233344455566677778889999');
});

test('the link for a phone carries a plus as %2B, and signs in when an e-mail address is given', () => {
  const entry = readEntry('+39 02 3031 2345', 'US', phone);
  assert.equal(mobileLink(/** @type {any} */ (entry)), 'webextel://login?telephone=%2B390230312345');
  assert.equal(mobileLink(/** @type {any} */ (entry), { email: 'a@b.it', source: 'Click to Call' }), 'webexauth://login?email=a%40b.it&telephone=%2B390230312345&x-source=Click%20to%20Call');
});

test('where no host can be started the call becomes a webextel link', () => {
  assert.equal(mobileUri('tel:+390230312345;ext=12'), 'webextel://login?telephone=%2B390230312345');
  assert.equal(mobileUri('sip:anna@example.com'), 'webextel:anna@example.com');
  assert.equal(mobileUri('webexauth://login?email=a%40b.it'), 'webexauth://login?email=a%40b.it');
});
