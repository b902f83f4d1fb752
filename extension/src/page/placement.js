/**
 * How a link is shown. An anchor in the text is the better link (reading order, context menu, print), but page code that
 * counts children, compares markup or patches its own nodes notices it, and no test from outside can tell what page code
 * will do. So an anchor goes only where there is no code that could notice, and no style rule either; everywhere else the
 * page's nodes are left alone altogether.
 *
 * @typedef {object} Page  facts of a document
 * @property {boolean} scripted  it has scripts, event handler attributes or javascript: links, or another document may reach into it
 * @property {boolean} structural  a style rule looks at the structure around elements, or could not be read
 *
 * @typedef {object} Place  facts of one number
 * @property {boolean} shadow  it stands in a shadow root
 * @property {boolean} whole  it is all that its text node holds: a text in two pieces is laid out piece by piece, each rounded by itself
 * @property {string} display  computed display of the element around it
 * @property {boolean} cut  its line may be cut with an ellipsis, which browsers cut by element
 * @property {boolean} bidi  text that runs to the left stands on its line
 * @property {boolean} selected  the person's selection touches it
 * @property {boolean} touched  something in its neighbourhood changed since the page was parsed
 */

/** Where an inline element more makes no difference of layout. */
const FLOWS = new Set(['inline', 'block', 'list-item', 'table-cell', 'table-caption', 'inline-block', 'flow-root']);

/**
 * @param {Page} page @param {Place} place
 * @returns {'anchor' | 'overlay'}
 */
export function wayFor(page, place) {
  if (page.scripted || page.structural) return 'overlay';
  if (place.shadow || place.touched || place.selected || place.cut || place.bidi || !place.whole) return 'overlay';
  return FLOWS.has(place.display) ? 'anchor' : 'overlay';
}

/** Letters of scripts that run to the left. */
export const RUNS_LEFT = /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff]/;

/** Looks at structure: sibling combinators, structural pseudo-classes, :has; or draws beside an anchor or any element. */
const STRUCTURAL = /[+~]|(?<!:):(first|last|only|nth|empty|has)\b/i;
const DRAWS_BESIDE = /(^|[\s>,(])(a|\*)?([.#:[][^\s>,]*)?::?(before|after|first-letter|marker)/i;

/**
 * Whether a selector tells an anchor in the text from none.
 * @param {string} selector
 */
export function selectorNotices(selector) {
  return STRUCTURAL.test(selector.replace(/"[^"]*"|'[^']*'|\[[^\]]*\]/g, '[]')) || DRAWS_BESIDE.test(selector);
}
