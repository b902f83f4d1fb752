/**
 * The mark of linked numbers, painted by the CSS Custom Highlight API: no node, no attribute, no layout. Its rules stand in
 * mark.css, which the background puts into the frame with the user's origin, so that the page's style sheets do not list it.
 */
const NAMES = /** @type {const} */ (['dotted', 'solid']);
const PREFIX = 'click-to-call-';

/** @param {string} mark  one of the setting's values */
export function createMark(mark) {
  /** @type {Set<AbstractRange>} */
  const ranges = new Set();
  /** @type {Highlight | null} */
  let highlight = null;

  function show() {
    for (const name of NAMES) if (CSS.highlights.get(PREFIX + name) && name !== mark) CSS.highlights.delete(PREFIX + name);
    highlight = null;
    if (!ranges.size || !NAMES.includes(/** @type {any} */ (mark))) return;
    highlight = new Highlight(...ranges);
    CSS.highlights.set(PREFIX + mark, highlight);
  }

  return {
    /** @param {AbstractRange} range */
    add(range) {
      ranges.add(range);
      if (highlight && CSS.highlights.get(PREFIX + mark) === highlight) highlight.add(range);
      else show();
    },
    /** Paints again what a page took away that clears all highlights, its own and ours. */
    keep() {
      if (highlight && CSS.highlights.get(PREFIX + mark) !== highlight) CSS.highlights.set(PREFIX + mark, highlight);
    },
    /** @param {AbstractRange} range */
    delete(range) {
      ranges.delete(range);
      highlight?.delete(range);
    },
    /** @param {string} to */
    set(to) {
      if (to === mark) return;
      mark = to;
      show();
    },
    clear() {
      ranges.clear();
      for (const name of NAMES) CSS.highlights.delete(PREFIX + name);
      highlight = null;
    },
  };
}
