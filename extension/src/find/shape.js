/** How the digits of a number are grouped: the way their country writes them, its people do, or nobody. */
import { CARRIER, CLOSE, DASH, DOT, ODD, OPEN, SLASH, SPACE } from './chars.js';
import { allSlashes, anyWide, isThousands, isYear } from './figures.js';
import { isHabit } from './metadata/habits.js';
import { groupSize, groupValue, run } from './scan.js';

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
  if ((written & mask) === written) return area ? (nsn > 8 && (j - i === 1 || (j - i === 2 && groupSize(j) < 5 && groupSize(j - 1) < 5)) ? FINER : COARSER) : parsed.prefix && parsed.how === 'national' ? FREE : COARSER;
  if (mask && area) return nsn > 8 && isRegular(i, j) && !isThousands(i, j) ? REGULAR : AREA;
  return nsn >= 9 && isRegular(i < j && groupSize(i) === skip ? i + 1 : i, j) ? REGULAR : FREE;
}

/** 18964 11464: without the national prefix no first group is longer than an area code, if there is one; Greeks write the zero behind the code with it: 22850 71 418. */
const cutsArea = (/** @type {number} */ mask, /** @type {number} */ written, /** @type {import('./plan.js').Parsed} */ p) => !p.prefix && p.how === 'national' && p.cc !== 30 && (written & -written) > 1 << 4 && (mask & -mask) < 1 << 5;

const sizes = (/** @type {number} */ i, /** @type {number} */ j, /** @type {number} */ skip) => { let out = ''; for (let g = i; g <= j; g++) if (g > i || groupSize(g) !== skip) out += groupSize(g) - (g === i ? skip : 0); return out; };

/** The country's national prefix is missing where people are used to leave it out. */
export function omitsPrefix(/** @type {number} */ i, /** @type {number} */ j, /** @type {import('./plan.js').Parsed} */ p) {
  let dots = 0;
  for (let g = i + 1; g <= j; g++) if (run.sep[g] & DOT) dots++;
  const apart = p.to - p.from > 8 || (run.sep[i + 1] & (SLASH | DASH | CLOSE)) !== 0 || (groupSize(i) === 1 && j - i === 1);
  return apart && (dots === 0 || dots === j - i) && isHabit(p.cc, `!${sizes(i, j, 0)}`);
}

const hasSingle = (/** @type {number} */ i, /** @type {number} */ j) => { for (let g = i + 1; g <= j; g++) if (groupSize(g) === 1) return true; return false; };

/** 0 41 31 - 23 45 68: pairs, and a sign between area and number. */
function isPaired(/** @type {number} */ i, /** @type {number} */ j) {
  let signs = 0;
  for (let g = i; g <= j; g++) { if (groupSize(g) !== 2) return false; if (g > i && run.sep[g] & (DASH | SLASH)) signs++; }
  return signs === 1;
}

/** Three groups or more of two to four digits, one kind of separator: how people write a number whatever the plan says. */
function isRegular(/** @type {number} */ i, /** @type {number} */ j) {
  if (j - i < 2) return false;
  const kind = run.sep[j];
  for (let g = i; g <= j; g++) {
    if (groupSize(g) > 4 || (groupSize(g) < 2 && (g > i || run.digits[run.at[g]] !== 0))) return false;
    if (g > i && run.sep[g] !== kind && !(run.sep[g] & (OPEN | CLOSE))) return false;
  }
  return true;
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
  for (let g = i; g <= j; g++) { row = groupSize(g) === 1 ? row + 1 : 0; if (row) single++; longest = Math.max(longest, row); }
  return longest > 2 || single > (j - i + 1) / 2;
}

/** 4186.475409, 324.57 331.53, 2.23.133.10.1.3, 1.5 / 12 / 480: decimals, dotted ids and lists of figures. */
export function isFigures(/** @type {number} */ i, /** @type {number} */ j, /** @type {number} */ level) {
  let dots = 0, slashes = 0, pattern = '';
  for (let g = i + 1; g <= j; g++) {
    if (run.sep[g] === DOT) { dots++; pattern += '.'; }
    else { pattern += run.sep[g] === SPACE ? ' ' : run.sep[g] & CLOSE ? ')' : '-'; if (run.sep[g] === (SLASH | SPACE)) slashes++; }
  }
  if (slashes > 1 || (j > i && run.sep[j] === SLASH && isYear(j) && groupValue(j) > (j - i === 1 ? 1500 : 1900))) return true;
  if (dots === 3 && j - i === 3 && [i, i + 1, i + 2, j].every(g => groupSize(g) < 4 && groupValue(g) < 256) && !isUsual(level)) return true;
  if (j - i > 1 && !isUsual(level) && allSlashes(i, j)) return true;
  if (dots > 0 && anyWide(i, j)) return true; // columns of decimals
  if (j - i === 1 && dots === 1 && run.digits[run.at[i]]) return true;
  if (pattern === '- -' && run.sep[i + 2] === SPACE && groupSize(i) === 2 && groupSize(j) === 2) return true; // sets of a match
  if (dots > 1 && groupSize(j) === 1 && !isUsual(level)) return true;
  if (j - i === 1 && dots === 1 && run.at[j + 1] - run.at[i] <= 8 && (groupSize(i) < 2 || run.digits[run.at[i]] !== 0)) return true;
  if (isUsual(level)) return false;
  if (/\.[ -]+\./.test(pattern)) return true;
  if (level === FINER && dots < 5) return false;
  return (j - i === 1 && dots === 1 && (level !== AREA || run.digits[run.at[i]] !== 0)) || (dots === j - i && dots > 3)
    || (dots > 0 && level === FREE && pattern.includes(' '));
}

/** What a row of a table of figures may be too: not grouped as the plan has it, or 041 117 132 by habit only. */
export function isRowLike(/** @type {number} */ i, /** @type {number} */ j, /** @type {import('./plan.js').Parsed} */ p) {
  const level = grouping(i, j, p);
  if (level !== HABIT) return level !== EXACT && !p.prefix;
  for (let g = i; g <= j; g++) if (groupSize(g) !== 3) return false;
  return true;
}

/** Two figures or more that only spaces keep from these: the number is cut out of a row, unless it is evenly spaced and grouped as the plan has it. */
export function isInRow(/** @type {number} */ i, /** @type {number} */ j, /** @type {import('./plan.js').Parsed} */ p) {
  let n = 0;
  for (let g = i - 1; g >= 0 && run.sep[g + 1] === SPACE && groupSize(g) < 5; g--) n++;
  for (let g = j + 1; g < run.count && run.sep[g] === SPACE && groupSize(g) < 5; g++) n++;
  return n > 1 && (grouping(i, j, p) !== EXACT || !isEven(i, j));
}

const isEven = (/** @type {number} */ i, /** @type {number} */ j) => { for (let g = i + 2; g <= j; g++) if (run.width[g] !== run.width[i + 1]) return false; return true; };

/** 43691/131072: whoever leaves the plus out keeps the country code apart or nothing. */
export const hidesCode = (/** @type {number} */ i, /** @type {number} */ j, /** @type {import('./plan.js').Parsed} */ p) => j > i && groupSize(i) > String(p.cc).length && run.digits[run.at[i]] > 0;

/** “0.32.2 …”, “0 2048 …”: how much a zero on its own speaks against a national prefix. */
export function loneTrunk(/** @type {number} */ i, /** @type {number} */ j, /** @type {import('./plan.js').Parsed} */ p, /** @type {number} */ level) {
  if (j === i || groupSize(i) > 1 || run.sep[i + 1] & (OPEN | CLOSE)) return 0;
  if (!p.prefix) return run.digits[run.at[i]] ? 0 : 40;
  if (p.prefix !== 1) return 0;
  if (p.shape.open || j - i === 1) return j - i > 3 && isPaired(i + 1, j) ? 0 : 25;
  return isUsual(level) || ((level === AREA || level === FINER) && j - i > 2 && !(run.sep[i + 1] & DOT)) ? 0 : run.sep[i + 1] & DOT && j - i > 3 ? 25 : 15;
}
