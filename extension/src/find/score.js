/** Weighs one candidate: what its digits look like, what stands around it, what the words say. Points; 50 is believed. */
import { CLOSE, DASH, digitValue, DOT, isBreak, isDense, isInvisible, isLetter, isPlus, isWordChar, ODD, separator, SLASH, SPACE } from './chars.js';
import { wordAfter } from './after.js';
import { isBeside, isCompact, isLast, isNamed, listSign } from './around.js';
import { isFileName, isHexPrefix } from './code.js';
import { labelBefore } from './label.js';
import { belowNumber, headerOf } from './layout.js';
import { hasBreak, isBlank, isFirstOnLine, LINE, lineEnd, lineStart } from './lines.js';
import { regionOf } from './plan.js';
import { run } from './scan.js';
import * as shape from './shape.js';
import { CONTACT, FAX, kindOf, MEETING, NONE, NUMBER, OTHER, PHONE, STATE, UNIT } from './words.js';

export const THRESHOLD = { careful: 62, balanced: 50, eager: 25 };
export const VETO = -1000;

/** How much an id word counts with so many words between. */
const FADE = [1, 0.89, 0.75, 0.6, 0.4, 0.25, 0.15];
/** Behind a person's name; two groups at the end of a line of words. */
const NAME = 26, LAST = 12;
/** Countries all of whose numbers have six digits. */
const SIX = new Set([298, 299, 376, 687]);
/** Form points by grouping. */
const FORM = [30, 60, 52, 46, 44, 20, 43, 60];
const FORM_CODE = ['compact', 'grouped-as-written-there', 'grouped-finer', 'grouped-coarser', 'area-code-apart', 'grouped-otherwise', 'grouped-evenly', 'grouped-by-habit'];
/** @type {Record<number, number>} */
const LABEL = { [PHONE]: 45, [CONTACT]: 26, [FAX]: VETO, [OTHER]: -70, [NUMBER]: -40, [MEETING]: -100 };
/** @type {Record<number, string>} */
const LABEL_CODE = { [PHONE]: 'phone-word', [CONTACT]: 'contact-word', [FAX]: 'fax-word', [OTHER]: 'other-word', [NUMBER]: 'number-word', [MEETING]: 'meeting-word' };

/** @typedef {{code: string, points: number, start?: number, end?: number}} Reason */
/** @typedef {(code: string, points: number, start?: number, end?: number) => void} Note */
/** @typedef {ReturnType<typeof unread>} Left */
/** @typedef {{text: string, left: Left, ahead: Left, among: {at: number, is: boolean, calling?: boolean}, hash: {at: number, length: number, is: boolean}, floor: number, last?: number, inherited: number, header: number, sensitivity: 'careful' | 'balanced' | 'eager', note: Note | null, run?: typeof run | null}} Setting
 *   floor: end of the number before on this line; inherited: kind of label the number before had, when only a list sign stands between */

/** @returns {number} points for the digits alone */
export function formScore(/** @type {number} */ i, /** @type {number} */ j, /** @type {import('./plan.js').Parsed} */ p, /** @type {boolean} */ zero, /** @type {boolean} */ brackets, /** @type {Note | null} */ note) {
  const filler = shape.filler(p);
  if (filler === 2 || (filler === 4 && p.how !== 'plus' && i === j)) { note?.('filler-digits', VETO); return VETO; }
  if (shape.isMachineLimit(i, j)) { note?.('machine-limit', VETO); return VETO; }
  const level = shape.grouping(i, j, p), mix = shape.mixture(i, j);
  let points;
  const national = p.to - p.from;
  if (p.how === 'plus') { points = mix.kinds & ODD ? 60 : 100; note?.('country-code', points); }
  else {
    points = FORM[level];
    note?.(FORM_CODE[level], points);
    if (p.how === 'idd') { const n = zero ? 30 : level === shape.COMPACT ? national > 7 ? 20 : -5 : 8; points += n; note?.('international-prefix', n); }
    else if (p.how === 'code') { const n = zero ? 30 : shape.hidesCode(i, j, p) ? -36 : -16; points += n; note?.('code-without-plus', n); }
    else {
      if (p.shape.trunk && !p.prefix) { const n = shape.omitsPrefix(i, j, p) ? -10 : paren(i, i + 1) && level !== shape.FREE ? -15 : -42; points += n; note?.('national-prefix-missing', n); }
      else if (p.shape.trunk || (level === shape.COMPACT && (p.prefix || (p.cc === 86 && national === 11)))) { const n = level === shape.COMPACT && !p.shape.open && national >= 8 ? (p.cc === 1 ? 10 : 20) : 8; points += n; note?.('national-prefix', n); }
      else if (!p.prefix && national <= 8) { const n = national <= 6 ? (national === 6 && SIX.has(p.cc) && level === shape.EXACT ? -10 : -16) : level === shape.COMPACT ? -6 : -8; points += n; note?.('short', n); }
      if (p.shape.trunk && p.shape.open && (national <= 5 || (national === 6 && level !== shape.COMPACT))) { points -= 20; note?.('short', -20); }
      if (paren(i, j) && j > i) { points += 14; note?.('area-code-in-parentheses', 14); }
    }
    if (brackets && !zero) { points -= 40; note?.('enumeration', -40); }
    if (shape.isPostcode(i, j)) { const n = p.prefix ? -20 : -45; points += n; note?.('postcode', n); }
    const lone = shape.loneTrunk(i, j, p, level);
    if (lone) { points -= lone; note?.('figures', -lone); }
    if (shape.isDate(i, j)) { points -= 70; note?.('date', -70); }
    if (!p.prefix && shape.isThousands(i, j)) { const n = shape.groupSize(i) === 1 ? -40 : national < 7 ? -34 : shape.isUsual(level) ? (national === 8 ? -2 : -6) : -9; points += n; note?.('thousands', n); }
    else if (!p.prefix && shape.isVersion(i, j)) { points -= 40; note?.('figures', -40); }
    if (shape.isRange(i, j)) { points -= 30; note?.('range', -30); }
    if (p.shape.open && shape.zeroBehindArea(i, j)) { points -= 20; note?.('figures', -20); }
    if (shape.isStandard(i, j)) { points -= 45; note?.('date', -45); }
    if (!p.prefix && shape.isClock(i, j)) { points -= 20; note?.('date', -20); }
    if (!p.prefix && shape.isSpacedRange(i, j)) { points -= 15; note?.('range', -15); }
    if (shape.isNetAddress(i, j)) { points -= 50; note?.('figures', -50); }
    else if (shape.isFigures(i, j, level)) { points -= 40; note?.('figures', -40); }
    if (shape.isPadded(i, j)) { points -= 40; note?.('figures', -40); }
    if (shape.isBookNumber(i, j)) { points -= 60; note?.('book-number', -60); }
    if (shape.isRelease(i, j)) { points -= 100; note?.('date', -100); }
    if (shape.hasBracketedYear(i, j) || shape.isCited(i, j)) { points -= 60; note?.('date', -60); }
    if (!p.prefix && shape.isFraction(i, j) && regionOf(p.main)?.prefix && !shape.omitsPrefix(i, j, p)) { points -= 30; note?.('figures', -30); }
    if (shape.countsOn(i, j) || shape.isBytes(i, j) || shape.isRepeated(i, j) || (level !== shape.EXACT && shape.isTriple(i, j))) { points -= 30; note?.('figures', -30); }
    if (level === shape.COMPACT && p.prefix > 3 && p.how === 'national') { points -= 30; note?.('national-prefix', -30); }
    if (shape.isRanges(i, j)) { points -= 60; note?.('range', -60); }
    if (!zero && shape.endsInBrackets(i, j)) { points -= 40; note?.('enumeration', -40); }
    if (i > 0 && level !== shape.EXACT && shape.isThousands(i - 1, j)) { points -= 30; note?.('thousands', -30); }
    if (shape.isRising(i, j) && !(shape.isUsual(level) && j - i < 4)) { points -= 40; note?.('rising-row', -40); }
  }
  if (p.how === 'plus' && j < run.count - 1 && shape.isThousands(i, j + 1)) { points -= 100; note?.('thousands', -100); }
  if (p.how !== 'plus' && shape.isEnumeration(i, j)) { points -= 40; note?.('enumeration', -40); }
  if (filler) { const n = p.how !== 'plus' && (filler === 6 || (filler === 5 && level === shape.COMPACT)) ? -40 : filler > 2 || level === shape.COMPACT ? -15 : 0; points += n; if (n) note?.('filler-digits', n); }
  if (tailOfLines(i, j)) { points -= 32; note?.('second-line', -32); }
  if (shape.isScattered(i, j)) { const n = p.how === 'plus' ? -30 : -35; points += n; note?.('scattered', n); }
  if (mix.kinds & DOT && mix.kinds & DASH && p.how !== 'plus' && !(shape.isUsual(level) && shape.isAreaApart(i, j))) { points -= 12; note?.('mixed-separators', -12); }
  if (mix.n > 2) { points -= 12; note?.('mixed-separators', -12); }
  if (mix.odd) { const n = mix.n === 1 && shape.isUsual(level) ? -6 : -14; points += n; note?.('odd-separator', n); }
  if (mix.wide || (mix.gap > 2 && !shape.isScattered(i, j))) { const n = mix.wide && mix.gap > 2 ? -50 : -25; points += n; note?.('wide-gap', n); }
  return points;
}

/** 40 66969945/46: what follows the last slash names further lines. */
const tailOfLines = (/** @type {number} */ i, /** @type {number} */ j) => j > i + 1 && run.sep[j] === SLASH && shape.groupSize(j) <= 3;

const paren = (/** @type {number} */ i, /** @type {number} */ j) => {
  for (let g = i + 1; g <= j; g++) if (run.sep[g] & CLOSE) return true;
  return false;
};

/**
 * What touches the number in the text. VETO where it is part of something else.
 * @param {string} text @param {number} start @param {number} end @param {boolean} plus @param {boolean} labelled a phone word speaks for it @param {boolean} touching and stands right before
 */
export function edgeScore(text, start, end, plus, labelled, touching, /** @type {Note | null} */ note) {
  let b = start - 1, a = end;
  while (b >= 0 && isInvisible(text.charCodeAt(b))) b--;
  while (a < text.length && isInvisible(text.charCodeAt(a))) a++;
  const before = b < 0 ? 10 : text.charCodeAt(b), after = a >= text.length ? 10 : text.charCodeAt(a);
  const before2 = b < 1 ? 10 : text.charCodeAt(b - 1), after2 = text.charCodeAt(a + 1);
  const bracket = text.charCodeAt(start) === 40 || text.charCodeAt(start) === 0xff08;
  const veto = (/** @type {string} */ code) => { note?.(code, VETO, b, a); return VETO; };
  let points = 0;
  if (isMoney(before) || isMoney(after) || after === 37 || after === 0x2030 || after === 0xb0 || (before === 32 && isMoney(before2) && !plus)) return veto('money-or-measure');
  if (after === 32 && isMoney(after2) && !isDigitAt(text, a + 2) && !isDigitAt(text, a + 3)) return veto('money-or-measure');
  if (after === 0x40 || before === 0x40 || (before === 95 && before2 !== 95) || (after === 95 && after2 !== 95) || before === 92 || before === 94 || after === 92) return veto('glued');
  if (before === 32 && (before2 === 61 || before2 === 37) && !labelled && !plus) { points -= 25; note?.('arithmetic', -25); }
  if (before === 61 || before === 38 || before === 0x3f) { if (!labelled && !plus) return veto('glued'); }
  if ((isLetter(before) || (before >= 0x300 && before < 0x370)) && !plus && !bracket) { if (!labelled || !/(?:tel|fon|ph|mob|cel|gsm|тел|моб|τηλ|κιν)[.a-zа-я]*$/i.test(text.slice(Math.max(0, b - 12), b + 1))) return veto('glued'); points -= 10; }
  if (isLetter(after) && !(after === 0x445 || after === 120) && !startsLabel(text, a)) return veto('glued');
  if ((after === 120 || after === 0xd7) && isLetter(after2)) return veto('glued');
  if (isHexPrefix(text, a)) return veto('glued');
  if (after === 61 || after === 0x2f && isUrlTail(text, a)) return veto('glued');
  if ((after === 58 || before === 58) && digitValue(after === 58 ? after2 : before2) >= 0 && !(before === 58 && touching)) return veto('time');
  if (before === 58 && after !== 10 && isLetter(before2) && isUrl(text, b)) { if (!labelled && !plus) return veto('url'); }
  if (after === 44 && digitValue(after2) >= 0) { points -= plus ? 60 : 45; note?.('comma-digits', -45); }
  if (before === 44 && digitValue(before2) >= 0) { points -= plus ? 40 : 45; note?.('comma-digits', -45); }
  if ((after === 39 || after === 0x2019) && digitValue(after2) >= 0) return veto('glued');
  if ((before === 39 || before === 0x2019) && digitValue(before2) >= 0) return veto('glued');
  if (after === 45 && (isLetter(after2) || after2 === 95)) return veto('glued');
  if (after === 46 && isLetter(after2) && (isUrlTail(text, a) || (!labelled && isFileName(text, a) && isCompact(text, start, end)))) return veto('url');
  if ((before === 45 || before === 46 || before === 47) && isWordChar(before2)) {
    if (before === 46 && digitValue(before2) >= 0) return veto('glued');
    if (isUrl(text, b)) return veto('url');
    if (before === 47 && (digitValue(text.charCodeAt(start)) === 0 ? isWhole(text, b) : isTwin(text, b, start, end))) points -= 8;
    else if (before === 46 && isLetter(before2)) { if (!labelled && !plus) { points -= 15; note?.('glued', -15); } }
    else if (!touching && !plus) { const n = before === 45 && isLetter(before2) && !text.slice(start, end).includes('-') ? -15 : -60; points += n; note?.('glued', n); }
  } else if (before === 45 && (before2 === 32 || before2 === 10) && !plus && !labelled) points -= 4;
  if (before === 46 && before2 === 46 && digitValue(text.charCodeAt(b - 2)) >= 0) return veto('range');
  if (before === 46 && !isWordChar(before2) && before2 !== 32 && before2 !== 46 && !labelled) { points -= 30; note?.('glued', -30); }
  if ((before === 91 && after === 93) || (before === 32 && before2 === 91 && after === 32 && after2 === 93) || (before === 60 && after === 62)) { points -= 30; note?.('enumeration', -30); }
  if ((before === 43 || before === 42 || before === 60 || before === 62 || before === 0x7e || before === 0xd7 || before === 0xb1) && digitValue(before2) >= 0) return veto('arithmetic');
  if (isLetter(before) && isPlus(text.charCodeAt(start)) && isPlus(text.charCodeAt(start + 1))) return veto('glued'); // C++98
  if (before === 43 && !plus) points -= 30;
  if (plus && (before === 41 || digitValue(before) >= 0 || (before === 32 && (before2 === 41 || digitValue(before2) >= 0))) && separator(text.charCodeAt(start + 1)) === SPACE) return veto('arithmetic');
  if ((after === 43 || after === 0xd7 || after === 62 && after2 === 61 || after === 94) && !isBlankAfter(text, a)) return veto('arithmetic');
  if (before === 47 && (before2 === 47 || after === 47)) return veto('url');
  if ((before === 35 || before === 42) && !touching && !plus) { points -= 60; note?.('glued', -60); }
  if (isControl(before) || isControl(after)) return veto('glued');
  if (!plus && / -\d.* -\d|\(-\d| -\d+\.\d/.test(text.slice(start, end))) return veto('arithmetic');
  if (before === 96 && after === 96 && !plus) return veto('glued');
  if (before === 124 && isWordChar(before2) && !plus && !labelled && isCompact(text, start, end)) { points -= 15; note?.('glued', -15); }
  return points;
}

/** “029 2018 0733/07400 561 209”: a whole number stands before the slash, not an area code. */
const isWhole = (/** @type {string} */ text, /** @type {number} */ slash) => /\d[\d ().-]{5,14}\d$/.test(text.slice(Math.max(0, slash - 18), slash));

/** “20 22 31 56/66 12 34 78”: the same groups stand before the slash. */
const isTwin = (/** @type {string} */ text, /** @type {number} */ slash, /** @type {number} */ start, /** @type {number} */ end) =>
  end - start > 7 && text.slice(start, end).replace(/\d/g, '0') === text.slice(slash - (end - start), slash).replace(/\d/g, '0') && !/[\d./]/.test(text[slash - (end - start) - 1] ?? '');

/** “1002Tel +39 …”, “1002E-mail”: cells and lines run together, and the next one's label begins here. */
function startsLabel(/** @type {string} */ text, /** @type {number} */ at) {
  LABEL_WORD.lastIndex = at;
  const word = LABEL_WORD.exec(text)?.[0];
  if (!word) return false;
  const kind = kindOf(word);
  return kind === PHONE || kind === FAX || /^(?:E-?mail|Mail|Web|Site)/i.test(word);
}
const LABEL_WORD = /\p{Lu}(?:-?\p{L}){1,20}/uy;

const isMoney = (/** @type {number} */ c) => c === 36 || (c >= 0xa2 && c <= 0xa5) || (c >= 0x20a0 && c <= 0x20cf) || c === 0xffe5 || c === 0xffe1 || c === 0xe3f || c === 0xfe69 || c === 0xff04;
const isControl = (/** @type {number} */ c) => (c < 32 && c !== 9 && !isBreak(c)) || c === 127;
const isDigitAt = (/** @type {string} */ text, /** @type {number} */ i) => digitValue(text.charCodeAt(i)) >= 0;
const isBlankAfter = (/** @type {string} */ text, /** @type {number} */ i) => { const c = text.charCodeAt(i + 1); return c !== c || c === 32 || isBreak(c); };
/** The unbroken stretch to the left looks like an address on the net. */
function isUrl(/** @type {string} */ text, /** @type {number} */ end) {
  let i = end;
  const limit = Math.max(0, end - 80);
  while (i > limit && text.charCodeAt(i - 1) > 32 && !isDense(text.charCodeAt(i - 1))) i--;
  const chunk = text.slice(i, end + 1);
  return /:\/\/|www\.|@|[a-z]\.[a-z]{2,}\/|^\/[\w.-]+\/|[?&]\w+=|^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|example|io)\b/i.test(chunk);
}
/** `/path`, `.html`: what follows belongs to an address on the net, `/Fax` does not. */
const isUrlTail = (/** @type {string} */ text, /** @type {number} */ at) => /^(?:\/(?!FAX|TEL|MOB|CEL|SMS|TTY|TDD)[A-Z]{2,6}\b|\/(?=[\w-]*[a-z])[\w-]*[/.?=]|\/[a-z]{4,}\b(?! )|\.(?:html?|php|aspx?|zip|pdf|jpe?g|png|js|json|xml|txt|csv|com|net|org)\b)/.test(text.slice(at, at + 24));

/** What is known of the text left of one start, which several windows share: nothing yet. */
export const unread = () => ({ start: -1, floor: -1, from: -1, line: 0, kind: NONE, label: labelBefore('', 0, 0), empty: false });

/** Where the line of a start begins: the starts of one line are asked in order, and only the first of them walks back. */
function lineOf(/** @type {Setting} */ s, /** @type {number} */ start) {
  const { text, left } = s;
  left.line = start >= left.from && left.from >= 0 && !hasBreak(text, left.from, start) ? Math.max(left.line, start - LINE) : lineStart(text, start);
  left.from = start;
  return left.line;
}

function readLeft(/** @type {Setting} */ s, /** @type {number} */ start) {
  const { text, floor, left } = s;
  if (left.start === start && left.floor === floor) return;
  left.start = start;
  left.floor = floor;
  left.label = labelBefore(text, start, floor);
  left.empty = isFirstOnLine(text, floor, start);
  left.kind = left.label.kind || kindWithoutLabel(s, start, lineOf(s, start));
}

/** What a number without a label takes from the number before, from the caller's header or from its column. */
function kindWithoutLabel(/** @type {Setting} */ s, /** @type {number} */ start, /** @type {number} */ line) {
  const { text, floor } = s;
  if (s.inherited && floor >= line && listSign(text, floor, start)) return s.inherited;
  return s.header || (floor <= line ? headerOf(text, start, line) : NONE);
}

/** @returns {{kind: number, points: number, alone: boolean, touching: boolean}} what the words around say */
export function wordScore(/** @type {Setting} */ s, /** @type {number} */ start, /** @type {number} */ end, /** @type {boolean} */ plus, /** @type {number} */ form) {
  const { text, note } = s;
  readLeft(s, start);
  const { kind, label, empty } = s.left;
  let points = 0;
  if (kind) {
    let n = LABEL[kind];
    if (kind === PHONE) n -= label.kind && label.end - label.start === 1 && isLetter(text.charCodeAt(label.start)) ? 15 : Math.min(15, label.near > 3 ? (label.near - 3) * 3 : 0);
    if (kind === OTHER || kind === NUMBER) n = Math.round(n * (label.kind ? FADE[Math.min(kind === NUMBER ? 2 * label.near : label.near, FADE.length - 1)] : 0.8));
    if (plus && n < 0 && n > VETO) n = kind === MEETING ? -30 : Math.round(n / 2.5);
    points += n;
    note?.(LABEL_CODE[kind], n, label.start, label.end);
  }
  if (s.run && s.floor < s.run.start[0] && start > s.run.end[0]) { // groups before this one that no number covers: their label may mean the whole
    const first = firstLabel(s);
    const n = first.kind === MEETING ? -60 : first.kind === FAX && first.near < 2 ? VETO : first.kind === OTHER && first.near < 2 ? (s.run.end[0] - s.run.start[0] > 4 || start > s.run.end[1] ? -40 : -6) : 0;
    if (n) { points += n; note?.(LABEL_CODE[first.kind], n, first.start, first.end); }
  }
  const after = wordAfter(text, end);
  if (after.kind === UNIT) { const n = mayCount(text.slice(start, end)) ? (kind === PHONE ? -50 : -60) : HOUR.test(text.slice(after.start, after.end)) ? 0 : -20; points += plus ? Math.round(n / 2) : n; note?.('unit', n, after.start, after.end); }
  else if (after.kind === STATE) { const n = kind === PHONE || plus ? 0 : -40; points += n; if (n) note?.('state-word-after', n, after.start, after.end); }
  else if (after.kind === PHONE && kind !== PHONE && kind !== FAX && kind !== MEETING) { const n = kind !== OTHER ? 28 : after.near === 0 && /^ ?[(（]/.test(text.slice(end, end + 2)) ? 70 : 35; points += n; note?.('phone-word-after', n, after.start, after.end); }
  else if (after.kind === FAX && kind === NONE && after.near === 0) { points = VETO; note?.('fax-word', VETO, after.start, after.end); }
  const alone = empty && isBlank(text, end, lineEnd(text, end));
  if (kind === NONE && alone && (plus || s.sensitivity === 'eager' || form > FORM[shape.COARSER] || isCompact(text, start, end))) { points += 8; note?.('alone', 8); }
  if (kind === NONE && (s.last ?? -1) >= s.left.line && isBeside(text, s.last ?? 0, start)) { const n = isCompact(text, start, end) ? 20 : 14; points += n; note?.('beside-number', n); }
  if (kind === NONE && !plus && form < FORM[shape.EXACT]) {
    const n = isCompact(text, start, end) ? (isNamed(text, start, end) ? NAME : 0) : isLast(text, start, end) ? LAST : 0;
    if (n) { points += n; note?.('name', n); }
  }
  if (kind === NONE && belowNumber(text, s.last ?? -1, start, s.left.line)) { points += 20; note?.('same-column', 20); }
  return { kind, points, alone: alone && kind !== PHONE, touching: label.kind === PHONE && label.end >= start - 3 };
}

/** What a unit behind it can count: no zero at the front, not too many digits, by thousands if grouped at all. */
const mayCount = (/** @type {string} */ raw) => /^[^\d0]*[1-9]\d{0,7}$|^[1-9]\d{0,2}(?:[ .,\u00a0\u202f'’]\d{3})+$/.test(raw);

/** “0261 91 06 33 heures des repas”: when to call. */
const HOUR = /^(?:h|hrs?|hours?|heures?|ore|or[ăae]|horas?|hor[ei]s?|uhr|uur|tim(?:er|mar)?|час\p{L}*|год\p{L}*|saat|ώρες|godz\p{L}*|hod\p{L}*|sat[ai]?|ur)$/iu;

/** The label before the first group of the run, read once a run. */
function firstLabel(/** @type {Setting} */ s) {
  const r = /** @type {typeof run} */ (s.run), start = r.plus >= 0 ? r.plus : r.start[0];
  if (s.ahead.start !== start || s.ahead.floor !== s.floor) Object.assign(s.ahead, { start, floor: s.floor, label: labelBefore(s.text, start, s.floor) });
  return s.ahead.label;
}

/** Whether the words around a number in letters let it stand. */
export function weighVanity(/** @type {Setting} */ s, /** @type {{start: number, end: number, strong: boolean, parsed: any}} */ v, /** @type {any} */ record) {
  /** @type {Reason[] | null} */ const reasons = record ? [] : null;
  s.note = reasons && ((code, points, start, end) => reasons.push({ code, points, start, end }));
  let points = v.strong ? 62 : 20;
  s.note?.('letters', points);
  points += wordScore(s, v.start, v.end, false, points).points + edgeScore(s.text, v.start, v.end, s.text.charCodeAt(v.start) === 43, false, false, s.note);
  s.note = null;
  record?.({ start: v.start, end: v.end, parsed: v.parsed, points, tail: null }, reasons);
  return points >= THRESHOLD[s.sensitivity];
}
