/**
 * Sorts links as they are read.
 * @param {import('./links.js').Link} a @param {import('./links.js').Link} b
 */
export function inPageOrder(a, b) {
  const [one, two] = [a.parts[0], b.parts[0]];
  if (one.node === two.node) return one.from - two.from;
  return one.node.compareDocumentPosition(two.node) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
