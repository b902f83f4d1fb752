/** What digits may be besides a telephone's: a date, an amount, a range, a version, a row of bytes. */
import { CLOSE, DASH, DOT, ODD, OPEN, SLASH, SPACE } from './chars.js';
import { groupSize, groupValue, run } from './scan.js';

export const isYear = (/** @type {number} */ g) => groupSize(g) === 4 && groupValue(g) >= 1000 && groupValue(g) <= 2100;

const isCentury = (/** @type {number} */ g) => groupValue(g) > 400 && groupValue(g) < 2100 && groupValue(g) % 50 === 0;

const isDay = (/** @type {number} */ g) => groupSize(g) <= 2 && groupValue(g) >= 1 && groupValue(g) <= 31;

const isMonth = (/** @type {number} */ g) => groupSize(g) <= 2 && groupValue(g) >= 1 && groupValue(g) <= 12;

/** 08-02/09-13: from one day to another. */
const isSeason = (/** @type {number} */ i, /** @type {number} */ j) => j - i === 3 && run.sep[i + 1] === DASH && run.sep[i + 2] === SLASH && run.sep[j] === DASH && isMonth(i) && isDay(i + 1) && isMonth(i + 2) && isDay(j);

/** A calendar date, perhaps with an hour behind it, or a span of years. */
export function isDate(/** @type {number} */ i, /** @type {number} */ j) {
  if (j - i === 1 && isYear(i) && isYear(j) && (groupValue(j) >= groupValue(i) ? run.sep[j] & (DASH | SLASH) || groupValue(i) > 1899 : groupValue(j) > 1899 && run.sep[j] & (DASH | SLASH))) return true;
  if (i === j && groupSize(i) === 8) { const v = groupValue(i), y = v / 1e4 | 0, m = (v / 100 | 0) % 100, d = v % 100; return y > 1899 && y < 2100 && m > 0 && m < 13 && d > 0 && d < 32; }
  if (j - i === 1 && ((isMonth(i) && isYear(j) && groupValue(j) > 1800) || (isYear(i) && isMonth(j) && groupValue(i) > 1800)) && run.sep[j] & (DASH | SLASH | DOT)) return true;
  if (isSeason(i, j)) return true;
  if (j - i > 2) for (let k = i; k + 2 <= j; k++) if (isDate(k, k + 2) && run.sep[k + 1] === run.sep[k + 2] && (run.sep[k + 1] & (DOT | SLASH) || (run.sep[k + 1] === DASH && isYear(k) && groupSize(k + 1) === 2 && groupSize(k + 2) === 2 && run.sep[k] !== DASH)) && run.width[k + 1] === 1) return true;
  if (j - i < 2 || j - i > 4) return false;
  if (((run.sep[i + 1] ^ run.sep[i + 2]) & ~SPACE) !== 0 || run.sep[i + 1] & (OPEN | CLOSE)) return false;
  const year = isYear(i) && isMonth(i + 1) && isDay(i + 2);
  const day = (isYear(i + 2) && groupValue(i + 2) >= 1000) && ((isDay(i) && isMonth(i + 1)) || (isMonth(i) && isDay(i + 1)));
  if (j - i === 2) return year || day;
  return (year || day) && (run.sep[i + 1] & (DASH | SLASH | DOT)) !== 0 && groupSize(i + 3) <= 4;
}

/** 1 234 567, 12.345.678: the groups of a plain amount. */
export function isThousands(/** @type {number} */ i, /** @type {number} */ j) {
  if (j === i || groupSize(i) > 3 || run.digits[run.at[i]] === 0) return false;
  for (let g = i + 1; g <= j; g++) if (groupSize(g) !== 3 || (run.sep[g] & (SPACE | DOT | ODD)) === 0 || run.sep[g] !== run.sep[i + 1] || run.width[g] !== 1) return false;
  return true;
}

/** 0164 0165 0141: cells of a table, bytes of a dump. */
export const isPadded = (/** @type {number} */ i, /** @type {number} */ j) => { for (let g = i; g <= j; g++) if (run.digits[run.at[g]] || groupSize(g) !== groupSize(i)) return false; return j - i > 1; };

/** 70 71 72 73. */
export function countsOn(/** @type {number} */ i, /** @type {number} */ j) {
  for (let g = i + 1; g <= j; g++) if (groupValue(g) !== groupValue(g - 1) + 1) return false;
  return j - i > 1;
}

/** Small numbers in rising or falling order: a draw, a list, a scale. */
export function isRising(/** @type {number} */ i, /** @type {number} */ j) {
  if (j - i < 3) return false;
  let up = true, down = true;
  for (let g = i; g <= j; g++) {
    if (groupSize(g) > 2 || groupValue(g) > 60) return false;
    if (g > i && groupValue(g) <= groupValue(g - 1)) up = false;
    if (g > i && groupValue(g) >= groupValue(g - 1)) down = false;
  }
  return up || down;
}

/** 0: an ordinary number. 1: a staircase, as in examples and in jest. 5: nothing but ones and zeros. 6: a staircase up from zero. 2: all one digit or nothing but zeros: nobody's number. 3: a pattern. 4: 123456789, nobody's number where nothing groups it. */
export function filler(/** @type {import('./plan.js').Parsed} */ { digits, from, to }) {
  let up = 1, down = 1, zeros = 0;
  for (let k = from + 1; k < to; k++) {
    if (digits[k] === (digits[k - 1] + 1) % 10) up++;
    if (digits[k] === (digits[k - 1] + 9) % 10) down++;
  }
  for (let k = to; k-- > from && !digits[k];) zeros++;
  const n = to - from, binary = n > 5 && digits.subarray(from, to).every(d => d < 2);
  let tail = 1;
  while (tail < n && digits[to - 1 - tail] === digits[to - 1]) tail++;
  return tail > 7 || zeros > 6 || isCounting(digits, from, to) ? 2 : up === n && n > 8 && digits[from] < 2 ? (digits[from] ? 4 : 6) : binary ? 5 : zeros === 6 || isPeriodic(digits, from, to) ? 3 : n >= 8 && (up >= n - 1 || down >= n - 1) ? 1 : 0;
}

/** 0102030405, its zero dialled or not: bytes that count up. */
function isCounting(/** @type {Uint8Array} */ digits, /** @type {number} */ from, /** @type {number} */ to) {
  for (let k = to - 1; k >= from; k -= 2) if (digits[k] !== digits[to - 1] - (to - 1 - k) / 2 || (k > from && digits[k - 1])) return false;
  return true;
}

/** 20 20 20 20 20. */
function isPeriodic(/** @type {Uint8Array} */ digits, /** @type {number} */ from, /** @type {number} */ to) {
  for (let k = from + 2; k < to; k++) if (digits[k] !== digits[k - 2]) return false;
  return true;
}

/** 2³¹−1 and its neighbours, which plans accept and nobody answers. */
export function isMachineLimit(/** @type {number} */ i, /** @type {number} */ j) {
  for (let g = i; g <= j; g++) {
    if (groupSize(g) !== 10) continue;
    let v = 0;
    for (let k = run.at[g]; k < run.at[g + 1]; k++) v = v * 10 + run.digits[k];
    if (Math.abs(v - 2147483648) < 100 || Math.abs(v - 4294967296) < 100) return true;
  }
  return false;
}

/** Brackets that open and close more than once: an enumeration. */
export function isEnumeration(/** @type {number} */ i, /** @type {number} */ j) {
  let n = 0;
  for (let g = i + 1; g <= j; g++) if (run.sep[g] & CLOSE) n++;
  return n > 1;
}

export const anyWide = (/** @type {number} */ i, /** @type {number} */ j) => { for (let g = i + 1; g <= j; g++) if (run.sep[g] === SPACE && run.width[g] > 1) return true; return false; };

export const allSlashes = (/** @type {number} */ i, /** @type {number} */ j) => { for (let g = i + 1; g <= j; g++) if (run.sep[g] !== SLASH) return false; return true; };

/** 192.168.230.27, 192.168.254/24: bytes of an address on the net, unless all are pairs. */
export function isNetAddress(/** @type {number} */ i, /** @type {number} */ j) {
  let bytes = 0, pairs = 0;
  for (let g = i; g <= j; g++) {
    if (g > i && run.sep[g] === SLASH && bytes > 2 && groupValue(g) < 33) return true;
    if (groupSize(g) > 3 || groupValue(g) > 255 || (groupSize(g) > 1 && !run.digits[run.at[g]])) return false;
    if (g > i && run.sep[g] !== DOT) return false;
    bytes++;
    if (groupSize(g) === 2) pairs++;
    if (bytes === 4) return pairs < 4 && (g === j || run.sep[g + 1] !== DOT);
  }
  return false;
}

/** 0-596-00027-8: four groups, the last of them the check digit of the nine before. */
export function isBookNumber(/** @type {number} */ i, /** @type {number} */ j) {
  if (j - i !== 3 || groupSize(j) > 1 || run.at[j + 1] - run.at[i] !== 10) return false;
  let sum = 0;
  for (let g = i + 1; g <= j; g++) if (run.sep[g] !== run.sep[j] || run.width[g] > 1) return false;
  for (let k = 0; k < 10; k++) sum += (10 - k) * run.digits[run.at[i] + k];
  return sum % 11 === 0;
}

/** 0.99.20050712-1: a day in a version. */
export function isRelease(/** @type {number} */ i, /** @type {number} */ j) {
  if (!isVersion(i, j)) return false;
  for (let g = i + 1; g <= j; g++) if (groupSize(g) === 8 && isDate(g, g)) return true;
  return false;
}

/** 33 (146): what the brackets hold comes last, and no area code does. */
export function endsInBrackets(/** @type {number} */ i, /** @type {number} */ j) {
  let open = false;
  for (let g = i + 1; g <= j; g++) { if (run.sep[g] & CLOSE) open = false; if (run.sep[g] & OPEN) open = true; }
  return open;
}

/** 255 (2001) 539-553: the year of a volume. */
export function hasBracketedYear(/** @type {number} */ i, /** @type {number} */ j) {
  for (let g = i; g < j; g++) if (run.sep[g + 1] & CLOSE && isYear(g) && groupValue(g) > 1800) return true;
  return false;
}

/** 1966 103-107, 255-261 2007: a year and pages. */
export function isCited(/** @type {number} */ i, /** @type {number} */ j) {
  if (j - i !== 2) return false;
  const first = isYear(i) ? i + 1 : i, year = isYear(i) ? i : j;
  return isYear(year) && groupValue(year) > 1800 && (run.sep[year === i ? i + 1 : j] & SPACE) !== 0 && run.digits[run.at[first]] > 0 && run.sep[first + 1] === DASH && groupSize(first) === groupSize(first + 1) && groupValue(first) < groupValue(first + 1);
}

/** 8399/322560. */
export const isFraction = (/** @type {number} */ i, /** @type {number} */ j) => j - i === 1 && run.sep[j] === SLASH && run.digits[run.at[i]] !== 0;

/** 02 46 37 37 25 25 02 00: more pairs than the longest number has. */
export const isBytes = (/** @type {number} */ i, /** @type {number} */ j) => { for (let g = i; g <= j; g++) if (groupSize(g) !== 2) return false; return j - i > 6; };

/** 1409348513: seconds since 1970, between the years 2001 and 2033. */
export const isClock = (/** @type {number} */ i, /** @type {number} */ j) => i === j && groupSize(i) === 10 && run.digits[run.at[i]] === 1;

/** 377 377 377, 333333 444444. */
export function isRepeated(/** @type {number} */ i, /** @type {number} */ j) {
  if (j > i && groupSize(i) > 4 && groupSize(j) > 4 && isOneDigit(i) && isOneDigit(j)) return true;
  for (let g = i + 1; g <= j; g++) if (groupSize(g) !== groupSize(i) || groupValue(g) !== groupValue(i)) return false;
  return j - i > 1;
}

/** 144 238 144: three bytes, as of a colour. */
export const isTriple = (/** @type {number} */ i, /** @type {number} */ j) => j - i === 2 && run.sep[i + 1] === SPACE && run.sep[j] === SPACE && [i, i + 1, j].every(g => groupValue(g) < 256 && (groupSize(g) < 2 || run.digits[run.at[g]] > 0));

/** 0-7 16-23 8-15 24-31: pairs of bounds. */
export function isRanges(/** @type {number} */ i, /** @type {number} */ j) {
  if (j - i < 3) return false;
  for (let g = i + 1, to = (j - i) % 2 || j === run.count - 1 ? j : j + 1; g <= to; g++) if (run.sep[g] !== ((g - i) % 2 ? DASH : SPACE) || ((g - i) % 2 && groupValue(g) <= groupValue(g - 1))) return false;
  return true;
}

/** 4099 - 8191. */
export const isSpacedRange = (/** @type {number} */ i, /** @type {number} */ j) => j - i === 1 && run.sep[j] === (SPACE | DASH) && groupSize(i) === 4 && groupSize(j) === 4 && groupValue(j) > groupValue(i);

/** 60000-64999, 5717/5719, 234-243, 2008/2019: from one to another, or one beside the other. */
export function isRange(/** @type {number} */ i, /** @type {number} */ j) {
  if (j - i === 1 && isCentury(i) && isCentury(j) && run.sep[j] === DASH && groupValue(j) > groupValue(i)) return true;
  if (j > i && isYear(j) && isYear(j - 1) && groupValue(j - 1) > 1899 && groupValue(j) >= groupValue(j - 1) && run.sep[j] & (DASH | SLASH)) return true;
  if (j - i === 2) return isClose(i + 1, j) && run.sep[i + 1] === SPACE;
  if (j - i !== 1 || groupSize(i) !== groupSize(j) || !run.digits[run.at[i]]) return false;
  return isClose(i, j) || (run.sep[j] & ~SPACE) === SLASH || (run.sep[j] === DASH && groupValue(j) > groupValue(i) && run.digits[run.at[i]] === run.digits[run.at[j]] && (groupSize(i) < 4 || groupValue(i) % 100 === 0));
}

const isClose = (/** @type {number} */ i, /** @type {number} */ j) => run.sep[j] === DASH && groupSize(i) === 4 && groupSize(j) === 4 && groupValue(j) > groupValue(i) && groupValue(j) - groupValue(i) < 60;

/** 1.20.300.4000, 0.19.6: a version, a section, where the first digit is no national prefix. */
export const isVersion = (/** @type {number} */ i, /** @type {number} */ j) => j > i && groupSize(i) === 1 && run.sep[i + 1] === DOT;

const isOneDigit = (/** @type {number} */ g) => { for (let k = run.at[g] + 1; k < run.at[g + 1]; k++) if (run.digits[k] !== run.digits[k - 1]) return false; return true; };

/** 0208-1978: a standard and its year. */
export const isStandard = (/** @type {number} */ i, /** @type {number} */ j) => j - i === 1 && groupSize(i) === 4 && run.digits[run.at[i]] === 0 && run.sep[j] === DASH && isYear(j) && groupValue(j) > 1900;

/** 0212-0990: behind an area code of any length no subscriber's number begins with a zero. */
export const zeroBehindArea = (/** @type {number} */ i, /** @type {number} */ j) => j - i === 1 && run.at[j + 1] - run.at[i] < 9 && run.digits[run.at[j]] === 0 && run.digits[run.at[i]] === 0;

/** 02110-1301: the form of a ZIP code of nine digits. */
export const isPostcode = (/** @type {number} */ i, /** @type {number} */ j) => j - i === 1 && groupSize(i) === 5 && groupSize(j) === 4 && run.sep[j] === DASH;
