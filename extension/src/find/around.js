/** What stands around a number that has no label: ids and codes, a person's name, another number. */
import { digitValue, isBreak } from './chars.js';
import { hasBreak } from './lines.js';
import { run } from './scan.js';
import { CONTACT, FAX, kindOf, MEETING, NUMBER, ORDER, OTHER, PHONE, SALE } from './words.js';

const REACH = 110, MANY = 3, LONG = 300, SAMPLE = 8000;
const TOKEN = /[\p{L}\p{M}]{2,}(?:['’.-][\p{L}\p{M}]+)*|№|(?<![\p{L}\d])(?=[\p{L}_/:-]*\d)(?=\d*[\p{L}_/:-])[\p{L}\d][\p{L}\d_/:-]{4,}/gu;

/**
 * @param {import('./score.js').Setting} s
 * @param {number} start @param {number} end  of a number in the run just read
 */
export function isAmongIds(s, start, end) {
  const { text, among } = s, last = s.last ?? -1, at = run.start[0];
  if (isSpan(text, start, end) || isCited(text, end)) return true;
  if (SET_OFF.test(text.slice(Math.max(0, start - 4), start))) return false;
  if (last < 0 && text.length > LONG && !s.left.empty && !speaksOfCalling(s)) return true;
  if (last >= 0 && at - last < REACH && !hasBreak(text, last, at)) return false;
  if (among.at !== at) Object.assign(among, { at, is: isDense(text, at, run.end[run.count - 1]) });
  return among.is;
}

/** A word for telephones, an offer, a country code or an address of electronic mail anywhere in a long text; asked once a text. */
function speaksOfCalling(/** @type {import('./score.js').Setting} */ s) {
  const { among, text } = s;
  if (among.calling === undefined) {
    const head = text.slice(0, SAMPLE);
    among.calling = EVIDENCE.test(head) || [...head.matchAll(WORD)].some(([word]) => { const kind = kindOf(word); return kind === PHONE || kind === SALE; });
  }
  return among.calling;
}
const EVIDENCE = /@|\+\d|[\u260e\u260f\u2706]|\ud83d[\udcde-\udce0]/, WORD = /[\p{L}\p{M}]{2,}/gu;

/** Many ids and codes, and no word about calling, on the line around a run of digits. */
function isDense(/** @type {string} */ text, /** @type {number} */ start, /** @type {number} */ end) {
  let ids = 0, from = start, to = end;
  while (from > 0 && start - from < REACH && !isBreak(text.charCodeAt(from - 1))) from--;
  while (to < text.length && to - end < REACH && !isBreak(text.charCodeAt(to))) to++;
  for (const side of [text.slice(from, start), text.slice(end, to)]) {
    for (const [token] of side.matchAll(TOKEN)) {
      if (/\d/.test(token)) { if (!DATE.test(token)) ids++; continue; }
      if (token === '№') { ids++; continue; }
      const kind = kindOf(token);
      if (kind === PHONE || kind === CONTACT || kind === FAX || kind === SALE || kind === ORDER) return false;
      if (kind === OTHER || kind === NUMBER || kind === MEETING) ids++;
    }
  }
  return ids >= MANY;
}

/** What sets a number off from the words before it. */
const SET_OFF = /[:：,，(（>—–][\s>]*$/;

/** “914 451 289, sheet 3”: the next thing named is a part of it. */
function isCited(/** @type {string} */ text, /** @type {number} */ end) {
  const word = CITED.exec(text.slice(end, end + 24))?.[1];
  return word !== undefined && word !== word.toUpperCase() && kindOf(word) === OTHER;
}
const CITED = /^, ?([\p{L}\p{M}]{2,14})\.? ?\d/u;

/** “0475.12.34.21 to 0475.12.34.60”: the ends of a stretch of ids. */
function isSpan(/** @type {string} */ text, /** @type {number} */ start, /** @type {number} */ end) {
  const to = TO.exec(text.slice(end, end + 10)), from = FROM.test(text.slice(Math.max(0, start - 10), start));
  if (!to && !from) return false;
  const stem = text.slice(start, end - 3);
  return (to !== null && text.startsWith(stem, end + to[0].length)) || (from && text.slice(Math.max(0, start - 10 - (end - start)), start).includes(stem));
}
const TO = /^ ?(?:–|\.\.\.?|…|to|through|thru|à|au|bis|a|al|até|ao|tot|t\/m|till|til|do|až|до|по|έως|ile|から|～) ?/iu, FROM = /(?: to| through| thru| à| au| bis| a| al| até| ao| tot| t\/m| till| til| do| až| до| по| έως|\.\.|…|–|から|～) ?$/iu;
const DATE = /^\d{1,4}[-/:h]\d{1,2}(?:[-/:]\d{1,4})?(?:h|Uhr)?$|^\d{1,2}(?:am|pm|h|u|th|st|nd|rd)?[-/–]\d{1,2}(?:am|pm|h|u)?$/i;

/** “Maria Costa, 912345678”, “…, Andris 29123456”, or a sentence of its own: the last of a line, of a sentence or of an item. */
export const isNamed = (/** @type {string} */ text, /** @type {number} */ start, /** @type {number} */ end) =>
  ITEM_END.test(text.slice(end, end + 3)) && NAMED.test(text.slice(Math.max(0, start - 44), start));
/** Eight digits in two groups, last of a line of words. */
export const isLast = (/** @type {string} */ text, /** @type {number} */ start, /** @type {number} */ end) => end - start === 9 && /^[.)]?(?:\n|$)/.test(text.slice(end, end + 2)) && /\p{L}{2}[,:–—-]? $/u.test(text.slice(Math.max(0, start - 5), start));
export const isCompact = (/** @type {string} */ text, /** @type {number} */ start, /** @type {number} */ end) => { for (let i = start + 1; i < end; i++) if (digitValue(text.charCodeAt(i)) < 0) return false; return true; };
const ITEM_END = /^(?:$|[\s,;.)]*$|[\n;)]|[.,][\s])/;
const NAMED = /(?:(?:^|[\s(:–—-])\p{Lu}[\p{Ll}\p{M}'’]+\.?(?: (?:\p{Lu}\.|d[aeiou]s?|v[ao]n|el|al|bin|bint|del|ten))? \p{Lu}[\p{Ll}\p{M}'’]+(?:-\p{Lu}[\p{Ll}\p{M}]+)?(?:,? ?[,:–—-] ?|, \p{Lu}{2,4}, ?)|[,;–—(] ?(?:\p{Ll}{2,12}\.? )?\p{Lu}[\p{Ll}\p{M}'’]+ |\p{Ll}{4}[.!?…] )$/u;

/** A number ends at `last` on the same line, and little stands between: “…, at night 0171 …”. */
export const isBeside = (/** @type {string} */ text, /** @type {number} */ last, /** @type {number} */ start) => start - last <= 48 && BESIDE.test(text.slice(last, start));
const BESIDE = /^[\s\u00a0)]*(?:[,;/|&•·–—(-][^\d\n\t]{0,34}|[\p{L}]{1,5}\.?[\s\u00a0(+]*)?$/u;
/** Only “/”, “,”, “or” stands between this number and the one before. */
export const listSign = (/** @type {string} */ text, /** @type {number} */ from, /** @type {number} */ to) =>
  to - from <= 12 && /^[\s\u00a0)]*(?:[,;/|&•·–-]|[\p{L}]{1,5}\.?)?[\s\u00a0(+]*$/u.test(text.slice(from, to));
