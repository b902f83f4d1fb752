/** Weighs the words around one candidate. */
import { wordAfter } from './after.js';
import { isBeside, isCompact, isLast, isNamed, listSign } from './around.js';
import { isLetter } from './chars.js';
import { edgeScore } from './edge.js';
import { FORM } from './form.js';
import { labelBefore } from './label.js';
import { belowNumber, headerOf } from './layout.js';
import { hasBreak, isBlank, isFirstOnLine, LINE, lineEnd, lineStart } from './lines.js';
import { THRESHOLD, VETO } from './points.js';
import { run } from './scan.js';
import * as shape from './shape.js';
import { CONTACT, FAX, MEETING, NONE, NUMBER, OTHER, PHONE, STATE, UNIT } from './words.js';

/** @typedef {ReturnType<typeof unread>} Left */
/** @typedef {{text: string, left: Left, ahead: Left, among: {at: number, is: boolean, calling?: boolean}, hash: {at: number, length: number, is: boolean}, floor: number, last?: number, inherited: number, header: number, sensitivity: 'careful' | 'balanced' | 'eager', note: import('./points.js').Note | null, run?: typeof run | null}} Setting
 *   floor: end of the number before on this line; inherited: kind of label the number before had, when only a list sign stands between */

/** How much an id word counts with so many words between. */
const FADE = [1, 0.89, 0.75, 0.6, 0.4, 0.25, 0.15];

/** Behind a person's name; two groups at the end of a line of words. */
const NAME = 26, LAST = 12;

/** @type {Record<number, number>} */
const LABEL = { [PHONE]: 45, [CONTACT]: 26, [FAX]: VETO, [OTHER]: -70, [NUMBER]: -40, [MEETING]: -100 };

/** @type {Record<number, string>} */
const LABEL_CODE = { [PHONE]: 'phone-word', [CONTACT]: 'contact-word', [FAX]: 'fax-word', [OTHER]: 'other-word', [NUMBER]: 'number-word', [MEETING]: 'meeting-word' };

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
  /** @type {import('./points.js').Reason[] | null} */ const reasons = record ? [] : null;
  s.note = reasons && ((code, points, start, end) => reasons.push({ code, points, start, end }));
  let points = v.strong ? 62 : 20;
  s.note?.('letters', points);
  points += wordScore(s, v.start, v.end, false, points).points + edgeScore(s.text, v.start, v.end, s.text.charCodeAt(v.start) === 43, false, false, s.note);
  s.note = null;
  record?.({ start: v.start, end: v.end, parsed: v.parsed, points, tail: null }, reasons);
  return points >= THRESHOLD[s.sensitivity];
}
