/** Weighs what touches a number in the text. */
import { isCompact } from './around.js';
import { digitValue, isBreak, isDense, isInvisible, isLetter, isPlus, isWordChar, separator, SPACE } from './chars.js';
import { isFileName, isHexPrefix } from './code.js';
import { VETO } from './points.js';
import { FAX, kindOf, PHONE } from './words.js';

/**
 * What touches the number in the text. VETO where it is part of something else.
 * @param {string} text @param {number} start @param {number} end @param {boolean} plus @param {boolean} labelled a phone word speaks for it @param {boolean} touching and stands right before
 */
export function edgeScore(text, start, end, plus, labelled, touching, /** @type {import('./points.js').Note | null} */ note) {
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
  if (before === 32 && (before2 === 61 || before2 === 37) && !touching && !plus) { points -= 30; note?.('arithmetic', -30); }
  if (before === 0xa7 || before2 === 0xa7) return veto('glued'); // § 252.227-7014
  if (plus && (digitValue(before) >= 0 || isLetter(before)) && /\d\/\d/.test(text.slice(start, a + 2))) return veto('arithmetic'); // 4+131573/53805, a+4534789049/1391386880
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
