/** What the words left of a number, or in a header, say it is. */
import { CLOSE, digitValue, isBreak, isDense, isInvisible, isLetter, isWordChar, OPEN, separator } from './chars.js';
import { isBlank } from './lines.js';
import { afterDigit, digitsStart, spaceAfter, wordStart } from './token.js';
import { ASKED, CUSTOMER, followsPhone, HEAD_LAST, isDesk, isPaper, isPlural, isPurpose, isTopic, ORDERED, servedBefore, SINGULAR, TIMED } from './topic.js';
import { ADDRESS, CONTACT, FAX, isUnit, kindOf, kindOfPair, lastDense, MEETING, NONE, NUMBER, ORDER, OTHER, PHONE, SALE } from './words.js';

const REACH = 72, TOKENS = 9;

/** @typedef {{kind: number, near: number, start: number, end: number}} Word  near: 0 touching … the number of words between; start, end: where in the text */
/** @type {Word} */ const none = { kind: NONE, near: 99, start: -1, end: -1 };

/** The label before `pos` on its own line; nothing before `floor` counts (another number stands there). */
export function labelBefore(/** @type {string} */ text, /** @type {number} */ pos, /** @type {number} */ floor) {
  const limit = Math.max(floor, pos - REACH);
  let i = pos - 1, seen = 0, asked = false, numberAt = -1, orderAt = -1, gap = false, comma = false, spent = false, named = false, desk = false, weak = none, other = none;
  for (; i >= limit && seen < TOKENS; i--) {
    const c = text.charCodeAt(i);
    if (isBreak(c)) break;
    if (c === 0x260e || c === 0x260f || c === 0x2706 || c === 0x2121 || c === 0x213b || c === 0xd83d || c === 0xd83c || c === 0xdcde || c === 0xdcf1 || c === 0xdcf2 || c === 0xdce0) {
      const glyph = glyphKind(text, i);
      if (glyph) return { kind: glyph, near: seen, start: i, end: i + 1 };
      continue;
    }
    if (digitValue(c) >= 0) {
      const from = digitsStart(text, i, limit);
      if (i - from >= 2) spent = true;
      asked = false;
      i = from; seen++;
      continue;
    }
    if (c === 0x2116 || c === 35) { if (numberAt < 0) numberAt = seen; continue; }
    if (c === 41 || c === 0xff09) { const open = remark(text, i, limit); if (open >= 0) { i = open; continue; } }
    if (!isLetter(c) && !isDense(c)) {
      if ((c === 9 || c === 124 || c === 0xb7 || c === 0x2022 || c === 59) && seen) break;
      if (spent && seen > 7) break;
      if ((c === 0x2013 || c === 0x2014) && seen) gap = true;
      if ((c === 46 || c === 33 || c === 63 || c === 0x3002 || c === 0xff01 || c === 0xff1f) && seen && spaceAfter(text, i)) { if (c !== 46 || !isShortLabel(text, i, limit, seen)) break; }
      if (c === 46 && !seen && spaceAfter(text, i) && endsSentence(text, i, limit)) break;
      if ((c === 44 || c === 0x3001 || c === 0xff0c || c === 0x60c) && seen < 3) comma = true;
      if (c === 0x40) break;
      continue;
    }
    if (isDense(c)) {
      let from = i;
      while (from > limit && i - from < 16 && (isDense(text.charCodeAt(from - 1)) || isInvisible(text.charCodeAt(from - 1)))) from--;
      const hit = lastDense(text.slice(from, i + 1));
      if (hit.kind && hit.kind !== PHONE && i - from < 3 && afterDigit(text, from, limit)) { i = from; seen++; continue; } // 46號: a counter, not a label
      if (hit.kind === ADDRESS) break;
      if (hit.kind === SALE) return { kind: CONTACT, near: seen, start: from + hit.index, end: i + 1 };
      if (spent) { i = from; seen++; continue; }
      if (hit.kind === NUMBER) return besideNumber(text.slice(Math.max(limit, from - 12), from + hit.index), from + hit.index, i + 1, seen);
      if (hit.kind === OTHER && (desk || isDesk(text.slice(from, i + 1), hit.end))) return { kind: CONTACT, near: seen, start: from, end: i + 1 };
      if (hit.kind === OTHER && hit.end + 1 < i + 1 - from && HEAD_LAST.test(text[i]) && !isPaper(text.slice(from, i + 1))) { i = from; seen++; continue; }
      if (hit.kind) return { kind: hit.kind, near: seen, start: from + hit.index, end: i + 1 };
      if (isPaper(text.slice(from, i + 1))) return { kind: OTHER, near: seen, start: from, end: i + 1 };
      desk ||= isDesk(text.slice(from, i + 1), 0);
      i = from; seen++;
      continue;
    }
    const from = wordStart(text, i, limit);
    const word = text.slice(from, i + 1);
    const pair = pairKind(text, from, word, limit);
    let kind = pair || kindOf(word);
    if (!seen && !kind && NAME.test(word)) { named = true; asked = ASKED.test(text.slice(Math.max(limit, from - 2), from)); }
    if (!seen && kind !== OTHER && AT.test(word)) kind = CONTACT;
    if (kind === SALE) { if (weak === none) weak = { kind: CONTACT, near: seen, start: from, end: i + 1 }; kind = NONE; }
    if (kind && word.length < 4 && SHORTENED.test(word) && !/^[.:：]/.test(text.slice(i + 1, i + 2))) kind = pair;
    if (kind === ADDRESS && SLOVENE.test(word)) kind = NUMBER;
    if (kind === ADDRESS) { if (!seen && pos - i < 3) kind = NONE; else break; }
    if (spent) kind = NONE;
    if (word.length === 1 && kind !== NUMBER && (seen || pos - i > 4 || !isInitial(text, from, limit, floor))) kind = NONE;
    if (kind === FAX && phoneBeside(text, from, limit)) kind = PHONE;
    if (gap && seen) { if (kind !== PHONE && kind !== FAX) kind = NONE; }
    if (kind && kind !== PHONE && kind !== NUMBER && afterDigit(text, from, limit) && !NAME.test(word) && (isUnit(word) || !SIGN.test(text.slice(i + 1, i + 3)))) kind = NONE; // 80 EUR, 1,500 บาท
    if (kind === NUMBER) kind = kindOfNumberWord(text, word, from, i, pos, seen);
    if (kind === CONTACT && word === 'INFO' && LOGGED.test(text.slice(Math.max(0, from - 3), from))) kind = NONE;
    if (kind === ORDER) { orderAt = seen; kind = numberAt >= 0 || ((!seen || !/\p{L}/u.test(text.slice(i + 1, pos))) && (SINGULAR.test(word) || (ORDERED.test(word) && (!from || isBreak(text.charCodeAt(from - 1))))) && !/[:：)]/.test(text.slice(i + 1, pos))) ? OTHER : CONTACT; }
    if (kind === OTHER && numberAt < 0 && seen < 4 && (isPlural(word) || isTopic(text, pos, limit))) kind = CONTACT;
    if (kind === OTHER && seen && numberAt < 0 && (asked || TIMED.test(text.slice(i + 1, Math.min(pos, i + 12))))) kind = CONTACT;
    if (kind === NUMBER) {
      if (orderAt >= 0 && seen - orderAt <= 2) return { kind: OTHER, near: orderAt, start: from, end: i + 1 };
      if (numberAt < 0) numberAt = seen;
    }
    else if (kind === CONTACT) { if (weak === none) weak = { kind, near: seen, start: from, end: i + 1 }; }
    else if (kind && !(kind === OTHER && word.length === 1 && seen)) {
      if (numberAt >= 0 && kind === PHONE && seen - numberAt > 3) return { kind: NUMBER, near: numberAt, start: from, end: i + 1 };
      if (kind === OTHER && weak !== none && weak.near < seen) return weak;
      if (kind === OTHER && numberAt < 0 && (servedBefore(text, from, limit, CUSTOMER.test(word)) || (seen < 3 && isPurpose(text, from, i + 1)))) return { kind: CONTACT, near: seen, start: from, end: i + 1 };
      if (kind === OTHER && numberAt < 0 && /^[\u0620-\u06ff]/.test(word) && followsPhone(text, from, limit)) return { kind: PHONE, near: seen, start: from, end: i + 1 };
      if (kind === OTHER && text.charCodeAt(from - 1) === 95) return { kind, near: seen, start: from, end: i + 1 }; // phone_id
      const found = { kind, near: kind === OTHER && (comma || (named && seen)) ? seen + 4 : seen, start: from, end: i + 1 };
      if (kind !== OTHER || !seen || comma || numberAt >= 0) { if (other === none) return found; if (kind === PHONE) return found; return other; }
      if (other === none) other = found; // “call the member centre at”: a verb further left governs what is between
    }
    i = from;
    seen++;
  }
  if (other !== none) return other;
  if (weak !== none) return weak;
  return numberAt >= 0 ? { kind: NUMBER, near: numberAt, start: limit, end: pos } : none;
}

/** What a word for “number” between `from` and `last` says: that a number of something follows, that one is reached at it, or nothing. */
function kindOfNumberWord(/** @type {string} */ text, /** @type {string} */ word, /** @type {number} */ from, /** @type {number} */ last, /** @type {number} */ pos, /** @type {number} */ seen) {
  const before = text.slice(Math.max(0, from - 20), from);
  if (REACHED.test(before)) return CONTACT;
  const or = /^n[óò]$/i.test(word), inThe = word === 'no' && (CALL_NO.test(before) || (seen > 0 && text[last + 1] === ' ')); // Irish, Portuguese
  const own = ARTICLE.test(before) || OWN_DIGIT.test(text.slice(last + 1, Math.min(pos, last + 6))); // “at no. 41, 01202 …”: its number stands beside it
  return or || inThe || own ? NONE : NUMBER;
}

/** Where a remark in brackets begins that closes at `close` and names no telephone: “Attendance line (leave name and ID): …”; −1 for anything else. */
function remark(/** @type {string} */ text, /** @type {number} */ close, /** @type {number} */ limit) {
  let open = close - 1;
  while (open >= limit && !(separator(text.charCodeAt(open)) & (OPEN | CLOSE)) && !isBreak(text.charCodeAt(open))) open--;
  if (open < limit || !/^[)）] ?[:：]/.test(text.slice(close, close + 3)) || !(separator(text.charCodeAt(open)) & OPEN) || text.slice(open, close).trim().split(/\s+/).length < 3) return -1;
  const kind = labelOf(text, open + 1, close);
  return kind === PHONE || kind === FAX || kind === MEETING ? -1 : open;
}

function pairKind(/** @type {string} */ text, /** @type {number} */ from, /** @type {string} */ word, /** @type {number} */ limit) {
  let i = from - 1;
  if (i < limit || (text.charCodeAt(i) !== 32 && text.charCodeAt(i) !== 0xa0)) return NONE;
  i--;
  const end = i + 1;
  if (i > limit && (text.charCodeAt(i) === 46 || text.charCodeAt(i) === 0xb0 || text.charCodeAt(i) === 0xba)) i--;
  if (i < limit || !isLetter(text.charCodeAt(i))) return NONE;
  const start = wordStart(text, i, limit);
  return kindOfPair(`${text.slice(start, end)} ${word}`) || (end > i + 1 ? kindOfPair(`${text.slice(start, i + 1)} ${word}`) : NONE);
}

/** Words of other languages unless a full stop or a colon shortens them. */
const SHORTENED = /^(?:kom|cel|sel|ara|so|eur)$/i;

/** “št.”, not “St”. */
const SLOVENE = /^š/i;

/** What makes a label of a word; a figure right behind a word for “number”. */
const SIGN = /^\.? ?[:：]|^\. /, ARTICLE = /(?:^|[\s(])(?:the|die|der|den|le|el|il|o|het|het|ten|ta|το|a|az)[ \u00a0]$/i, OWN_DIGIT = /^[.:°º]?[ \u00a0]?\d+[^\d]/;

/** “on 020 …”, “unter 0341 …”: the words that lead from what is reached to its number. */
const AT = /^(?:at|on|unter|aux?|all?o?|pel[oa]|op|via|pod|p[aå]|na|ke|στ[οα]|на)$/i;

/** “at the number 020 …”, “através do n.º 918 …”, “unter der Nummer 0341 …”. */
const REACHED = /(?:^|[\s(,;])(?:at|on|via|through|unter|aux?|al|pelo|atrav[eé]s d[eo]l?|op|p[aå]|na|pod|по|на|στον?)[ \u00a0](?:(?:the|der|die|el|le|o|het|τον)[ \u00a0])?$/i;

/** “…:16.100Z INFO session …”: a level of a log. */
const LOGGED = /[\dZ\]] $/;

/** “me chama no 019 …”: Portuguese for “on the”. */
const CALL_NO = /(?:^|\s)(?:cham|ligu?|fal|contac?t|atend|encontr|ach|toc|respond)\p{L}*[ \u00a0]$/iu;

/** A name between a word and the number: “gate code from Thabo 071 …”. */
const NAME = /^\p{Lu}\p{Ll}/u;

/** “T: 030”, “M 0171” at the start of a line or field; elsewhere a lone letter says nothing. */
function isInitial(/** @type {string} */ text, /** @type {number} */ from, /** @type {number} */ limit, /** @type {number} */ floor) {
  const next = text.charCodeAt(from + 1);
  let i = from - 1;
  while (i >= limit && (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 0xa0)) i--;
  const c = i < 0 ? 10 : text.charCodeAt(i);
  if (isBreak(c) || c === 9 || c === 124 || c === 0xb7 || c === 0x2022 || (i < floor && floor > 0)) return digitValue(next) < 0 && next !== 60 && next !== 45;
  return (next === 58 || next === 0xff1a || (next === 46 && /[TMFPH]/.test(text[from]) && spaceAfter(text, from + 1))) && !isWordChar(c) && c !== 46 || ((next === 58 || next === 0xff1a) && from - 1 > i);
}

/** “Tel./Fax”, “phone & fax”: one number for both. */
function phoneBeside(/** @type {string} */ text, /** @type {number} */ from, /** @type {number} */ limit) {
  let i = from - 1, joined = false;
  while (i >= limit && from - i < 6) {
    const c = text.charCodeAt(i);
    if (c === 47 || c === 38 || c === 43) joined = true;
    else if (isLetter(c)) {
      const start = wordStart(text, i, limit), word = text.slice(start, i + 1);
      if (!joined && /^(?:and|und|en|et|e|y|i|и|og|och|ja|a|és|si|ve|ו)$/i.test(word)) { joined = true; i = start - 1; continue; }
      return joined && kindOf(word) === PHONE;
    } else if (c !== 32 && c !== 46 && c !== 0xa0) return false;
    i--;
  }
  return false;
}

/** “番号” and its like: what stands right before decides whose number it is. */
function besideNumber(/** @type {string} */ before, /** @type {number} */ start, /** @type {number} */ end, /** @type {number} */ near) {
  const hit = lastDense(before);
  return { kind: hit.kind && hit.kind !== NUMBER && hit.kind !== CONTACT && !hit.other ? hit.kind : OTHER, near, start, end };
}

const SHORT = /(?:n[ro]|nro|num|no|id)$/i;

/** A full stop after a long word ends a sentence, and what it says is not about the number. */
function endsSentence(/** @type {string} */ text, /** @type {number} */ dot, /** @type {number} */ limit) {
  if (!isLetter(text.charCodeAt(dot - 1))) return false;
  const from = wordStart(text, dot - 1, limit);
  const word = text.slice(from, dot), kind = kindOf(word);
  return word.length > 4 && (kind === NONE || (kind === OTHER && word.length > 6 && !SHORT.test(word)));
}

/** “π. Γεώργιος”, “о. Андрей”: a priest. */
const FATHER = /[πо]/i;

/** A full stop after a short known word ends an abbreviation, not a sentence; far from the number only one that means a telephone. */
function isShortLabel(/** @type {string} */ text, /** @type {number} */ dot, /** @type {number} */ limit, /** @type {number} */ seen) {
  const from = wordStart(text, dot - 1, limit);
  if (dot - from === 1 && FATHER.test(text[from])) return true;
  const kind = dot - from <= 6 && from < dot ? kindOf(text.slice(from, dot)) : NONE;
  return seen > 1 ? kind === PHONE : kind !== NONE;
}

/** ☎ 📞 📱 ☏ ✆ ℡ and 📠, or nothing for other pictures. */
function glyphKind(/** @type {string} */ text, /** @type {number} */ i) {
  const c = text.charCodeAt(i);
  if (c === 0x260e || c === 0x260f || c === 0x2706 || c === 0x2121) return PHONE;
  if (c === 0x213b) return FAX;
  if (text.charCodeAt(i - 1) !== 0xd83d) return NONE;
  if (c === 0xdcde || c === 0xdcf1 || c === 0xdcf2 || c === 0xdce1) return PHONE;
  return c === 0xdce0 ? FAX : NONE;
}

/** The last label of a stretch of text, e.g. of a line above or a header cell: phone words win over contact words over the rest. */
export function labelOf(/** @type {string} */ text, /** @type {number} */ from, /** @type {number} */ to) {
  let kind = NONE, number = false, order = false;
  for (let i = to, words = 0; i > from && words < 8; words++) {
    while (i > from && !isLetter(text.charCodeAt(i - 1)) && !isDense(text.charCodeAt(i - 1))) {
      const c = text.charCodeAt(--i);
      if (c === 0x2116 || c === 35) number = true;
      const glyph = glyphKind(text, i);
      if (glyph) return glyph;
    }
    if (i <= from) break;
    if (isDense(text.charCodeAt(i - 1))) {
      const start = Math.max(from, i - 16), hit = lastDense(text.slice(start, i));
      if (hit.kind && digitValue(text.charCodeAt(start + hit.index - 1)) >= 0 && start + hit.index - 1 >= from) { i = start + hit.index; continue; }
      if (hit.kind === PHONE || hit.kind === FAX || hit.kind === MEETING) return hit.kind;
      if (hit.kind === NUMBER) { const inner = lastDense(text.slice(start, start + hit.index)); return inner.kind && inner.kind !== NUMBER && inner.kind !== CONTACT ? inner.kind : OTHER; }
      if (hit.kind && hit.kind !== ADDRESS) return hit.kind;
      i = start;
      continue;
    }
    const start = wordStart(text, i - 1, from), word = text.slice(start, i);
    const found = pairKind(text, start, word, from) || (word.length > 1 || (isBlank(text, from, start) && isBlank(text, i, to)) ? kindOf(word) : NONE); // “T” is a label, the p of f(p) is none
    if (found === PHONE || found === FAX || found === MEETING) return found;
    if (found === SALE) { if (kind === NONE) kind = CONTACT; }
    else if (found === ORDER) { kind = number ? OTHER : kind || CONTACT; order = true; }
    else if (found === NUMBER) { number = true; if (kind === CONTACT && order) kind = OTHER; }
    else if (found && found !== ADDRESS && (kind === NONE || kind === CONTACT)) kind = found;
    i = start;
  }
  return kind === NONE && number ? NUMBER : kind;
}
