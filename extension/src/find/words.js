/** Looks words up: what kind of number a word announces. The tables are unpacked at the first number; answers are remembered. */
import * as dense from './vocabulary/dense.js';
import { hash, hashPlain, plain, unpack } from './vocabulary/hash.js';
import { PAIRS, STATES, STEMS, SUFFIXES, UNITS, WORDS } from './vocabulary/hashed.js';

export const NONE = 0, PHONE = 1, CONTACT = 2, FAX = 3, OTHER = 4, NUMBER = 5, MEETING = 6, UNIT = 7, ORDER = 8, SALE = 9, ADDRESS = 10, INITIALS = 11, STATE = 12;
/** @type {Record<string, number>} */
const KINDS = { PHONE, CONTACT, FAX, OTHER, NUMBER, MEETING, UNIT, ORDER, SALE, ADDRESS, INITIALS, STATE };
const DENSE = [[SALE, dense.SALE_DENSE], [ADDRESS, dense.ADDRESS_DENSE], [CONTACT, dense.CONTACT_DENSE], [PHONE, dense.PHONE_DENSE], [FAX, dense.FAX_DENSE], [OTHER, dense.OTHER_DENSE], [NUMBER, dense.NUMBER_DENSE], [MEETING, dense.MEETING_DENSE]];

/** @type {Map<number, number>} */ let words;
/** @type {Map<number, number>} */ let stems;
/** @type {Map<number, number>} */ let suffixes;
/** @type {Map<number, number>} */ let pairs;
/** @type {Map<number, number>} */ let units;
/** @type {Map<number, number>} */ let states;
/** @type {RegExp | undefined} */ let anyDense;
/** @type {RegExp} */ let denseUnit;
/** @type {Map<string, number>} */ const denseKind = new Map();
/** @type {Map<string | number, number>} */ const memo = new Map();
/** Longer cuttings of a text would keep the whole of it in memory. */
const MEMO = 2000, LONGEST = 12;

/** “č. 5”: Czech and Slovak for “no.”, whose letter without the hook is a telephone. */
const CARON = /^č$/i;

const kindNamed = (/** @type {string} */ name) => KINDS[name];

function build() {
  words = unpack(WORDS, kindNamed);
  stems = unpack(STEMS, kindNamed);
  suffixes = unpack(SUFFIXES, kindNamed);
  pairs = unpack(PAIRS, kindNamed);
  units = unpack(UNITS, kindNamed);
  states = unpack(STATES, kindNamed);
}

function buildDense() {
  const all = [];
  for (const [kind, list] of DENSE) for (const word of String(list).split(/\s+/)) if (word) { denseKind.set(word, +kind); all.push(word); }
  denseUnit = new RegExp(`^(?:${dense.UNIT_DENSE.trim().split(/\s+/).join('|')})`);
  return anyDense = new RegExp(all.sort((a, b) => b.length - a.length).join('|'), 'g');
}

/** @param {string} word as written, no spaces @returns {number} one of the kinds above */
export function kindOf(word) {
  const key = word.length > LONGEST ? hash(word) : word, known = memo.get(key);
  if (known !== undefined) return known;
  if (!words) build();
  if (memo.size > MEMO) memo.clear();
  const found = CARON.test(word) ? NUMBER : find(plain(word)), kind = found === INITIALS ? (word === word.toUpperCase() ? OTHER : NONE) : found;
  memo.set(key, kind);
  return kind;
}

/** @returns {number} */
function find(/** @type {string} */ word) {
  const direct = words.get(hash(word));
  if (direct !== undefined) return direct;
  if (word.includes('/')) {
    const parts = word.split('/').filter(part => part.length > 1).map(find);
    if (parts.includes(PHONE)) return PHONE;
  }
  let stem = NONE;
  for (let n = Math.min(word.length, 20); n >= 3 && !stem; n--) stem = stems.get(hash(word, 0, n)) ?? NONE;
  let suffix = NONE;
  for (let n = Math.min(word.length - 1, 12); n >= 2 && !suffix; n--) suffix = suffixes.get(hash(word, word.length - n)) ?? NONE;
  if (suffix === NUMBER) return stem && stem !== NUMBER ? (stem === CONTACT ? PHONE : stem) : OTHER;
  if (stem || suffix) return suffix || stem;
  if (/^[\u0590-\u07ff]/.test(word)) { // Arabic and Hebrew write articles and prepositions onto the word
    for (let n = 1; n <= 3 && word.length - n >= 2; n++) if (/^(?:[והבלמשכ]|ו?ה|[وبلكف]|[وفبك]?ال|لل|ولل)$/.test(word.slice(0, n))) { const inner = words.get(hash(word, n)); if (inner) return inner; }
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
  if (!words) build();
  return pairs.get(hashPlain(phrase)) ?? NONE;
}

/** @param {string} text a stretch of unspaced script @returns {{kind: number, index: number, end: number, other: boolean}} the word nearest to its end, where it stands, and whether an id is named at all */
export function lastDense(text) {
  const pattern = anyDense ?? buildDense();
  pattern.lastIndex = 0;
  let kind = NONE, index = -1, end = -1, other = false;
  for (let m = pattern.exec(text); m; m = pattern.exec(text)) { kind = denseKind.get(m[0]) ?? NONE; index = m.index; end = pattern.lastIndex; other ||= kind === OTHER; }
  return { kind, index, end, other };
}

/** @param {string} text what follows a number, unspaced script */
export const startsWithUnit = text => { if (!anyDense) buildDense(); return denseUnit.test(text); };
export const isUnit = (/** @type {string} */ word) => { if (!words) build(); return units.has(hashPlain(word)); };
/** “expired”, “storniert”: said of one thing, not of a line. */
export const isState = (/** @type {string} */ word) => { if (!words) build(); return states.has(hashPlain(word)); };
