/** Whether a number without a label stands in a formula, in code or in a dump, where digits are no telephone's. */
import { digitValue } from './chars.js';

const REACH = 40;

/** The one token before the sign, or what follows the number, belongs to a formula: “3*a + …”, “… *x^2”, “…/12*a”. */
const OPERAND = /(?:[*^][\w().]*|\.\.\.) ?$/, SUBTRAHEND = /[*^][\w().]* [-−] ?$/, OPERATOR = /^\)?(?:\.\.\.)?(?: ?[*^](?=[\w(])| ?\/\d+\)?[*^])/;

/** The number is code's or a formula's; asked only of what would else be believed. */
export const isCode = (/** @type {string} */ text, /** @type {number} */ start, /** @type {number} */ end, /** @type {boolean} */ plus, /** @type {boolean} */ compact) =>
  isTerm(text, start, end, text[start] === '+') || (!plus && (isArgument(text, start, end) || isInAccount(text, start) || (compact && isListed(text, start, end))));

/** A term of a formula. */
function isTerm(/** @type {string} */ text, /** @type {number} */ start, /** @type {number} */ end, /** @type {boolean} */ plus) {
  const before = text.slice(Math.max(0, start - REACH), start);
  if (plus && (POWER.test(before) || DECIMAL.test(text.slice(start, end)) || (text[start + 1] === ' ' && VARIABLE.test(before) && VARIABLE_AFTER.test(text.slice(end, end + 5))))) return true;
  return (text[start - 1] !== '*' && OPERATOR.test(text.slice(end, end + REACH))) || (plus ? OPERAND : SUBTRAHEND).test(before);
}

/** “z14+…”, “y + … y”, “+ 9.8218858”. */
const POWER = /[a-z]\d+$/, VARIABLE = /(?:^|[\s\d])[a-z] {1,4}$/, VARIABLE_AFTER = /^ {1,3}[a-z](?![\p{L}\d.:])/u, DECIMAL = /^\+ \d{1,3}\.\d+$/;

/** `checkDigit("0716…")`, `f(0716…);`, `"0716…")`, `seed='0716…'`; `[-0716…`: what code is given. */
function isArgument(/** @type {string} */ text, /** @type {number} */ start, /** @type {number} */ end) {
  const before = text.slice(Math.max(0, start - REACH), start), after = text.slice(end, end + 3);
  return (CALLED.test(before) && GIVEN.test(after)) || (ASSIGNED.test(before) && /^["']/.test(after)) || NEGATIVE.test(before) || (/(?:^|\s)-$/.test(before) && (/\d -$/.test(before) || /^\s-\d/.test(after)));
}
const CALLED = /(?:[\w$]\(["']|[\p{Ll}\d]\p{Lu}\w*\(|\w_\w*\(| ["'])$/u, GIVEN = /^["']? ?[),;]/, ASSIGNED = /=["']$/, NEGATIVE = /[([{,] ?-$/;

/** “NL91 ABNA 0417 1643 00”: the rest of an account's number. */
const isInAccount = (/** @type {string} */ text, /** @type {number} */ start) => ACCOUNT.test(text.slice(Math.max(0, start - REACH), start));
const ACCOUNT = /\b[A-Z]{2}\d\d(?: [A-Z\d]{4})+ $/;

/** “4007140      4882   0.12”: a figure stands in the next column. */
export const isBesideColumn = (/** @type {string} */ text, /** @type {number} */ end) => /^ {3,}-?\d+(?:\.\d+)?(?: {2}|[\n\r]|$)/.test(text.slice(end, end + REACH));

/** “312330173, 15560030349, -125721926670”: one of several integers of other lengths. */
function isListed(/** @type {string} */ text, /** @type {number} */ start, /** @type {number} */ end) {
  const before = /(-?\d{2,18}), ?$/.exec(text.slice(Math.max(0, start - 21), start)), after = /^, ?(-?\d{2,18})(?!\d)/.exec(text.slice(end, end + 21));
  return before !== null && after !== null && before[1].length !== end - start && after[1].length !== end - start;
}

/** “.gz” behind digits that nothing groups. */
export const isFileName = (/** @type {string} */ text, /** @type {number} */ end) => FILE.test(text.slice(end, end + 7));
const FILE = /^\.[a-z][a-z\d]{1,3}(?![\p{L}\d]|\.\p{L})/u;

const DIGITS_AND_SPACES = /^[\d ]+$/;
/** Hexadecimal bytes, alone or in words of up to four, beside digits that only spaces group: a dump. */
export function isInDump(/** @type {string} */ text, /** @type {number} */ start, /** @type {number} */ end) {
  if ((text[start - 1] !== ' ' && text[end] !== ' ') || !DIGITS_AND_SPACES.test(text.slice(start, end))) return false;
  const before = text.slice(Math.max(0, start - 11), start), after = text.slice(end, end + 13);
  return HEX_BEFORE.test(before) || HEX_AFTER.test(after) || areBytes(BYTES_BEFORE.exec(before)) || areBytes(BYTES_AFTER.exec(after));
}
const HEX_BEFORE = /(?:^|[\s<`'\"])(?=[A-F]{4}|\S*\d[a-fA-F]|\S*[a-fA-F]\d)(?:[\da-fA-F]{2}){1,2}>?[ \t]+$/, HEX_AFTER = /^[ \t]+<?(?=[A-F]{4}|\S{0,6}\d[a-fA-F]|\S{0,6}[a-fA-F]\d)(?:[\da-fA-F]{2}){1,4}\b/;
const BYTES_BEFORE = /(?:\b[\da-f]{2}\s+){2,}$/i, BYTES_AFTER = /^(?:[ \t]+[\da-f]{2}\b){2,}/i;
/** One byte of a figure and a letter, or two of letters: “de 09” is neither. */
const areBytes = (/** @type {RegExpExecArray | null} */ bytes) => bytes !== null && /\d[a-f]|[a-f]\d|[a-f].*\s.*[a-f]/i.test(bytes[0]);

const AROUND = 600, NEAR = 300;
/** Within reach stands a word of as many hexadecimal digits, letters among them: this one is such an id too that happens to have none. */
export function isHash(/** @type {import('./score.js').Setting} */ { text, hash }, /** @type {number} */ start, /** @type {number} */ end) {
  if (end - start !== hash.length || Math.abs(start - hash.at) > NEAR) {
    const word = new RegExp(`(?<![\\p{L}\\d])(?=\\d*[a-f])(?=[a-f]*\\d)[\\da-f]{${end - start}}(?![\\p{L}\\d])`, 'u');
    Object.assign(hash, { at: start, length: end - start, is: word.test(text.slice(Math.max(0, start - AROUND), end + AROUND)) });
  }
  return hash.is;
}

/** “0x10”: the zero is no last digit and the rest no extension. */
export const isHexPrefix = (/** @type {string} */ text, /** @type {number} */ x) => (text.charCodeAt(x) | 32) === 120 && text[x - 1] === '0' && digitValue(text.charCodeAt(x - 2)) < 0;
