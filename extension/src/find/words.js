/** Looks words up: what kind of number a word announces. Built at the first number, remembered per word. */
import * as phone from './vocabulary/phone.js';
import * as other from './vocabulary/other.js';

export const NONE = 0, PHONE = 1, CONTACT = 2, FAX = 3, OTHER = 4, NUMBER = 5, MEETING = 6, UNIT = 7, ORDER = 8, SALE = 9;
const LISTS = [[UNIT, other.UNIT], [NUMBER, other.NUMBER], [SALE, phone.SALE], [CONTACT, phone.CONTACT], [OTHER, other.OTHER], [ORDER, other.ORDER], [FAX, phone.FAX], [PHONE, phone.PHONE], [MEETING, other.MEETING]];
const DENSE = [[SALE, phone.SALE_DENSE], [PHONE, phone.PHONE_DENSE], [FAX, phone.FAX_DENSE], [OTHER, other.OTHER_DENSE], [NUMBER, other.NUMBER_DENSE], [MEETING, other.MEETING_DENSE]];

/** @type {Map<string, number>} */ const exact = new Map();
/** @type {Map<string, number>} */ const stems = new Map();
/** @type {Map<string, number>} */ const suffixes = new Map();
/** @type {Map<string, number>} */ const pairs = new Map();
/** @type {Map<string, number>} */ const units = new Map();
/** @type {Map<string, number>} */ const memo = new Map();
const MEMO = 4000;
/** @type {RegExp} */ let dense;
/** @type {Map<string, number>} */ const denseKind = new Map();
/** @type {RegExp} */ let denseUnit;

const MARKS = /[\u0300-\u036f]/g, LATER = /[^\x00-\x7f]/;
/** Lower case; Latin, Greek and Cyrillic letters without accents. */
export function plain(/** @type {string} */ word) {
  const low = word.toLowerCase();
  if (!LATER.test(low)) return low;
  const c = low.charCodeAt(0);
  return (c < 0x530 || (c >= 0x1e00 && c < 0x2000) ? low.normalize('NFD').replace(MARKS, '') : low)
    .replace(/[đøłæßıœþ]/g, ch => ({ đ: 'd', ø: 'o', ł: 'l', æ: 'ae', ß: 'ss', ı: 'i', œ: 'oe', þ: 'th' }[ch] ?? ch));
}

function build() {
  for (const [kind, list] of LISTS) {
    for (const entry of String(list).split(/\s+/)) {
      if (!entry) continue;
      const word = plain(entry.replace(/[.:]$/, ''));
      if (kind === UNIT) units.set(word, 1);
      else if (word.includes('_')) pairs.set(word.replace(/_/g, ' '), +kind);
      else if (word[0] === '*') suffixes.set(word.slice(1), +kind);
      else if (word.endsWith('*')) stems.set(word.slice(0, -1), +kind);
      else exact.set(word, +kind);
    }
  }
  const all = [];
  for (const [kind, list] of DENSE) for (const word of String(list).split(/\s+/)) if (word) { denseKind.set(word, +kind); all.push(word); }
  dense = new RegExp(all.sort((a, b) => b.length - a.length).join('|'), 'g');
  denseUnit = new RegExp(`^(?:${other.UNIT_DENSE.trim().split(/\s+/).join('|')})`);
}

/** @param {string} word as written, no spaces @returns {number} one of the kinds above */
export function kindOf(word) {
  const known = memo.get(word);
  if (known !== undefined) return known;
  if (!exact.size) build();
  if (memo.size > MEMO) memo.clear();
  const kind = find(plain(word));
  memo.set(word, kind);
  return kind;
}

/** @returns {number} */
function find(/** @type {string} */ word) {
  const direct = exact.get(word);
  if (direct !== undefined) return direct;
  if (word.includes('/')) {
    const parts = word.split('/').filter(part => part.length > 1).map(find);
    if (parts.includes(PHONE)) return PHONE;
  }
  let stem = NONE;
  for (let n = Math.min(word.length, 16); n >= 3 && !stem; n--) stem = stems.get(word.slice(0, n)) ?? NONE;
  let suffix = NONE;
  for (let n = Math.min(word.length - 1, 10); n >= 2 && !suffix; n--) suffix = suffixes.get(word.slice(-n)) ?? NONE;
  if (suffix === NUMBER) return stem && stem !== NUMBER ? (stem === CONTACT ? PHONE : stem) : OTHER;
  if (stem || suffix) return suffix || stem;
  if (/^[\u0590-\u07ff]/.test(word)) { // Arabic and Hebrew write articles and prepositions onto the word
    for (let n = 1; n <= 3 && word.length - n >= 2; n++) if (/^(?:[והבלמשכ]|ו?ה|[وبلكف]|[وفبك]?ال|لل|ولل)$/.test(word.slice(0, n))) { const inner = exact.get(word.slice(n)); if (inner) return inner; }
  }
  if (word.includes('-') || word.includes('/') || word.includes('.')) {
    const parts = word.split(/[-/.]+/).filter(part => part.length > 2).map(find).filter(Boolean);
    if (parts.includes(PHONE)) return PHONE;
    return parts.length ? parts[parts.length - 1] : NONE;
  }
  return NONE;
}

/** @param {string} phrase two words with one space */
export function kindOfPair(phrase) {
  if (!exact.size) build();
  return pairs.get(plain(phrase)) ?? NONE;
}

/** @param {string} text a stretch of unspaced script @returns {{kind: number, index: number, other: boolean}} the word nearest to its end, and whether an id is named at all */
export function lastDense(text) {
  if (!exact.size) build();
  dense.lastIndex = 0;
  let kind = NONE, index = -1, other = false;
  for (let m = dense.exec(text); m; m = dense.exec(text)) { kind = denseKind.get(m[0]) ?? NONE; index = m.index; other ||= kind === OTHER; }
  return { kind, index, other };
}

/** @param {string} text what follows a number, unspaced script */
export const startsWithUnit = text => { if (!exact.size) build(); return denseUnit.test(text); };
export const isUnit = (/** @type {string} */ word) => { if (!exact.size) build(); return units.has(plain(word)); };
