/** What stands behind a number: a unit, or the word for a telephone. */
import { digitValue, isBreak, isDense, isLetter } from './chars.js';
import { FAX, isState, isUnit, kindOf, kindOfPair, lastDense, NONE, PHONE, startsWithUnit, STATE, UNIT } from './words.js';

/** @type {import('./label.js').Word} */ const none = { kind: NONE, near: 99, start: -1, end: -1 };

/** What stands right after `pos`: a unit (which makes a quantity of it), a phone word, a fax word. */
export function wordAfter(/** @type {string} */ text, /** @type {number} */ pos) {
  let i = pos, seen = 0;
  const limit = Math.min(text.length, pos + 40);
  const cut = CUT.exec(text.slice(pos, pos + 32));
  if (cut && isState(cut[1])) return { kind: STATE, near: 0, start: pos, end: pos + cut[0].length };
  while (i < limit) {
    const c = text.charCodeAt(i);
    if (isBreak(c) || c === 9 || c === 124 || c === 59 || c === 0xb7 || c === 0x2022 || digitValue(c) >= 0) return none;
    if (isDense(c)) {
      let end = i;
      while (end < limit && isDense(text.charCodeAt(end)) && end - i < 12) end++;
      const hit = lastDense(text.slice(i, end));
      if (!seen && hit.kind !== PHONE && i - pos < 2 && !isOpening(text.charCodeAt(i - 1)) && startsWithUnit(text.slice(i, i + 2))) return { kind: UNIT, near: 0, start: i, end: i + 1 };
      return (hit.kind === PHONE || hit.kind === FAX) && !announces(text, end) ? { kind: hit.kind, near: seen, start: i, end } : none;
    }
    if (isLetter(c)) {
      let end = i + 1;
      while (end < limit && (isLetter(text.charCodeAt(end)) || (text.charCodeAt(end) === 45 && isLetter(text.charCodeAt(end + 1))))) end++;
      const word = text.slice(i, end);
      if (!seen && i - pos <= 2 && (text.charCodeAt(i - 1) === 32 || text.charCodeAt(i - 1) === 0xa0 || i === pos) && isUnit(word) && !(word.length === 1 && (text.charCodeAt(end) === 47 || announces(text, end))) && !digitSoon(text, end)) return { kind: UNIT, near: 0, start: i, end };
      const kind = pairAfter(text, i, end) || (word.length > 1 ? kindOf(word) : NONE);
      if (kind === PHONE || kind === FAX) return announces(text, end) ? none : { kind, near: seen, start: i, end };
      if (++seen > 3) return none;
      i = end;
      continue;
    }
    if ((c === 44 || c === 46 || c === 0x2013 || c === 47) && seen + 1 > 1) return none;
    if (c === 44 || c === 46 || c === 0x2013 || c === 0x2014 || c === 45 || c === 47 || c === 58) return none;
    i++;
  }
  return none;
}
/** The groups that a shorter reading of the number leaves out, and the word behind them. */
const CUT = /^(?:[ ./-]\d+)* (\p{L}+)/u;
/** “… (numero verde)”. */
function pairAfter(/** @type {string} */ text, /** @type {number} */ from, /** @type {number} */ end) {
  let to = end + 1;
  while (isLetter(text.charCodeAt(to))) to++;
  return text.charCodeAt(end) === 32 && to > end + 1 ? kindOfPair(text.slice(from, to)) : NONE;
}
const isOpening = (/** @type {number} */ c) => c === 40 || c === 0xff08 || c === 0x300c || c === 91;
/** The word is the label of the next number, not a remark on this one. */
function announces(/** @type {string} */ text, /** @type {number} */ end) {
  for (let i = end; i < end + 6; i++) {
    const c = text.charCodeAt(i);
    if (digitValue(c) >= 0 || c === 43 || c === 58 || c === 0xff1a) return true;
    if (isLetter(c) || isDense(c) || isBreak(c) || c === 41 || c !== c) return false;
  }
  return false;
}
/** “ore 9.00”: the word counts what comes after it. */
const digitSoon = (/** @type {string} */ text, /** @type {number} */ i) => digitValue(text.charCodeAt(i)) >= 0 || digitValue(text.charCodeAt(i + 1)) >= 0;
