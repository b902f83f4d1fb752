import { canonicalUri, expressUri, parseUri } from './uri.js';

/**
 * What a person typed or pasted: a number in any notation, an address, or a call URI.
 *
 * @typedef {{uri: string, shown: string, postDial?: string, number?: any, incomplete?: boolean}} Entry
 *   `uri` to be called; `number` is libphonenumber's PhoneNumber when it is one; `incomplete` when the plan of its country
 *   knows no number of this length
 */

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const KEYS = '22233344455566677778889999';
const URI = /^(webextel|webexauth|tel|sips?|callto|clicktocall):/i;
const ADDRESS = /^[^\s@<>"'()]+@[^\s@<>"'()]+\.[^\s@<>"'()]+$/;
/** Number, then what is sent after the answer (RFC 2806 and every phone: comma pauses, semicolon waits). */
const DIALLED = /^([^,;pw]*)((?:[,;pw][\d*#]*)+)?$/i;

/** Letters of a vanity number as the keys that carry them (ITU-T E.161). @param {string} text */
export function vanityDigits(text) {
  return text.replace(/[a-z]/gi, letter => KEYS[LETTERS.indexOf(letter.toLowerCase())]);
}

/** Digits of other scripts and full-width signs as ASCII. @param {string} text */
function ascii(text) {
  return text.normalize('NFKC')
    .replace(/\p{Nd}/gu, digit => String(digitValue(digit)))
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
}

/** The value of a decimal digit: every script has its ten in a row. @param {string} digit */
function digitValue(digit) {
  const code = /** @type {number} */ (digit.codePointAt(0));
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
  return code - zero;
}

/**
 * Reads what a person entered; null when it cannot be called.
 * @param {string} text
 * @param {string} region  of a number without a country code, ISO 3166-1 alpha-2
 * @param {{parsePhoneNumberFromString: Function} | null} [phone]  libphonenumber-js, when it is there already
 * @returns {Entry | null}
 */
export function readEntry(text, region, phone = null) {
  const shown = text.trim();
  if (!shown) return null;
  if (URI.test(shown)) return readUri(shown, region, phone);
  if (ADDRESS.test(shown)) return { uri: `sip:${shown}`, shown };
  const plain = ascii(shown);
  const lettered = vanity(plain);
  const parts = DIALLED.exec(lettered);
  if (!parts || !/\d/.test(parts[1]) || /[^\d\s+().\-/*#]/.test(parts[1].replace(/(?:ext\.?|x)\s*\d+$/i, ''))) return null;
  const postDial = parts[2]?.toLowerCase().replace(/p/g, ',').replace(/w/g, ';');
  const number = /[*#]/.test(parts[1]) ? undefined : phone?.parsePhoneNumberFromString(parts[1], { defaultCountry: region, extract: false });
  // Short national digits are more likely an extension of the house than a number of the country.
  if (number?.isPossible() && (parts[1].trim().startsWith('+') || number.isValid())) {
    const extension = number.ext ? `;ext=${number.ext}` : '';
    return { uri: `tel:${number.number}${extension}`, shown, number, ...(postDial && { postDial }) };
  }
  if (lettered !== plain) return null;
  const digits = parts[1].replace(/[^\d+*#]/g, '');
  return { uri: `tel:${digits}`, shown, incomplete: true, ...(postDial && { postDial }) };
}

/** @param {string} text */
function vanity(text) {
  return /^[+\d(]/.test(text) && /\d/.test(text) ? text.replace(/\b[a-z]{3,}\b/gi, word => (/^ext$/i.test(word) ? word : vanityDigits(word))) : text;
}

/**
 * A pasted link: any URI of the product's schemes in its one spelling; `callto:` by what stands in it.
 * @param {string} text @param {string} region @param {any} phone @returns {Entry | null}
 */
function readUri(text, region, phone) {
  const inner = /^(?:callto|sips):(?:\/\/)?(.*)$/i.exec(text);
  if (inner) return readEntry(decode(inner[1]), region, phone);
  try {
    const call = parseUri(text.replace(/\s/g, ''));
    const number = call.number && !call.context ? phone?.parsePhoneNumberFromString(call.number, { defaultCountry: region, extract: false }) : undefined;
    return { uri: canonicalUri(call), shown: call.number ?? call.address ?? call.email ?? text, ...(number?.isPossible() && { number }) };
  } catch {
    return null;
  }
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The link that the Webex app on a phone opens: webextel, or webexauth when it shall sign in as well (Webex help:
 * cross-launch on mobile). A plus in a query is %2B.
 * @param {Entry} entry @param {{email?: string, source?: string}} [more]
 */
export function mobileLink(entry, { email = '', source = '' } = {}) {
  const telephone = entry.number?.number ?? entry.uri.replace(/^[a-z]+:(\/\/)?/i, '').split(/[;?]/)[0];
  const query = [['email', email], ['telephone', telephone], ['x-source', source]].filter(([, value]) => value);
  return `${email ? 'webexauth' : 'webextel'}://login?${query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}

/**
 * How a call is handed over where the browser itself opens the link (Firefox for Android): webextel, which Webex takes on
 * Android; a webexauth link stays what it is.
 * @param {string} uri  of any scheme of the product
 */
export function mobileUri(uri) {
  const call = parseUri(uri);
  if (call.scheme === 'webexauth') return uri;
  return call.number ? mobileLink({ uri, shown: uri }) : canonicalUri(expressUri(call, 'webextel'));
}
