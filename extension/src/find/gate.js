/**
 * Whether a text can hold anything {@link import('./index.js').findNumbers} would find. Tiny and without metadata: it is
 * what every page pays. Never says no where the finder says yes; says yes too often, cheaply.
 */
import { digitValue, isBreak, isWide, NEAR_DIGITS, nextDigit, walkOver } from './chars.js';

/** Fewest digits of a number that stands alone, of the digits before a word in letters, and the widest gap between two of its digits. */
const FEWEST = 5, BEFORE_LETTERS = 2, GAP = 20;
/** At the end of a text without an at sign, `sip:` may be the head of an address that goes on elsewhere. */
const HEAD = 8;
const SIP = /\bsips?\b|@[^\s@]*\.(?:calls|rooms|room)\.webex\.com/i;

/** From this length on it pays to look what text it is. */
const LONG = 1000;
const ANY = /[0-9@\u0660-\uff19]/, OVER = walkOver(`@${NEAR_DIGITS}`), EACH = [...'0123456789@'];

/**
 * Surely neither a digit nor an at sign. The search for one character runs in the machine's vector registers, in every browser:
 * where text takes one byte a character, eleven of them are fast.
 */
export function isBare(/** @type {string} */ text) {
  if (text.length < LONG) return !ANY.test(text);
  if (!isWide(text)) return !EACH.some(c => text.includes(c));
  OVER.lastIndex = 0;
  OVER.test(text);
  return OVER.lastIndex === text.length;
}

/** @param {string} text @returns {boolean} */
export function mayContainNumber(text) {
  if (isBare(text)) return SIP.test(text.slice(-HEAD));
  return hasDigits(text) || ((text.includes('@') || text.includes('sip') || text.includes('SIP')) && SIP.test(text));
}

function hasDigits(/** @type {string} */ text) {
  const wide = isWide(text);
  let last = nextDigit(text, 0, wide), digits = 0;
  for (let i = last; i >= 0 && i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (i - last > GAP || isBreak(c) || c === 9) {
      last = nextDigit(text, i, wide);
      digits = 0;
      if (last < 0) return false;
      i = last - 1;
    } else if (digitValue(c) >= 0) {
      if (++digits >= FEWEST) return true;
      last = i;
    } else if (digits >= BEFORE_LETTERS && i - last <= 4 && isLatin(c) && isLatin(text.charCodeAt(i + 1)) && isLatin(text.charCodeAt(i + 2))) return true;
  }
  return false;
}

const isLatin = (/** @type {number} */ c) => (c | 32) >= 97 && (c | 32) <= 122;
