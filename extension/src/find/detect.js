/** One run of digit groups → the numbers in it: every window is parsed and weighed, the best set that does not overlap is kept. */
import { CARRIER, CLOSE, DASH, digitValue, DOT, isInvisible, isLetter, ODD, OPEN, SLASH, SPACE, separator } from './chars.js';
import { isAmongIds } from './around.js';
import { isBesideColumn, isCode, isHash, isInDump } from './code.js';
import { edgeScore } from './edge.js';
import { readTail } from './extension.js';
import { allSlashes, isThousands } from './figures.js';
import { formScore } from './form.js';
import { amongFigures } from './layout.js';
import { parseIdd, parseNational, parseWithCode, startsWith } from './plan.js';
import { THRESHOLD, VETO } from './points.js';
import { groupSize, groupValue, run } from './scan.js';
import { wordScore } from './score.js';
import { EXACT, grouping, isInRow, isRowLike } from './shape.js';
import { OTHER, PHONE } from './words.js';

/** Only telephones have extensions. */
const EXTENSION = 50, LISTED = 14;
/** Right behind a word for telephone nothing is counted: “telefoni 24 715”. */
const UNCOUNTED = 36;
const MAX_WINDOW = 12, MAX_NUMBER = 17;

/** @typedef {{i: number, j: number, start: number, end: number, parsed: import('./plan.js').Parsed, points: number, kind: number, tail: import('./extension.js').Tail | null}} Candidate */

/** National prefixes that plans have given up and people still write; elsewhere a zero. @type {Record<string, string[]>} */
const GIVEN_UP = { MX: ['01', '044', '045'], UA: ['80'] };

/** @returns {import('./plan.js').Parsed | null} groups i…j read as one number */
function parse(/** @type {number} */ i, /** @type {number} */ j, /** @type {import('./plan.js').Region | null} */ region, /** @type {{zero: boolean}} */ out) {
  const { at, digits } = run, from = at[i], to = at[j + 1];
  out.zero = false;
  const zero = zeroGroup(i, j);
  if (zero >= 0) { // +49 (0) 30: the bracket is dialled inside the country only
    const bare = new Uint8Array(to - from - 1);
    bare.set(digits.subarray(from, at[zero]));
    bare.set(digits.subarray(at[zero] + 1, to), at[zero] - from);
    const how = i === 0 && run.plus >= 0 ? 'plus' : 'code';
    const doubled = !bare[0] && !bare[1];
    const p = doubled ? parseIdd(null, bare, 0, bare.length) : parseWithCode(bare, 0, bare.length, how);
    if (p && p.shape) { out.zero = true; if (how === 'plus' || zero > i) return p; }
  }
  if (i === 0 && run.plus >= 0) {
    const p = digits[from] ? parseWithCode(digits, from, to, 'plus') : !digits[from + 1] ? parseWithCode(digits, from + 2, to, 'plus', 2) : null;
    return p;
  }
  if (!region) return groupSize(i) > 1 ? parseIdd(null, digits, from, to) : null;
  const dialled = groupSize(i) > 1 || (run.sep[i + 1] & ODD) !== 0, idd = dialled ? parseIdd(region, digits, from, to) : null;
  if (idd) return idd;
  if (dialled && digits[from] === 0 && digits[from + 1] === 0) { const p = parseIdd(null, digits, from, to); if (p) return p; }
  const national = parseNational(region, digits, from, to);
  if (national) return national;
  if ((digits[from] === 0 && !region.prefix) || GIVEN_UP[region.name]) { // a national prefix that the plan has given up and people still write
    for (const old of GIVEN_UP[region.name] ?? ['0']) {
      const p = startsWith(digits, from, old) ? parseNational(region, digits, from + old.length, to) : null;
      if (p && groupSize(i) <= 4 && (run.sep[i + 1] || i === j)) return { ...p, prefix: old.length, how: old.length < 2 ? 'code' : 'national' };
    }
  }
  if (!out.zero && zero < 0 && !startsWithCode(digits, from, region.cc)) return null;
  const withCode = parseWithCode(digits, from, to, 'code');
  return withCode && (withCode.cc === region.cc || out.zero) ? withCode : null;
}

function startsWithCode(/** @type {Uint8Array} */ digits, /** @type {number} */ from, /** @type {number} */ cc) {
  let v = 0;
  for (let k = 0; v < cc && k < 3; k++) { v = v * 10 + digits[from + k]; if (v === cc) return true; }
  return false;
}

/** +41 (0)1 635 5209: what follows a country code is no number of another country. */
const isBehindCode = (/** @type {number} */ i, /** @type {import('./plan.js').Region | null} */ region) => run.plus >= 0 && run.at[i] <= 3 && !(region && startsWithCode(run.digits, 0, region.cc));

/** Index of a group that is “(0)” or “[0]” behind a country code, or −1. */
function zeroGroup(/** @type {number} */ i, /** @type {number} */ j) {
  for (let g = i + 1; g <= j && g <= i + 2; g++) if (isCodeLong(i, g) && groupSize(g) === 1 && run.digits[run.at[g]] === 0 && run.sep[g] & OPEN && g < run.count - 1 && run.sep[g + 1] & CLOSE) return g;
  return -1;
}

/** Groups i…g−1 are no longer than a country code, with or without an international prefix. */
function isCodeLong(/** @type {number} */ i, /** @type {number} */ g) {
  const from = run.at[i], size = run.at[g] - from;
  return size <= 4 || (size <= 7 && run.digits[from] === 0);
}

/** A square bracket stands between groups i…j. */
function squared(/** @type {string} */ text, /** @type {number} */ i, /** @type {number} */ j) {
  for (let g = i + 1; g <= j; g++) if (run.sep[g] & (OPEN | CLOSE)) for (let k = run.end[g - 1]; k < run.start[g]; k++) { const c = text.charCodeAt(k); if (c === 91 || c === 93) return true; }
  return false;
}

/** Where groups i…j stand in the text, brackets included, or null when a bracket is cut in two. */
function span(/** @type {string} */ text, /** @type {number} */ i, /** @type {number} */ j, /** @type {{start: number, end: number}} */ out) {
  let start = run.start[i], end = run.end[j], open = 0, unopened = 0;
  for (let g = i + 1; g <= j; g++) {
    const s = run.sep[g];
    if (s & CLOSE) { if (open) open--; else unopened++; }
    if (s & OPEN) open++;
  }
  if (open) {
    let k = end;
    while (isInvisible(text.charCodeAt(k)) || text.charCodeAt(k) === 32) k++;
    if (open === 1 && (separator(text.charCodeAt(k)) & CLOSE)) end = k + 1; else return false;
  }
  if (i === 0 && run.plus >= 0) {
    start = run.plus;
    if (unopened === 1) {
      if (run.paren < 0) return false;
      start = Math.min(start, run.paren);
    } else if (unopened) return false;
  } else if (unopened) {
    if (unopened > 1) return false;
    let k = start - 1;
    while (k >= 0 && isInvisible(text.charCodeAt(k))) k--;
    if (k < 0 || !(separator(text.charCodeAt(k)) & OPEN)) {
      if (i === 0 && run.paren >= 0 && run.paren === k) start = k;
      else if (run.digits[run.at[i]] !== 0 || groupSize(i) < 2 || !(run.sep[i + 1] & CLOSE)) return false; // 02)312-3456 needs no opening bracket
    } else start = k;
  }
  out.start = start;
  out.end = end;
  return true;
}

/** What an uncovered neighbour group costs: the tighter it is tied, the more the number seems to go on. */
function tie(/** @type {string} */ text, /** @type {number} */ g, /** @type {number} */ inner, /** @type {boolean} */ after) {
  const s = run.sep[g], other = after ? g : g - 1, n = groupSize(other);
  if (after && s === SPACE && isAmount(text, run.start[g])) return 26;
  if (explained(text, other, after)) return s & SPACE ? 0 : 20;
  if (s & CLOSE && !after && !(s & OPEN)) return 30;
  if (s & OPEN) return run.width[g] > 1 ? after ? 0 : 4 : 12;
  if (s & SLASH) return n <= 3 ? 6 : s & SPACE ? 4 : 12;
  if (s & SPACE) {
    if (run.width[g] > 1) return s & ~SPACE ? (after && n <= 3 && s & DASH ? 14 : 9) : 6;
    if (inner & ~SPACE && !(inner & SPACE)) return n >= 4 ? 7 : 10;
    if (inner & ~SPACE) return n >= 5 ? 8 : 14;
    return n >= 9 ? 20 : n >= 5 ? 10 : isYearLike(other) ? 12 : run.sep[after ? g - 1 : g + 1] === s && n === groupSize(after ? g - 1 : g) ? 26 : 18;
  }
  if (s & ODD) return 12;
  if (s & (DASH | DOT) && inner && !(inner & s)) return 24;
  return after && s & DASH && n <= 2 ? 18 : 45;
}
/** “… 612.00”: the next column of a ledger. */
function isAmount(/** @type {string} */ text, /** @type {number} */ at) {
  AMOUNT.lastIndex = at;
  return AMOUNT.test(text);
}
const AMOUNT = /\d{1,3}(?:[.,]\d{3})*[.,]\d\d(?![\d.,]\d|\d)/y;

/** A neighbour that has its own reason to stand there: “8am” after the number, “Room 204” or “8–16” before it. */
function explained(/** @type {string} */ text, /** @type {number} */ g, /** @type {boolean} */ after) {
  if (after) return g === run.count - 1 && groupSize(g) <= 2 && (isLetter(text.charCodeAt(run.end[g])) || (text.charCodeAt(run.end[g]) === 58 && digitValue(text.charCodeAt(run.end[g] + 1)) >= 0));
  const touch = text.charCodeAt(run.start[0] - 1);
  if (g === 0 && groupSize(0) <= 2 && (touch === 47 || isLetter(touch) || (touch === 58 && digitValue(text.charCodeAt(run.start[0] - 2)) >= 0))) return true; // 24/7, 7j/7, 14:00
  if (g === 1 && run.sep[1] & DASH && groupSize(0) < 3 && groupSize(1) === 2 && groupValue(0) < groupValue(1) && groupValue(1) < 25 && isLetter(text.charCodeAt(run.start[0] - 2))) return true; // “open 8–16”
  const before = text.charCodeAt(run.start[0] - 2), dotted = before === 46 && groupSize(0) < 3; // “kl. 10 …”
  return g === 0 && run.plus < 0 && touch === 32 && groupSize(0) <= 4 && isLetter(dotted ? text.charCodeAt(run.start[0] - 3) : before);
}
const isYearLike = (/** @type {number} */ g) => groupSize(g) === 4 && groupValue(g) > 1800 && groupValue(g) < 2100;

const bounds = { start: 0, end: 0 }, flags = { zero: false };
/** Most runs hold no candidate: nothing is made for those. @type {(Candidate[] | null)[]} */ const NOTHING = [];
/** @type {{kind: number, points: number, alone: boolean, touching: boolean}} */ const WORDLESS = { kind: 0, points: 0, alone: false, touching: false };

/**
 * @param {import('./score.js').Setting} setting
 * @param {import('./plan.js').Region | null} region
 * @param {((c: Candidate | {start: number, end: number}, reasons: unknown) => void) | null} record
 * @returns {Candidate[]} the numbers of the run just read, in order
 */
export function numbersInRun(setting, region, record) {
  const n = run.count, { text } = setting;
  const limit = THRESHOLD[setting.sensitivity];
  if (n === 1 && region && run.plus < 0 && !(region.lengths >> run.at[1] & 1) && run.digits[0] > 1 && !record) return []; // a post code, a house number
  if (n > MAX_WINDOW && run.plus < 0 && allSlashes(0, MAX_WINDOW)) return []; // a grid
  /** @type {(Candidate[] | null)[]} */ let ending = NOTHING;
  /** @type {Candidate | null} */ let whole = null;
  let rival = -Infinity;
  for (let i = 0; i < n; i++) {
    let single = 0, slashes = 0;
    for (let j = i; j < n && j < i + MAX_WINDOW; j++) {
      const length = run.at[j + 1] - run.at[i];
      if (length > MAX_NUMBER) break;
      if (groupSize(j) === 1) single++;
      if (j > i && run.sep[j] & SLASH && ++slashes > 4) break;
      if (j - i > 3 && single > (j - i + 1) / 2 && limit > 40 && (i || run.plus < 0)) continue; // scattered digits never reach the mark
      if (length < 5) continue;
      if (region && !(region.lengths >> length & 1) && run.digits[run.at[i]] > 1 && !GIVEN_UP[region.name] && !(i === 0 && run.plus >= 0) && zeroGroup(i, j) < 0) continue;
      if (i > 0 && (run.sep[i] & CARRIER || isBehindCode(i, region))) break;
      const parsed = parse(i, j, region, flags);
      if (!parsed) continue;
      const zero = flags.zero;
      if (!span(text, i, j, bounds)) continue;
      const { start, end } = bounds, plus = parsed.how === 'plus';
      /** @type {import('./points.js').Reason[] | null} */ const reasons = record ? [] : null;
      setting.note = reasons && ((code, points, from, to) => reasons.push({ code, points, start: from, end: to }));
      let points = formScore(i, j, parsed, zero, squared(text, i, j), setting.note);
      if (points > VETO) {
        const tail = j === n - 1 && !run.long ? readTail(text, end) : j === n - 2 && parsed.cc === 86 && parsed.prefix === 1 && run.sep[n - 1] === DASH && groupSize(n - 1) < 6 && length > 9 ? { end: run.end[n - 1], ext: [...run.digits.subarray(run.at[n - 1], run.at[n])].join('') } : null;
        const words = points + 90 > limit ? wordScore(setting, start, tail ? tail.end : end, plus, points) : WORDLESS;
        const edge = edgeScore(text, start, tail ? tail.end : end, plus, words.kind === PHONE, words.touching, setting.note);
        if (edge <= VETO && j > i && groupSize(j) > 2 && ending[j - 1]) ending[j - 1] = ending[j - 1]?.filter(c => c.i !== i) ?? null; // it goes on into “1002abc”
        points += words.points + edge + (tail?.ext ? EXTENSION + (words.kind === OTHER ? EXTENSION : 0) : 0);
        if (tail?.ext) setting.note?.('extension', EXTENSION, end, tail.end);
        if (words.kind === PHONE && words.touching && !plus && parsed.to - parsed.from < 7 && isThousands(i, j)) { points += UNCOUNTED; setting.note?.('phone-word', UNCOUNTED); }
        if (run.long) points -= 60;
        if (points >= limit && words.kind !== PHONE && isCode(text, start, tail ? tail.end : end, plus, i === j)) { points = VETO; setting.note?.('code', VETO); }
        if (points >= limit && !plus && isInDump(text, start, tail ? tail.end : end)) { points -= 40; setting.note?.('figures', -40); }
        if (words.alone && j > i && !plus && isRowLike(i, j, parsed) && amongFigures(text, start, end)) { points -= 30; setting.note?.('figures', -30); }
        if (points >= limit && !words.kind && !plus && (isInRow(i, j, parsed) || (!parsed.prefix && grouping(i, j, parsed) !== EXACT && isBesideColumn(text, end)))) { points -= 30; setting.note?.('figures', -30); }
        if (points >= limit && i === j && !words.kind && !plus && isHash(setting, start, end)) { points -= 40; setting.note?.('code', -40); }
        if (points >= limit && !words.kind && !plus && isAmongIds(setting, start, end)) { points -= 20; setting.note?.('among-ids', -20); }
        if (points >= limit - 30 || record) {
          const candidate = { i, j, start, end: tail ? tail.end : end, parsed, points, kind: words.kind, tail };
          if (ending === NOTHING) ending = new Array(n).fill(null);
          (ending[j] ??= []).push(candidate);
          if (!i && j === n - 1) whole = candidate; else if (points > rival) rival = points;
          record?.(candidate, reasons);
          continue;
        }
      }
      record?.({ start, end }, reasons);
    }
  }
  setting.note = null;
  if (ending === NOTHING) return [];
  const all = /** @type {Candidate | null} */ (whole);
  return all && all.points >= limit && all.points >= rival ? [all] : choose(text, ending, limit);
}

/** Dynamic programme over group boundaries; two states: the group before is part of a number, or is not. */
function choose(/** @type {string} */ text, /** @type {(Candidate[] | null)[]} */ ending, /** @type {number} */ limit) {
  const n = ending.length;
  const free = new Float64Array(n + 1), taken = new Float64Array(n + 1).fill(-1e9);
  /** @type {({c: Candidate, free: boolean, listed: number} | null)[]} */ const how = new Array(n + 1).fill(null);
  for (let k = 1; k <= n; k++) {
    const fromTaken = k - 1 > 0 && how[k - 1] ? taken[k - 1] - tie(text, k - 1, innerOf(how[k - 1]), true) : -1e9;
    free[k] = Math.max(free[k - 1], fromTaken);
    for (const c of ending[k - 1] ?? []) {
      const inner = inside(c.i, c.j);
      const alone = free[c.i] - (c.i > 0 ? tie(text, c.i, inner, false) : 0), beside = taken[c.i] - (c.i > 0 && run.sep[c.i] === SPACE && run.width[c.i] === 1 && inner & SPACE ? 12 : 0);
      const listed = alone < beside && run.width[c.i] > 1 && run.sep[c.i] & ~SPACE ? LISTED : 0; // “… 3418 – 24 …”
      if (c.points + listed < limit) continue;
      const best = Math.max(alone, beside) + c.points + listed - limit + (c.j - c.i + 1) * 0.5 + 1;
      // the left neighbour alone may already spoil it
      if (c.i > 0 && alone >= beside && c.points - tie(text, c.i, inner, false) < limit) continue;
      if (best > taken[k]) { taken[k] = best; how[k] = { c, free: alone >= beside, listed }; }
    }
  }
  const out = [];
  let k = n, covered = taken[n] >= free[n] && how[n] !== null;
  while (k > 0) {
    if (covered && how[k]) {
      const { c, free: alone, listed } = /** @type {{c: Candidate, free: boolean, listed: number}} */ (how[k]);
      const spoiled = k < n && !out.some(o => o.i === k) ? tie(text, k, inside(c.i, c.j), true) : 0;
      if (c.points + listed - spoiled - (alone && c.i > 0 ? tie(text, c.i, inside(c.i, c.j), false) : 0) >= limit) out.push(c);
      k = c.i;
      covered = !alone;
    } else {
      k--;
      covered = k > 0 && how[k] !== null && taken[k] - tie(text, k, innerOf(how[k]), true) > free[k];
      if (k > 0 && covered && free[k + 1] > taken[k] - tie(text, k, innerOf(how[k]), true)) covered = false;
    }
  }
  return out.reverse();
}
const inside = (/** @type {number} */ i, /** @type {number} */ j) => { let s = 0; for (let g = i + 1; g <= j; g++) s |= run.sep[g] & ~(OPEN | CLOSE); return s; };
const innerOf = (/** @type {{c: Candidate} | null} */ h) => h ? inside(h.c.i, h.c.j) : 0;
