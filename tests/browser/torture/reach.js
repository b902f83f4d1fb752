// Read by the driver when a page has come to its end: where a person would click the numbers that are linked.
([index, limit, scroll]) => {
  const marks = [...CSS.highlights.get('click-to-call-dotted') ?? []].filter(({ startContainer, endContainer }) => startContainer.isConnected && endContainer.isConnected);
  const step = Math.max(1, Math.floor(marks.length / limit));
  const mark = marks.filter((_, i) => i % step === 0)[index];
  if (!mark) return null;
  const range = document.createRange();
  range.setStart(mark.startContainer, mark.startOffset);
  range.setEnd(mark.endContainer, mark.endOffset);
  const element = mark.startContainer.parentElement ?? mark.startContainer.getRootNode().host;
  if (scroll) element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const box = [...range.getClientRects()].find(({ width, height }) => width > 4 && height > 4);
  if (!box) return { text: String(range), seen: false };
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot?.elementFromPoint(x, y) && hit.shadowRoot.elementFromPoint(x, y) !== hit) hit = hit.shadowRoot.elementFromPoint(x, y);
  const own = (prototype, name, node) => Object.getOwnPropertyDescriptor(prototype, name).get.call(node); // whatever a form's controls are named
  const rootOf = node => Node.prototype.getRootNode.call(node);
  const above = node => (node ? [node, ...above(own(Element.prototype, 'assignedSlot', node) ?? own(Node.prototype, 'parentElement', node) ?? (rootOf(node) instanceof ShadowRoot ? rootOf(node).host : null))] : []);
  // Text beyond the border of what cuts it off is not seen, whatever lies there.
  const cut = above(element).some(one => {
    if (getComputedStyle(one).overflow === 'visible' || one === document.documentElement || one === document.body) return false;
    const { left, top, right, bottom } = one.getBoundingClientRect();
    return x < left || x > right || y < top || y > bottom;
  });
  const seen = hit !== null && !cut && (above(element).includes(hit) || above(hit).includes(element)) && element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && getComputedStyle(element).pointerEvents !== 'none';
  window.torturePointer = () => [element, hit].some(one => getComputedStyle(one).cursor === 'pointer');
  return { text: String(range), x, y, seen };
}
