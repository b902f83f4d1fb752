/** Where lines begin and end, and whether anything is written on a stretch of them. */
import { isBreak, isWordChar } from './chars.js';

/** How far a line is followed. */
export const LINE = 600;

/** Start of the line that holds `pos`, at most {@link LINE} back. */
export function lineStart(/** @type {string} */ text, /** @type {number} */ pos) {
  const limit = Math.max(0, pos - LINE);
  let i = pos;
  while (i > limit && !isBreak(text.charCodeAt(i - 1))) i--;
  return i;
}
export function lineEnd(/** @type {string} */ text, /** @type {number} */ pos) {
  const limit = Math.min(text.length, pos + LINE);
  let i = pos;
  while (i < limit && !isBreak(text.charCodeAt(i))) i++;
  return i;
}

/** True when only spaces and signs stand between two indexes. */
export function isBlank(/** @type {string} */ text, /** @type {number} */ from, /** @type {number} */ to) {
  for (let i = from; i < to; i++) if (isWordChar(text.charCodeAt(i))) return false;
  return true;
}

/** True when nothing but that stands before an index on its line, as far back as `floor`. */
export function isFirstOnLine(/** @type {string} */ text, /** @type {number} */ floor, /** @type {number} */ pos) {
  for (let i = pos - 1, limit = Math.max(floor, pos - LINE); i >= limit; i--) {
    const c = text.charCodeAt(i);
    if (isBreak(c)) return true;
    if (isWordChar(c)) return false;
  }
  return true;
}

/** True when the text between two indexes holds a line break. */
export function hasBreak(/** @type {string} */ text, /** @type {number} */ from, /** @type {number} */ to) {
  for (let i = from; i < to; i++) if (isBreak(text.charCodeAt(i))) return true;
  return false;
}
