/** Numbers partly in letters: 1-800-FLOWERS, (888) NEW-ROOF, 0800 REIFEN, 13 CABS. */
import { CLOSE, digitValue, DOT, isInvisible, isLetter, OPEN, separator, SLASH, SPACE } from './chars.js';
import { kindOf, isUnit, NONE } from './words.js';
import { parseNational, parseWithCode, startsWith } from './plan.js';
import { run } from './scan.js';

/** The key each letter of A…Z is on. */
const KEYS = '22233344455566677778889999';
/** Prefixes sold with words on them, after the national prefix: toll-free and shared-cost ranges. All 180x are, too. */
const SOLD = new Set([800, 833, 844, 855, 866, 877, 888, 900, 700]), SOLD_LONG = new Set([1300, 800, 900]);
const MAX_LETTERS = 14;

/**
 * @param {string} text
 * @param {import('./plan.js').Region | null} region
 * @returns {{start: number, end: number, parsed: import('./plan.js').Parsed, strong: boolean} | null} for the run just read, whose last groups the letters follow
 */
export function readVanity(text, region) {
  const last = run.count - 1, total = run.at[last + 1];
  let first = last;
  while (first > 0 && total - run.at[first - 1] <= 7 && last - first < 3) first--;
  for (; first <= last; first++) {
    const found = attempt(text, first, last, region);
    if (found) return found;
  }
  return null;
}

function attempt(/** @type {string} */ text, /** @type {number} */ first, /** @type {number} */ last, /** @type {import('./plan.js').Region | null} */ region) {
  const plus = first === 0 && run.plus >= 0, from = run.at[first], count = run.at[last + 1] - from;
  const nanp = plus ? run.digits[from] === 1 : region?.cc === 1, code = run.at[last + 1] - run.at[last];
  const exchange = nanp && count > 5 && code === 3 && last > first ? 3 : 0, dialled = count - exchange; // 1-800-555-ROOF
  if (dialled < 2 || dialled > 6 || !sold(from, dialled, plus, region)) return null;
  if (code < 3 && (count !== 2 || first < last)) return null; // 8.0.0 is no prefix, 1.3 no 13
  const letters = readLetters(text, run.end[last]);
  if (!letters || letters.count < 4 && count > 2 || (letters.sep & SPACE && letters.sep & ~(SPACE | 32)) || (count === 2 && !letters.upper)) return null;
  if (letters.sep & SPACE && first < last && run.sep[last] & DOT) return null; // 80.900 Buffer
  if (!letters.upper && code > 3 && !(letters.sep & ~SPACE)) return null;
  const wanted = 7 - exchange;
  if (nanp && letters.keys.length < wanted) return null;
  if (exchange && (letters.keys.length > wanted || !letters.upper || letters.sep & SPACE)) return null;
  const digits = new Uint8Array(count + letters.keys.length);
  digits.set(run.digits.subarray(from, from + count));
  digits.set(letters.keys, count);
  for (let drop = 0; drop <= (nanp ? letters.keys.length - wanted : Math.max(0, letters.count - 4)); drop++) {
    if (nanp && letters.keys.length - drop > wanted) continue;
    const length = digits.length - drop;
    const parsed = plus ? parseWithCode(digits, 0, length, 'plus') : region && parseNational(region, digits, 0, length);
    if (!parsed) continue;
    const shown = letters.upper || letters.capital;
    const bracketed = (run.sep[last] | letters.sep) & ~(OPEN | SPACE);
    const word = text.slice(letters.start, letters.end);
    if (!plus && !bracketed && !(letters.upper && dialled === 4) && (isUnit(word) || kindOf(word) !== NONE && !letters.upper)) return null;
    const whole = dialled === 4 || (letters.sep & CLOSE) !== 0;
    const strong = plus || (bracketed !== 0 && dialled > 2 && (letters.upper || (nanp ? whole : letters.capital))) || (nanp && letters.upper && dialled === 4);
    if (!strong && !shown) return null;
    return { start: startOf(text, first, letters.end), end: letters.end, parsed, strong };
  }
  return null;
}

/** True when the digits are a calling code and a prefix that is sold with words. Asked at every year in a text: makes no strings. */
function sold(/** @type {number} */ from, /** @type {number} */ count, /** @type {boolean} */ plus, /** @type {import('./plan.js').Region | null} */ region) {
  const { digits } = run, first = digits[from], to = from + count;
  if (plus) return (first === 1 ? count > 2 : first > 1 && count > 3) && (isSold(from + 1, to) || isSold(from + 2, to) || isSold(from + 3, to));
  if (!region) return false;
  if (region.cc === 1) return isSold(count === 4 && first === 1 ? from + 1 : from, to);
  return isSold(from, to) || (region.cc === 61 && count === 2 && first === 1 && digits[from + 1] === 3)
    || (region.prefix !== '' && startsWith(digits, from, region.prefix) && isSold(from + region.prefix.length, to));
}

function isSold(/** @type {number} */ from, /** @type {number} */ to) {
  const { digits } = run;
  if (to - from === 3) return SOLD.has(digits[from] * 100 + digits[from + 1] * 10 + digits[from + 2]);
  return to - from === 4 && ((digits[from] === 1 && digits[from + 1] === 8 && digits[from + 2] === 0)
    || SOLD_LONG.has(digits[from] * 1000 + digits[from + 1] * 100 + digits[from + 2] * 10 + digits[from + 3]));
}

function readLetters(/** @type {string} */ text, /** @type {number} */ end) {
  let i = end, sep = 0, width = 0;
  for (; i < text.length; i++) {
    const c = text.charCodeAt(i), kind = separator(c);
    if (isInvisible(c)) continue;
    if (!kind || kind === OPEN || kind === SLASH || ++width > 3) break;
    sep |= kind;
  }
  const start = i, keys = [];
  let upper = true, capital = false, shouted = false, count = 0, stop = i, joint = 0;
  for (; i < text.length && keys.length <= MAX_LETTERS; i++) {
    const c = text.charCodeAt(i), low = c | 32;
    if (low >= 97 && low <= 122 && c < 128) {
      if (c === low) upper = false; else if (!count) capital = true;
      keys.push(KEYS.charCodeAt(low - 97) - 48);
      count++;
      stop = i + 1;
    } else if (digitValue(c) >= 0 && count) { keys.push(digitValue(c)); stop = i + 1; }
    else if ((c === 45 || c === 0x2011 || c === 46 && joint < 0) && count && stop === i && isLatinUpper(text.charCodeAt(i + 1)) && (upper || capital)) { joint++; shouted ||= upper && count > 1; }
    else break;
  }
  if (shouted && !upper) return null; // 800-DPI-Schritte
  if (!count || !sep && !width || keys.length > MAX_LETTERS) return null;
  const after = text.charCodeAt(stop);
  if (isLetter(after) || digitValue(after) >= 0 || after === 64 || after === 95 || after === 40) return null; // a name and its arguments
  return { keys, upper, capital, count, start, end: stop, sep };
}

const isLatinUpper = (/** @type {number} */ c) => (c >= 65 && c <= 90) || (c >= 48 && c <= 57);
function startOf(/** @type {string} */ text, /** @type {number} */ first, /** @type {number} */ end) {
  const start = run.start[first];
  if (first === 0 && run.plus >= 0) return run.paren >= 0 && run.paren < run.plus && text.slice(start, end).includes(')') ? run.paren : run.plus;
  const b = text.charCodeAt(start - 1);
  return (b === 40 || b === 91) && /[)\]]/.test(text.slice(start, end)) ? start - 1 : start;
}
