/**
 * Whether a text can hold anything {@link import('./index.js').findNumbers} would find. Tiny and without metadata: it is
 * what every page pays. Never says no where the finder says yes; says yes too often, cheaply.
 */
import { digitValue, isBreak } from './chars.js';

/** Fewest digits of a number that stands alone, of the digits before a word in letters, and the widest gap between two of its digits. */
const FEWEST = 5, BEFORE_LETTERS = 2, GAP = 20;
const FIRST = /[0-9\u0660-\uff19]/g;
const SIP = /\bsips?\b|@[^\s@]*\.(?:calls|rooms|room)\.webex\.com/i;

/** @param {string} text @returns {boolean} */
export function mayContainNumber(text) {
  FIRST.lastIndex = 0;
  let at = FIRST.test(text) ? FIRST.lastIndex - 1 : text.length, digits = 0, last = -1;
  for (let i = at; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (digitValue(c) >= 0) {
      digits = last >= 0 && i - last <= GAP ? digits + 1 : 1;
      if (digits >= FEWEST) return true;
      last = i;
    } else if (last >= 0) {
      if (isBreak(c) || c === 9) { digits = 0; last = -1; }
      else if (digits >= BEFORE_LETTERS && i - last <= 4 && isLatin(c) && isLatin(text.charCodeAt(i + 1)) && isLatin(text.charCodeAt(i + 2))) return true;
    } else { // leap to the next digit
      FIRST.lastIndex = i + 1;
      if (!FIRST.test(text)) break;
      i = FIRST.lastIndex - 2;
    }
  }
  return (text.includes('@') || text.includes('sip') || text.includes('SIP')) && SIP.test(text);
}

const isLatin = (/** @type {number} */ c) => (c | 32) >= 97 && (c | 32) <= 122;
