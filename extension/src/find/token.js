/** Where words and figures begin and what touches them. */
import { digitValue, isLetter, separator, SPACE } from './chars.js';

export const wordStart = (/** @type {string} */ text, /** @type {number} */ end, /** @type {number} */ limit) => {
  let from = end;
  while (from > limit) {
    const c = text.charCodeAt(from - 1);
    if (isLetter(c) || (c >= 0x300 && c < 0x370) || c === 0xad || (c >= 0x5b0 && c <= 0x5ea) || (c >= 0x64b && c < 0x660)) from--;
    else if ((c === 45 || c === 39 || c === 46 || c === 47 || c === 0x2018 || c === 0x2019 || c === 0x5f4 || c === 34 || c === 0xb0 || c === 0xba) && from - 1 > limit && isLetter(text.charCodeAt(from - 2))) from -= 2;
    else break;
    if (end - from > 40) break;
  }
  return from;
};

export const digitsStart = (/** @type {string} */ text, /** @type {number} */ end, /** @type {number} */ limit) => { let from = end; while (from > limit && digitValue(text.charCodeAt(from - 1)) >= 0) from--; return from; };

export const spaceAfter = (/** @type {string} */ text, /** @type {number} */ i) => { const c = text.charCodeAt(i + 1); return c === 32 || c === 0xa0 || c >= 0x3000; };

export const afterDigit = (/** @type {string} */ text, /** @type {number} */ from, /** @type {number} */ limit) =>
  from > limit && (digitValue(text.charCodeAt(from - 1)) >= 0 || (separator(text.charCodeAt(from - 1)) === SPACE && from - 1 > limit && digitValue(text.charCodeAt(from - 2)) >= 0));
