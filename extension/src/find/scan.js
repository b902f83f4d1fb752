/** Reads one run of digit groups: everything that could be written inside one number, up to the first thing that could not. */
import { CARRIER, digitValue, DOT, isInvisible, isPlus, ODD, OPEN, separator, SPACE } from './chars.js';

export const MAX_GROUPS = 48, MAX_DIGITS = 18;
/** How far behind the last group or digit anybody looks: there stands nothing, and nothing of the run before. */
const AHEAD = 3;
const MAX_SEPARATOR = 5, MAX_INVISIBLE = 12;

/**
 * The run read last. Group i spans `start[i]…end[i]` in the text and `at[i]…at[i+1]` in `digits`; `sep[i]` says what
 * stands before it (flags of chars.js), `width[i]` how many visible characters that is. One buffer for all runs: nothing is allocated.
 */
export const run = {
  count: 0, plus: -1, paren: -1, next: 0, long: false, cut: false,
  start: new Int32Array(MAX_GROUPS + AHEAD), end: new Int32Array(MAX_GROUPS + AHEAD), at: new Int32Array(MAX_GROUPS + AHEAD),
  sep: new Uint8Array(MAX_GROUPS + AHEAD), width: new Uint8Array(MAX_GROUPS + AHEAD),
  digits: new Uint8Array((MAX_GROUPS + 1) * MAX_DIGITS),
};

/** Where up to four digits end that nothing can go on from, or 0: most of a text's digits are years and counts, which need no reading. */
export function loneEnd(/** @type {string} */ text, /** @type {number} */ from) {
  let i = from + 1;
  while (i < from + 4 && digitValue(text.charCodeAt(i)) >= 0) i++;
  const c = text.charCodeAt(i);
  return c === 44 || c === 58 || c === 59 || c === 10 ? i : 0;
}

/**
 * @param {string} text
 * @param {number} from index of a digit that no group before it touches
 * @param {number} floor nothing before this index is looked at
 * @returns {typeof run}
 */
export function readRun(text, from, floor) {
  let i = from, n = 0, total = 0;
  run.long = run.cut = false;
  lead(text, from, floor);
  run.sep[0] = run.width[0] = 0;
  for (;;) {
    const begin = i;
    let size = 0, last = i;
    for (; i < text.length; i++) {
      const c = text.charCodeAt(i), d = digitValue(c);
      if (d >= 0) { if (size < MAX_DIGITS) run.digits[total + size] = d; size++; last = i; }
      else if (!isInvisible(c) || i - last > MAX_INVISIBLE) break;
    }
    if (size > MAX_DIGITS - 1) { run.long = true; run.next = i; break; }
    run.start[n] = begin;
    run.end[n] = last + 1;
    run.at[n] = total;
    total += size;
    run.at[++n] = total;
    run.next = i = last + 1;
    // between groups
    let flags = 0, width = 0, hidden = 0, found = false;
    for (; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (digitValue(c) >= 0) { found = flags > 0; break; }
      const kind = separator(c);
      if (kind && c !== 0xad) {
        if (++width > MAX_SEPARATOR || (kind === DOT && flags & (DOT | SPACE) && !isSpaced(text, i))) break;
        flags |= kind;
      } else if (isInvisible(c)) { if (++hidden > MAX_INVISIBLE) break; }
      else if ((c === 39 || c === 0x2019) && !flags && !width && digitValue(text.charCodeAt(i + 1)) >= 0) { flags = ODD; width = 1; } // 079'123'45'67
      else if ((c | 32) === 120 && !flags && (text.charCodeAt(i + 1) | 32) === 120 && size <= 1 && run.digits[total - 1] === 0) { flags |= CARRIER; i++; width += 2; found = digitValue(text.charCodeAt(i + 1)) >= 0; if (found) { i++; break; } }
      else break;
    }
    if (!found || (width === 3 && isBullet(text, run.end[n - 1]))) break;
    if (n === MAX_GROUPS) { run.cut = true; break; }
    run.sep[n] = flags;
    run.width[n] = width;
  }
  run.count = n;
  for (let k = total; k < total + AHEAD; k++) run.digits[k] = 0;
  for (let k = n; k < n + AHEAD; k++) {
    run.sep[k] = run.width[k] = 0;
    run.start[k] = run.end[k] = run.next;
    run.at[k] = total;
  }
  return run;
}

/** “0577 . 77 91 04”. */
const isSpaced = (/** @type {string} */ text, /** @type {number} */ dot) => separator(text.charCodeAt(dot - 1)) === SPACE && separator(text.charCodeAt(dot + 1)) === SPACE && digitValue(text.charCodeAt(dot + 2)) >= 0 && digitValue(text.charCodeAt(dot - 2)) >= 0;

/** “ • ”, “ · ”: between two things, not inside one. */
const isBullet = (/** @type {string} */ text, /** @type {number} */ at) => (text.charCodeAt(at + 1) === 0x2022 || text.charCodeAt(at + 1) === 0xb7) && separator(text.charCodeAt(at)) === SPACE && separator(text.charCodeAt(at + 2)) === SPACE;

/** What stands directly before the first digit: a plus and an opening parenthesis, in either order. */
function lead(/** @type {string} */ text, /** @type {number} */ from, /** @type {number} */ floor) {
  run.plus = run.paren = -1;
  for (let i = from - 1, seen = 0; i >= floor && seen < 6; i--) {
    const c = text.charCodeAt(i);
    if (isInvisible(c)) continue;
    seen++;
    const kind = separator(c);
    if (isPlus(c)) run.plus = i;
    else if (kind === OPEN) { if (run.paren >= 0) return; run.paren = i; if (run.plus < 0 && i < from - 1 && kindBetween(text, i + 1, from)) return; }
    else if (kind !== SPACE || run.plus >= 0) return;
    else if (seen > 2) return;
  }
}

/** True when a space stands between: then a bracket that opens there is not part of a number without plus. */
function kindBetween(/** @type {string} */ text, /** @type {number} */ from, /** @type {number} */ to) {
  for (let i = from; i < to; i++) if (separator(text.charCodeAt(i)) === SPACE) return true;
  return false;
}

/** How many digits group `g` of the run has, and what they are worth. */
export const groupSize = (/** @type {number} */ g) => run.at[g + 1] - run.at[g];
export const groupValue = (/** @type {number} */ g) => { let v = 0; for (let k = run.at[g]; k < run.at[g + 1] && k < run.at[g] + 9; k++) v = v * 10 + run.digits[k]; return v; };
