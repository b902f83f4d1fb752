/** What the digits alone look like: the way their country writes them, or a date, a count, a row of figures. */
import { CARRIER, CLOSE, DASH, DOT, ODD, OPEN, SLASH, SPACE } from './chars.js';
import { isHabit } from './metadata/habits.js';
import { run } from './scan.js';

export const COMPACT = 0, EXACT = 1, FINER = 2, COARSER = 3, AREA = 4, FREE = 5, REGULAR = 6, HABIT = 7;

/** Grouped as their country's plan or its people do. */
export const isUsual = (/** @type {number} */ level) => level === EXACT || level === HABIT;

/**
 * How groups i…j of the run compare with the grouping of their country.
 * @param {number} i @param {number} j
 * @param {import('./plan.js').Parsed} parsed
 */
export function grouping(i, j, parsed) {
  const nsn = parsed.to - parsed.from, total = run.at[j + 1] - run.at[i], skip = total - nsn;
  let written = 0;
  for (let g = i + 1; g <= j; g++) {
    const offset = run.at[g] - run.at[i] - skip;
    if (offset > 0) written |= 1 << offset;
  }
  if (parsed.digits !== run.digits) return !written ? COMPACT : nsn > total ? FREE : AREA; // rewritten (Argentina's 15): the cuts moved
  const { mask } = parsed.shape;
  if (!written) return COMPACT;
  if (written === mask) return EXACT;
  if (isHabit(parsed.cc, sizes(i, j, skip))) return (nsn < 9 && j - i === 1 && !parsed.prefix) || cutsArea(mask, written, parsed) ? COARSER : HABIT; // 2370 1605 is many things
  if (mask && (written & mask) === mask) return parsed.shape.open || !hasSingle(i + 1, j) ? FINER : AREA;
  const area = (written & -written) === (mask & -mask);
  if ((written & mask) === written) return area ? (nsn > 8 && (j - i === 1 || (j - i === 2 && size(j) < 5 && size(j - 1) < 5)) ? FINER : COARSER) : parsed.prefix && parsed.how === 'national' ? FREE : COARSER;
  if (mask && area) return nsn > 8 && isRegular(i, j) && !isThousands(i, j) ? REGULAR : AREA;
  return nsn >= 9 && isRegular(i < j && size(i) === skip ? i + 1 : i, j) ? REGULAR : FREE;
}

/** 18964 11464: without the national prefix no first group is longer than an area code, if there is one; Greeks write the zero behind the code with it: 22850 71 418. */
const cutsArea = (/** @type {number} */ mask, /** @type {number} */ written, /** @type {import('./plan.js').Parsed} */ p) => !p.prefix && p.how === 'national' && p.cc !== 30 && (written & -written) > 1 << 4 && (mask & -mask) < 1 << 5;

const sizes = (/** @type {number} */ i, /** @type {number} */ j, /** @type {number} */ skip) => { let out = ''; for (let g = i; g <= j; g++) if (g > i || size(g) !== skip) out += size(g) - (g === i ? skip : 0); return out; };

/** The country's national prefix is missing where people are used to leave it out. */
export function omitsPrefix(/** @type {number} */ i, /** @type {number} */ j, /** @type {import('./plan.js').Parsed} */ p) {
  let dots = 0;
  for (let g = i + 1; g <= j; g++) if (run.sep[g] & DOT) dots++;
  const apart = p.to - p.from > 8 || (run.sep[i + 1] & (SLASH | DASH | CLOSE)) !== 0 || (size(i) === 1 && j - i === 1);
  return apart && (dots === 0 || dots === j - i) && isHabit(p.cc, `!${sizes(i, j, 0)}`);
}

const size = (/** @type {number} */ g) => run.at[g + 1] - run.at[g];
const value = (/** @type {number} */ g) => { let v = 0; for (let k = run.at[g]; k < run.at[g + 1] && k < run.at[g] + 9; k++) v = v * 10 + run.digits[k]; return v; };
const isYear = (/** @type {number} */ g) => size(g) === 4 && value(g) >= 1000 && value(g) <= 2100;
const isCentury = (/** @type {number} */ g) => value(g) > 400 && value(g) < 2100 && value(g) % 50 === 0;
const isDay = (/** @type {number} */ g) => size(g) <= 2 && value(g) >= 1 && value(g) <= 31;
const isMonth = (/** @type {number} */ g) => size(g) <= 2 && value(g) >= 1 && value(g) <= 12;

const hasSingle = (/** @type {number} */ i, /** @type {number} */ j) => { for (let g = i + 1; g <= j; g++) if (size(g) === 1) return true; return false; };

/** 0 41 31 - 23 45 68: pairs, and a sign between area and number. */
function isPaired(/** @type {number} */ i, /** @type {number} */ j) {
  let signs = 0;
  for (let g = i; g <= j; g++) { if (size(g) !== 2) return false; if (g > i && run.sep[g] & (DASH | SLASH)) signs++; }
  return signs === 1;
}

/** Three groups or more of two to four digits, one kind of separator: how people write a number whatever the plan says. */
function isRegular(/** @type {number} */ i, /** @type {number} */ j) {
  if (j - i < 2) return false;
  const kind = run.sep[j];
  for (let g = i; g <= j; g++) {
    if (size(g) > 4 || (size(g) < 2 && (g > i || run.digits[run.at[g]] !== 0))) return false;
    if (g > i && run.sep[g] !== kind && !(run.sep[g] & (OPEN | CLOSE))) return false;
  }
  return true;
}

/** 08-02/09-13: from one day to another. */
const isSeason = (/** @type {number} */ i, /** @type {number} */ j) => j - i === 3 && run.sep[i + 1] === DASH && run.sep[i + 2] === SLASH && run.sep[j] === DASH && isMonth(i) && isDay(i + 1) && isMonth(i + 2) && isDay(j);

/** A calendar date, perhaps with an hour behind it, or a span of years. */
export function isDate(/** @type {number} */ i, /** @type {number} */ j) {
  if (j - i === 1 && isYear(i) && isYear(j) && (value(j) >= value(i) ? run.sep[j] & (DASH | SLASH) || value(i) > 1899 : value(j) > 1899 && run.sep[j] & (DASH | SLASH))) return true;
  if (i === j && size(i) === 8) { const v = value(i), y = v / 1e4 | 0, m = (v / 100 | 0) % 100, d = v % 100; return y > 1899 && y < 2100 && m > 0 && m < 13 && d > 0 && d < 32; }
  if (j - i === 1 && ((isMonth(i) && isYear(j) && value(j) > 1800) || (isYear(i) && isMonth(j) && value(i) > 1800)) && run.sep[j] & (DASH | SLASH | DOT)) return true;
  if (isSeason(i, j)) return true;
  if (j - i > 2) for (let k = i; k + 2 <= j; k++) if (isDate(k, k + 2) && run.sep[k + 1] === run.sep[k + 2] && (run.sep[k + 1] & (DOT | SLASH) || (run.sep[k + 1] === DASH && isYear(k) && size(k + 1) === 2 && size(k + 2) === 2 && run.sep[k] !== DASH)) && run.width[k + 1] === 1) return true;
  if (j - i < 2 || j - i > 4) return false;
  if (((run.sep[i + 1] ^ run.sep[i + 2]) & ~SPACE) !== 0 || run.sep[i + 1] & (OPEN | CLOSE)) return false;
  const year = isYear(i) && isMonth(i + 1) && isDay(i + 2);
  const day = (isYear(i + 2) && value(i + 2) >= 1000) && ((isDay(i) && isMonth(i + 1)) || (isMonth(i) && isDay(i + 1)));
  if (j - i === 2) return year || day;
  return (year || day) && (run.sep[i + 1] & (DASH | SLASH | DOT)) !== 0 && size(i + 3) <= 4;
}

/** 1 234 567, 12.345.678: the groups of a plain amount. */
export function isThousands(/** @type {number} */ i, /** @type {number} */ j) {
  if (j === i || size(i) > 3 || run.digits[run.at[i]] === 0) return false;
  for (let g = i + 1; g <= j; g++) if (size(g) !== 3 || (run.sep[g] & (SPACE | DOT | ODD)) === 0 || run.sep[g] !== run.sep[i + 1] || run.width[g] !== 1) return false;
  return true;
}

/** 0164 0165 0141: cells of a table, bytes of a dump. */
export const isPadded = (/** @type {number} */ i, /** @type {number} */ j) => { for (let g = i; g <= j; g++) if (run.digits[run.at[g]] || size(g) !== size(i)) return false; return j - i > 1; };

/** What a row of a table of figures may be too: not grouped as the plan has it, or 041 117 132 by habit only. */
export function isRowLike(/** @type {number} */ i, /** @type {number} */ j, /** @type {import('./plan.js').Parsed} */ p) {
  const level = grouping(i, j, p);
  if (level !== HABIT) return level !== EXACT && !p.prefix;
  for (let g = i; g <= j; g++) if (size(g) !== 3) return false;
  return true;
}

/** 70 71 72 73. */
export function countsOn(/** @type {number} */ i, /** @type {number} */ j) {
  for (let g = i + 1; g <= j; g++) if (value(g) !== value(g - 1) + 1) return false;
  return j - i > 2;
}

/** Small numbers in rising or falling order: a draw, a list, a scale. */
export function isRising(/** @type {number} */ i, /** @type {number} */ j) {
  if (j - i < 3) return false;
  let up = true, down = true;
  for (let g = i; g <= j; g++) {
    if (size(g) > 2 || value(g) > 60) return false;
    if (g > i && value(g) <= value(g - 1)) up = false;
    if (g > i && value(g) >= value(g - 1)) down = false;
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
    if (size(g) !== 10) continue;
    let v = 0;
    for (let k = run.at[g]; k < run.at[g + 1]; k++) v = v * 10 + run.digits[k];
    if (Math.abs(v - 2147483648) < 100 || Math.abs(v - 4294967296) < 100) return true;
  }
  return false;
}

/** How many kinds of separator stand between groups i…j; brackets and the space beside them are free. */
export function mixture(/** @type {number} */ i, /** @type {number} */ j) {
  let kinds = 0, odd = false, wide = j > i, gap = 0;
  for (let g = i + 1; g <= j; g++) {
    const s = run.sep[g] & ~(OPEN | CLOSE);
    kinds |= s & (SPACE | DASH | DOT | SLASH | ODD | CARRIER);
    if (s & ODD) odd = true;
    if (run.sep[g] !== SPACE || run.width[g] < 2) wide = false;
    if (run.sep[g] === SPACE) gap = Math.max(gap, run.width[g]);
  }
  let n = 0;
  for (let k = kinds & ~SPACE; k; k &= k - 1) n++;
  return { kinds, n, odd, wide, gap };
}

/** 943-55.41.18: one sign behind the area code, another within the number. */
export function isAreaApart(/** @type {number} */ i, /** @type {number} */ j) {
  for (let g = i + 3; g <= j; g++) if (run.sep[g] !== run.sep[i + 2]) return false;
  return j > i + 1 && run.sep[i + 1] !== run.sep[i + 2];
}

/** Most of groups i…j hold one digit, or three in a row do (1-2-3-4-5). */
export function isScattered(/** @type {number} */ i, /** @type {number} */ j) {
  if (j - i < 4) return false;
  let single = 0, row = 0, longest = 0;
  for (let g = i; g <= j; g++) { row = size(g) === 1 ? row + 1 : 0; if (row) single++; longest = Math.max(longest, row); }
  return longest > 2 || single > (j - i + 1) / 2;
}
export { size as groupSize, value as groupValue };

/** Brackets that open and close more than once: an enumeration. */
export function isEnumeration(/** @type {number} */ i, /** @type {number} */ j) {
  let n = 0;
  for (let g = i + 1; g <= j; g++) if (run.sep[g] & CLOSE) n++;
  return n > 1;
}

/** 4186.475409, 324.57 331.53, 2.23.133.10.1.3, 1.5 / 12 / 480: decimals, dotted ids and lists of figures. */
export function isFigures(/** @type {number} */ i, /** @type {number} */ j, /** @type {number} */ level) {
  let dots = 0, slashes = 0, pattern = '';
  for (let g = i + 1; g <= j; g++) {
    if (run.sep[g] === DOT) { dots++; pattern += '.'; }
    else { pattern += run.sep[g] === SPACE ? ' ' : run.sep[g] & CLOSE ? ')' : '-'; if (run.sep[g] === (SLASH | SPACE)) slashes++; }
  }
  if (slashes > 1 || (j > i && run.sep[j] === SLASH && isYear(j) && value(j) > (j - i === 1 ? 1500 : 1900))) return true;
  if (dots === 3 && j - i === 3 && [i, i + 1, i + 2, j].every(g => size(g) < 4 && value(g) < 256) && !isUsual(level)) return true;
  if (j - i > 1 && !isUsual(level) && allSlashes(i, j)) return true;
  if (dots > 0 && anyWide(i, j)) return true; // columns of decimals
  if (j - i === 1 && dots === 1 && run.digits[run.at[i]]) return true;
  if (pattern === '- -' && run.sep[i + 2] === SPACE && size(i) === 2 && size(j) === 2) return true; // sets of a match
  if (dots > 1 && size(j) === 1 && !isUsual(level)) return true;
  if (j - i === 1 && dots === 1 && run.at[j + 1] - run.at[i] <= 8 && (size(i) < 2 || run.digits[run.at[i]] !== 0)) return true;
  if (isUsual(level)) return false;
  if (/\.[ -]+\./.test(pattern)) return true;
  if (level === FINER && dots < 5) return false;
  return (j - i === 1 && dots === 1 && (level !== AREA || run.digits[run.at[i]] !== 0)) || (dots === j - i && dots > 3)
    || (dots > 0 && level === FREE && pattern.includes(' '));
}

const anyWide = (/** @type {number} */ i, /** @type {number} */ j) => { for (let g = i + 1; g <= j; g++) if (run.sep[g] === SPACE && run.width[g] > 1) return true; return false; };
export const allSlashes = (/** @type {number} */ i, /** @type {number} */ j) => { for (let g = i + 1; g <= j; g++) if (run.sep[g] !== SLASH) return false; return true; };

/** 192.168.230.27, 192.168.254/24: bytes of an address on the net, unless all are pairs. */
export function isNetAddress(/** @type {number} */ i, /** @type {number} */ j) {
  let bytes = 0, pairs = 0;
  for (let g = i; g <= j; g++) {
    if (g > i && run.sep[g] === SLASH && bytes > 2 && value(g) < 33) return true;
    if (size(g) > 3 || value(g) > 255 || (size(g) > 1 && !run.digits[run.at[g]])) return false;
    if (g > i && run.sep[g] !== DOT) return false;
    bytes++;
    if (size(g) === 2) pairs++;
    if (bytes === 4) return pairs < 4 && (g === j || run.sep[g + 1] !== DOT);
  }
  return false;
}

/** 0-596-00027-8: four groups, the last of them the check digit of the nine before. */
export function isBookNumber(/** @type {number} */ i, /** @type {number} */ j) {
  if (j - i !== 3 || size(j) > 1 || run.at[j + 1] - run.at[i] !== 10) return false;
  let sum = 0;
  for (let g = i + 1; g <= j; g++) if (run.sep[g] !== run.sep[j] || run.width[g] > 1) return false;
  for (let k = 0; k < 10; k++) sum += (10 - k) * run.digits[run.at[i] + k];
  return sum % 11 === 0;
}

/** 0.99.20050712-1: a day in a version. */
export function isRelease(/** @type {number} */ i, /** @type {number} */ j) {
  if (!isVersion(i, j)) return false;
  for (let g = i + 1; g <= j; g++) if (size(g) === 8 && isDate(g, g)) return true;
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
  for (let g = i; g < j; g++) if (run.sep[g + 1] & CLOSE && isYear(g) && value(g) > 1800) return true;
  return false;
}

/** 1966 103-107, 255-261 2007: a year and pages. */
export function isCited(/** @type {number} */ i, /** @type {number} */ j) {
  if (j - i !== 2) return false;
  const first = isYear(i) ? i + 1 : i, year = isYear(i) ? i : j;
  return isYear(year) && value(year) > 1800 && run.sep[year === i ? i + 1 : j] === SPACE && run.digits[run.at[first]] > 0 && run.sep[first + 1] === DASH && size(first) === size(first + 1) && value(first) < value(first + 1);
}

/** 8399/322560. */
export const isFraction = (/** @type {number} */ i, /** @type {number} */ j) => j - i === 1 && run.sep[j] === SLASH && run.digits[run.at[i]] !== 0;

/** 02 46 37 37 25 25 02 00: more pairs than the longest number has. */
export const isBytes = (/** @type {number} */ i, /** @type {number} */ j) => { for (let g = i; g <= j; g++) if (size(g) !== 2) return false; return j - i > 6; };

/** 1409348513: seconds since 1970, between the years 2001 and 2033. */
export const isClock = (/** @type {number} */ i, /** @type {number} */ j) => i === j && size(i) === 10 && run.digits[run.at[i]] === 1;

/** 377 377 377, 333333 444444. */
export function isRepeated(/** @type {number} */ i, /** @type {number} */ j) {
  if (j > i && size(i) > 4 && size(j) > 4 && isOneDigit(i) && isOneDigit(j)) return true;
  for (let g = i + 1; g <= j; g++) if (size(g) !== size(i) || value(g) !== value(i)) return false;
  return j - i > 1;
}

/** 144 238 144: three bytes, as of a colour. */
export const isTriple = (/** @type {number} */ i, /** @type {number} */ j) => j - i === 2 && run.sep[i + 1] === SPACE && run.sep[j] === SPACE && [i, i + 1, j].every(g => value(g) < 256 && (size(g) < 2 || run.digits[run.at[g]] > 0));

/** Two figures or more that only spaces keep from these: the number is cut out of a row, unless it is evenly spaced and grouped as the plan has it. */
export function isInRow(/** @type {number} */ i, /** @type {number} */ j, /** @type {import('./plan.js').Parsed} */ p) {
  let n = 0;
  for (let g = i - 1; g >= 0 && run.sep[g + 1] === SPACE && size(g) < 5; g--) n++;
  for (let g = j + 1; g < run.count && run.sep[g] === SPACE && size(g) < 5; g++) n++;
  return n > 1 && (grouping(i, j, p) !== EXACT || !isEven(i, j));
}

const isEven = (/** @type {number} */ i, /** @type {number} */ j) => { for (let g = i + 2; g <= j; g++) if (run.width[g] !== run.width[i + 1]) return false; return true; };

/** 43691/131072: whoever leaves the plus out keeps the country code apart or nothing. */
export const hidesCode = (/** @type {number} */ i, /** @type {number} */ j, /** @type {import('./plan.js').Parsed} */ p) => j > i && size(i) > String(p.cc).length && run.digits[run.at[i]] > 0;

/** 0-7 16-23 8-15 24-31: pairs of bounds. */
export function isRanges(/** @type {number} */ i, /** @type {number} */ j) {
  if (j - i < 3) return false;
  for (let g = i + 1, to = (j - i) % 2 || j === run.count - 1 ? j : j + 1; g <= to; g++) if (run.sep[g] !== ((g - i) % 2 ? DASH : SPACE) || ((g - i) % 2 && value(g) <= value(g - 1))) return false;
  return true;
}

/** 4099 - 8191. */
export const isSpacedRange = (/** @type {number} */ i, /** @type {number} */ j) => j - i === 1 && run.sep[j] === (SPACE | DASH) && size(i) === 4 && size(j) === 4 && value(j) > value(i);

/** 60000-64999, 5717/5719, 234-243, 2008/2019: from one to another, or one beside the other. */
export function isRange(/** @type {number} */ i, /** @type {number} */ j) {
  if (j - i === 1 && isCentury(i) && isCentury(j) && run.sep[j] === DASH && value(j) > value(i)) return true;
  if (j > i && isYear(j) && isYear(j - 1) && value(j - 1) > 1899 && value(j) >= value(j - 1) && run.sep[j] & (DASH | SLASH)) return true;
  if (j - i === 2) return isClose(i + 1, j) && run.sep[i + 1] === SPACE;
  if (j - i !== 1 || size(i) !== size(j) || !run.digits[run.at[i]]) return false;
  return isClose(i, j) || (run.sep[j] & ~SPACE) === SLASH || (run.sep[j] === DASH && value(j) > value(i) && run.digits[run.at[i]] === run.digits[run.at[j]] && (size(i) < 4 || value(i) % 100 === 0));
}
const isClose = (/** @type {number} */ i, /** @type {number} */ j) => run.sep[j] === DASH && size(i) === 4 && size(j) === 4 && value(j) > value(i) && value(j) - value(i) < 60;

/** 1.20.300.4000, 0.19.6: a version, a section, where the first digit is no national prefix. */
export const isVersion = (/** @type {number} */ i, /** @type {number} */ j) => j > i && size(i) === 1 && run.sep[i + 1] === DOT;

const isOneDigit = (/** @type {number} */ g) => { for (let k = run.at[g] + 1; k < run.at[g + 1]; k++) if (run.digits[k] !== run.digits[k - 1]) return false; return true; };

/** 0208-1978: a standard and its year. */
export const isStandard = (/** @type {number} */ i, /** @type {number} */ j) => j - i === 1 && size(i) === 4 && run.digits[run.at[i]] === 0 && run.sep[j] === DASH && isYear(j) && value(j) > 1900;

/** 0212-0990: behind an area code of any length no subscriber's number begins with a zero. */
export const zeroBehindArea = (/** @type {number} */ i, /** @type {number} */ j) => j - i === 1 && run.at[j + 1] - run.at[i] < 9 && run.digits[run.at[j]] === 0 && run.digits[run.at[i]] === 0;

/** 02110-1301: the form of a ZIP code of nine digits. */
export const isPostcode = (/** @type {number} */ i, /** @type {number} */ j) => j - i === 1 && size(i) === 5 && size(j) === 4 && run.sep[j] === DASH;

/** “0.32.2 …”, “0 2048 …”: how much a zero on its own speaks against a national prefix. */
export function loneTrunk(/** @type {number} */ i, /** @type {number} */ j, /** @type {import('./plan.js').Parsed} */ p, /** @type {number} */ level) {
  if (j === i || size(i) > 1 || run.sep[i + 1] & (OPEN | CLOSE)) return 0;
  if (!p.prefix) return run.digits[run.at[i]] ? 0 : 40;
  if (p.prefix !== 1) return 0;
  if (p.shape.open || j - i === 1) return j - i > 3 && isPaired(i + 1, j) ? 0 : 25;
  return isUsual(level) || ((level === AREA || level === FINER) && j - i > 2 && !(run.sep[i + 1] & DOT)) ? 0 : run.sep[i + 1] & DOT && j - i > 3 ? 25 : 15;
}
