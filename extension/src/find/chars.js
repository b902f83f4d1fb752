/** What single UTF-16 code units mean to a reader of phone numbers. */

/** Code points of the zeros of the decimal digit scripts in the Basic Multilingual Plane (Unicode category Nd). */
const ZEROS = [0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
  0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10];

/** Where in each sixteen code units the digits begin, plus one; 0: there are none. No script's digits cross such a border. */
const BLOCKS = new Uint8Array(0x1000);
for (const zero of [0x30, ...ZEROS]) BLOCKS[zero >> 4] = (zero & 15) + 1;

/** @param {number} c @returns {number} 0…9, or −1 */
export function digitValue(c) {
  const first = BLOCKS[c >> 4], value = (c & 15) - first + 1;
  return first && value >= 0 && value < 10 ? value : -1;
}

const BEYOND_LATIN = /[\u0100-\uffff]/, ASCII_DIGIT = /[0-9]/g;
/** Only such text can hold other digits than ASCII's, and it alone takes two bytes a character. */
export const isWide = (/** @type {string} */ text) => BEYOND_LATIN.test(text);

/**
 * Walks over all that is not in a character class. Written out so often, V8 walks two-byte text twice as fast as on the way
 * to the first that is in the class, and the fewer stretches the faster. One-byte text it walks by vector instructions, but only on that way.
 */
export const walkOver = (/** @type {string} */ set) => new RegExp(`(?:${`[^${set}]`.repeat(16)})*[^${set}]*`, 'y');
/** Digits and whatever stands near those of other scripts; the same without Hangul and most signs of Han and kana text. */
export const NEAR_DIGITS = '0-9\\u0660-\\u1c59\\ua620-\\uffff';
const COARSE = walkOver(NEAR_DIGITS), FINE = walkOver('0-9\\u0660-\\u1c59\\ua620-\\uabf9\\uff10-\\uffff'), STEPS = 32;

/** Index of the next digit at or after `from`, or −1. */
export function nextDigit(/** @type {string} */ text, /** @type {number} */ from, /** @type {boolean} */ wide) {
  if (!wide) {
    ASCII_DIGIT.lastIndex = from;
    return ASCII_DIGIT.test(text) ? ASCII_DIGIT.lastIndex - 1 : -1;
  }
  for (let i = from, walk = COARSE; ; walk = FINE) {
    walk.lastIndex = i;
    if (!walk.test(text) || walk.lastIndex >= text.length) return -1;
    i = walk.lastIndex;
    // Letters of the scripts whose digits are looked for stand together.
    for (const far = Math.min(text.length, i + STEPS); i < far; i++) if (digitValue(text.charCodeAt(i)) >= 0) return i;
  }
}

/** Zero-width and bidirectional marks, soft hyphen, variation selectors: they never separate anything. */
export function isInvisible(/** @type {number} */ c) {
  return c >= 0xad && (c === 0xad || c === 0x61c || c === 0x180e || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e)
    || (c >= 0x2060 && c <= 0x206f) || c === 0xfeff || c === 0xfe0e || c === 0xfe0f || c === 0x34f);
}

export const SPACE = 1, DASH = 2, DOT = 4, SLASH = 8, OPEN = 16, CLOSE = 32, ODD = 64, CARRIER = 128;

/** What a code unit between two digit groups is: one of the flags above, or 0 when it ends the number. */
export function separator(/** @type {number} */ c) {
  switch (c) {
    case 0x20: case 0xa0: case 0x1680: case 0x202f: case 0x205f: case 0x3000: return SPACE;
    case 0x2d: case 0x58a: case 0x2212: case 0x30fc: case 0xfe58: case 0xfe63: case 0xff0d: case 0xff70: case 0x2043: case 0xad: return DASH;
    case 0x2e: case 0xff0e: case 0x2024: return DOT;
    case 0x2f: case 0xff0f: case 0x2044: case 0x2215: return SLASH;
    case 0x28: case 0xff08: case 0x5b: case 0xff3b: return OPEN;
    case 0x29: case 0xff09: case 0x5d: case 0xff3d: return CLOSE;
    case 0x2a: case 0x7e: case 0xb7: case 0x30fb: case 0x2022: case 0xff5e: case 0x301c: case 0x2219: case 0x22c5: case 0x223c: case 0x2053: case 0xff65: return ODD;
  }
  if (c >= 0x2000 && c <= 0x200a) return SPACE;
  if (c >= 0x2010 && c <= 0x2015) return DASH;
  return 0;
}

export const isPlus = (/** @type {number} */ c) => c === 0x2b || c === 0xff0b || c === 0xfe62;

/** Letters of scripts that put spaces between words: one of these beside a digit glues it. */
export function isLetter(/** @type {number} */ c) {
  if (c < 0x80) return (c | 32) >= 97 && (c | 32) <= 122;
  if (c < 0x2b0) return c >= 0xc0 && c !== 0xd7 && c !== 0xf7;
  return c < 0x600 ? c >= 0x370 && c !== 0x37e && c !== 0x387 && c !== 0x55d && c !== 0x589 && c !== 0x58a && c !== 0x5be && c !== 0x5c3
    : (c >= 0x620 && c < 0x660) || (c >= 0x671 && c < 0x6d4) || (c >= 0x900 && c < 0xe00 && c !== 0x964 && c !== 0x965 && digitValue(c) < 0)
    || (c >= 0x10a0 && c <= 0x10ff) || (c >= 0x1200 && c <= 0x135a) || (c >= 0x1e00 && c <= 0x1fff);
}

/** Letters of scripts written without spaces (Han, kana, Hangul with its particles, Thai, Lao, Khmer, Burmese). */
export function isDense(/** @type {number} */ c) {
  return (c >= 0xe01 && c < 0xf00 && digitValue(c) < 0) || (c >= 0x1000 && c < 0x1040) || (c >= 0x1050 && c < 0x1090) || (c >= 0x1780 && c < 0x17e0)
    || (c >= 0x3005 && c <= 0x3007) || (c >= 0x3041 && c <= 0x30fa) || (c >= 0x30fc && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff);
}

export const isWordChar = (/** @type {number} */ c) => isLetter(c) || isDense(c) || digitValue(c) >= 0 || (c >= 0x300 && c < 0x370);
export const isBreak = (/** @type {number} */ c) => c === 10 || c === 13 || c === 0x2028 || c === 0x2029 || c === 11 || c === 12 || c === 0x85;
