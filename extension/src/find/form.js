/** Weighs the digits alone: how they are grouped, and what else they may be. */
import { CLOSE, DASH, DOT, ODD, separator, SLASH } from './chars.js';
import * as figures from './figures.js';
import { regionOf } from './plan.js';
import { VETO } from './points.js';
import { groupSize, run } from './scan.js';
import * as shape from './shape.js';

/** Form points by grouping. */
export const FORM = [30, 60, 52, 46, 44, 20, 43, 60];

const FORM_CODE = ['compact', 'grouped-as-written-there', 'grouped-finer', 'grouped-coarser', 'area-code-apart', 'grouped-otherwise', 'grouped-evenly', 'grouped-by-habit'];

/** Countries all of whose numbers have six digits. */
const SIX = new Set([298, 299, 376, 687]);

/** @returns {number} points for the digits alone */
export function formScore(/** @type {number} */ i, /** @type {number} */ j, /** @type {import('./plan.js').Parsed} */ p, /** @type {boolean} */ zero, /** @type {boolean} */ brackets, /** @type {import('./points.js').Note | null} */ note) {
  const filler = figures.filler(p);
  if (filler === 2 || (filler === 4 && p.how !== 'plus' && i === j)) { note?.('filler-digits', VETO); return VETO; }
  if (figures.isMachineLimit(i, j)) { note?.('machine-limit', VETO); return VETO; }
  const level = shape.grouping(i, j, p), mix = shape.mixture(i, j);
  let points;
  const national = p.to - p.from;
  if (p.how === 'plus') { points = mix.kinds & ODD ? 60 : 100; note?.('country-code', points); }
  else {
    points = FORM[level];
    note?.(FORM_CODE[level], points);
    if (p.how === 'idd') { const n = zero ? 30 : level === shape.COMPACT ? national > 7 ? 20 : -5 : 8; points += n; note?.('international-prefix', n); }
    else if (p.how === 'code') { const n = zero ? 30 : shape.hidesCode(i, j, p) ? -36 : -16; points += n; note?.('code-without-plus', n); }
    else {
      if (p.shape.trunk && !p.prefix) { const n = shape.omitsPrefix(i, j, p) ? -10 : paren(i, i + 1) && level !== shape.FREE ? -15 : -42; points += n; note?.('national-prefix-missing', n); }
      else if (p.shape.trunk || (level === shape.COMPACT && (p.prefix || (p.cc === 86 && national === 11)))) { const n = level === shape.COMPACT && !p.shape.open && national >= 8 ? (p.cc === 1 ? 10 : 20) : 8; points += n; note?.('national-prefix', n); }
      else if (!p.prefix && national <= 8) { const n = national <= 6 ? (national === 6 && SIX.has(p.cc) && level === shape.EXACT && !(mix.kinds & DOT) ? -10 : -16) : level === shape.COMPACT ? -6 : -8; points += n; note?.('short', n); }
      if (p.shape.trunk && p.shape.open && (national <= 5 || (national === 6 && level !== shape.COMPACT))) { points -= 20; note?.('short', -20); }
      if (paren(i, j) && j > i) { points += 14; note?.('area-code-in-parentheses', 14); }
    }
    if (brackets && !zero) { points -= 40; note?.('enumeration', -40); }
    if (figures.isPostcode(i, j)) { const n = p.prefix ? -20 : -45; points += n; note?.('postcode', n); }
    const lone = shape.loneTrunk(i, j, p, level);
    if (lone) { points -= lone; note?.('figures', -lone); }
    if (figures.isDate(i, j)) { points -= 70; note?.('date', -70); }
    if (!p.prefix && figures.isThousands(i, j)) { const n = groupSize(i) === 1 ? -40 : national < 7 ? -34 : shape.isUsual(level) ? (national === 8 ? -2 : -6) : -9; points += n; note?.('thousands', n); }
    else if (!p.prefix && figures.isVersion(i, j)) { points -= 40; note?.('figures', -40); }
    if (figures.isRange(i, j)) { points -= 30; note?.('range', -30); }
    if (p.shape.open && figures.zeroBehindArea(i, j)) { points -= 20; note?.('figures', -20); }
    if (figures.isStandard(i, j)) { points -= 45; note?.('date', -45); }
    if (!p.prefix && figures.isClock(i, j)) { points -= 20; note?.('date', -20); }
    if (!p.prefix && figures.isSpacedRange(i, j)) { points -= 15; note?.('range', -15); }
    if (figures.isNetAddress(i, j)) { points -= 50; note?.('figures', -50); }
    else if (shape.isFigures(i, j, level)) { points -= 40; note?.('figures', -40); }
    if (figures.isPadded(i, j)) { points -= 40; note?.('figures', -40); }
    if (figures.isBookNumber(i, j)) { points -= 60; note?.('book-number', -60); }
    if (figures.isRelease(i, j)) { points -= 100; note?.('date', -100); }
    if (figures.hasBracketedYear(i, j) || figures.isCited(i, j)) { points -= 60; note?.('date', -60); }
    if (!p.prefix && figures.isFraction(i, j) && regionOf(p.main)?.prefix && !shape.omitsPrefix(i, j, p)) { points -= 30; note?.('figures', -30); }
    if (figures.countsOn(i, j) || figures.isBytes(i, j) || figures.isRepeated(i, j) || (level !== shape.EXACT && figures.isTriple(i, j))) { points -= 30; note?.('figures', -30); }
    if (level === shape.COMPACT && p.prefix > 3 && p.how === 'national') { points -= 30; note?.('national-prefix', -30); }
    if (figures.isRanges(i, j)) { points -= 60; note?.('range', -60); }
    if (!zero && figures.endsInBrackets(i, j)) { points -= 40; note?.('enumeration', -40); }
    if (i > 0 && level !== shape.EXACT && figures.isThousands(i - 1, j)) { points -= 30; note?.('thousands', -30); }
    if (figures.isRising(i, j) && !(shape.isUsual(level) && j - i < 4)) { points -= 40; note?.('rising-row', -40); }
  }
  if (p.how === 'plus' && j < run.count - 1 && figures.isThousands(i, j + 1)) { points -= 100; note?.('thousands', -100); }
  if (p.how !== 'plus' && figures.isEnumeration(i, j)) { points -= 40; note?.('enumeration', -40); }
  if (filler) { const n = p.how !== 'plus' && (filler === 6 || (filler === 5 && level === shape.COMPACT)) ? -40 : filler > 2 || level === shape.COMPACT ? -15 : 0; points += n; if (n) note?.('filler-digits', n); }
  if (tailOfLines(i, j)) { points -= 32; note?.('second-line', -32); }
  if (shape.isScattered(i, j)) { const n = p.how === 'plus' ? -30 : -35; points += n; note?.('scattered', n); }
  if (mix.kinds & DOT && mix.kinds & DASH && p.how !== 'plus' && !(shape.isUsual(level) && p.cc !== 1 && shape.isAreaApart(i, j))) { points -= 12; note?.('mixed-separators', -12); }
  if (mix.n > 2) { points -= 12; note?.('mixed-separators', -12); }
  if (mix.odd) { const n = mix.n === 1 && shape.isUsual(level) ? -6 : -14; points += n; note?.('odd-separator', n); }
  if (mix.wide || (mix.gap > 2 && !shape.isScattered(i, j))) { const n = mix.wide && mix.gap > 2 ? -50 : -25; points += n; note?.('wide-gap', n); }
  return points;
}

/** 40 66969945/46: what follows the last slash names further lines. */
const tailOfLines = (/** @type {number} */ i, /** @type {number} */ j) => j > i + 1 && run.sep[j] === SLASH && groupSize(j) <= 3;

const paren = (/** @type {number} */ i, /** @type {number} */ j) => {
  for (let g = i + 1; g <= j; g++) if (run.sep[g] & CLOSE) return true;
  return false;
};
