/** What lines and columns say: the head of a column, the line above, numbers below one another, rows of nothing but figures. */
import { digitValue, isBreak, isDense, isLetter, isWordChar } from './chars.js';
import { labelOf } from './label.js';
import { isBlank, lineEnd, lineStart } from './lines.js';
import { kindOf, NONE, NUMBER, OTHER } from './words.js';

/** Label of the cell to the left, of the column, or of the lines above when the number stands alone in its line or cell. */
export function headerOf(/** @type {string} */ text, /** @type {number} */ start, /** @type {number} */ line) {
  let tab = start - 1, column = 0;
  while (tab >= line && text.charCodeAt(tab) !== 9) { if (isWordChar(text.charCodeAt(tab))) return NONE; tab--; }
  if (tab >= line) {
    let from = tab;
    while (from > line && text.charCodeAt(from - 1) !== 9) from--;
    const label = labelOf(text, from, tab);
    if (label) return label;
    for (let i = line; i <= tab; i++) if (text.charCodeAt(i) === 9) column++;
  }
  return column || tabAhead(text, start) ? columnHead(text, line, column) : lineAbove(text, line);
}

function tabAhead(/** @type {string} */ text, /** @type {number} */ start) {
  for (let i = start; i < start + 200; i++) { const c = text.charCodeAt(i); if (c === 9) return true; if (isBreak(c) || c !== c) return false; }
  return false;
}

const ROWS = 14, WIDEST = 400;
/** Up the table to the nearest cell of the column that holds a word. */
function columnHead(/** @type {string} */ text, /** @type {number} */ line, /** @type {number} */ column) {
  for (let row = 0, at = line; row < ROWS && at > 0; row++) {
    const end = at - 1, from = lineStart(text, end);
    if (end - from > WIDEST) return NONE;
    let i = from, c = 0;
    while (i < end && c < column) if (text.charCodeAt(i++) === 9) c++;
    if (c < column || (!column && !tabAhead(text, from))) return NONE;
    let to = i;
    while (to < end && text.charCodeAt(to) !== 9) to++;
    const kind = hasDigit(text, i, to) ? NONE : labelOf(text, i, to);
    if (kind) return kind;
    at = from;
  }
  return NONE;
}

/** The short line above, over lines that hold nothing but figures. */
function lineAbove(/** @type {string} */ text, /** @type {number} */ line) {
  for (let row = 0, at = line, bare = 0; row < ROWS && at > 0; row++) {
    const end = at - 1, from = lineStart(text, end);
    if (end - from > WIDEST) return NONE;
    if (isWordless(text, from, end)) {
      if (isBlank(text, from, end) && ++bare > 2) return NONE;
      at = from;
      continue;
    }
    if (end - from > 48 || hasDigit(text, from, end)) return NONE;
    const kind = labelOf(text, from, end);
    const words = text.slice(from, end).trim().split(/\s+/);
    return kind === OTHER && words.length > 2 && !/[:：]$/.test(words[words.length - 1]) && !words.some(w => kindOf(w) === NUMBER) ? NONE : kind; // “Jade Fall Place” is an address, not a label
  }
  return NONE;
}

/** Three digits in a row. */
function hasDigit(/** @type {string} */ text, /** @type {number} */ from, /** @type {number} */ to) {
  for (let i = from, n = 0; i < to; i++) { n = digitValue(text.charCodeAt(i)) >= 0 ? n + 1 : 0; if (n > 2) return true; }
  return false;
}
/** No letters and no picture of a telephone. */
function isWordless(/** @type {string} */ text, /** @type {number} */ from, /** @type {number} */ to) {
  for (let i = from; i < to; i++) { const c = text.charCodeAt(i); if (isLetter(c) || isDense(c) || (c >= 0x2600 && c < 0x2800) || c === 0xd83d) return false; }
  return true;
}
/** The line above or below holds nothing but figures too. */
export function amongFigures(/** @type {string} */ text, /** @type {number} */ start, /** @type {number} */ end) {
  const from = lineStart(text, start), to = lineEnd(text, end);
  return isRow(text, lineStart(text, from - 1), from - 1) || isRow(text, to + 1, lineEnd(text, to + 1));
}
const isRow = (/** @type {string} */ text, /** @type {number} */ from, /** @type {number} */ to) => to - from > 2 && isWordless(text, from, to) && /\d\D+\d/.test(text.slice(from, to));

/** The number found last stands in the line above, in the same column of a table. */
export function belowNumber(/** @type {string} */ text, /** @type {number} */ last, /** @type {number} */ start, /** @type {number} */ line) {
  if (last < 0 || last >= line || start - last > WIDEST || !tabAhead(text, line)) return false;
  const above = lineStart(text, line - 1);
  return last > above && columnOf(text, above, last) === columnOf(text, line, start);
}
const columnOf = (/** @type {string} */ text, /** @type {number} */ from, /** @type {number} */ to) => { let n = 0; for (let i = from; i < to; i++) if (text.charCodeAt(i) === 9) n++; return n; };
