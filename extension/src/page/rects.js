/** @typedef {{left: number, top: number, right: number, bottom: number}} Box  in the viewport's CSS pixels */

/**
 * The boxes of a number on the page, one for each line it stands on; empty when it is not drawn.
 * @param {import('./text.js').Part[]} parts @returns {Box[]}
 */
export function boxesOf(parts) {
  /** @type {Box[]} */
  const boxes = [];
  const range = document.createRange();
  for (const { node, from, to } of parts) {
    if (!node.isConnected || to > node.length) return [];
    range.setStart(node, from);
    range.setEnd(node, to);
    for (const { left, top, right, bottom } of range.getClientRects()) {
      if (right <= left || bottom <= top) continue;
      const last = boxes[boxes.length - 1];
      if (last && top < last.bottom && bottom > last.top && left >= last.left) {
        last.right = Math.max(last.right, right);
        last.top = Math.min(last.top, top);
        last.bottom = Math.max(last.bottom, bottom);
      } else boxes.push({ left, top, right, bottom });
    }
  }
  return boxes;
}

/** @param {Box} box @param {number} x @param {number} y */
export const inside = (box, x, y) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
