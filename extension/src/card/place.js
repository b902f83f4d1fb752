const GAP = 6;
const MARGIN = 8;

/**
 * Where a card goes: under the first line of the number, above it when there is no room, always inside the viewport.
 * @param {{left: number, right: number, top: number, bottom: number}} number
 * @param {{width: number, height: number}} card
 * @param {{width: number, height: number}} view
 * @param {boolean} [rtl]
 * @returns {{left: number, top: number}} viewport pixels
 */
export function place(number, card, view, rtl = false) {
  const below = number.bottom + GAP;
  const above = number.top - GAP - card.height;
  const fits = below + card.height <= view.height - MARGIN;
  const top = fits || above < MARGIN ? Math.min(below, Math.max(MARGIN, view.height - card.height - MARGIN)) : above;
  const wish = rtl ? number.right - card.width : number.left;
  const left = Math.max(MARGIN, Math.min(wish, view.width - card.width - MARGIN));
  return { left, top };
}
