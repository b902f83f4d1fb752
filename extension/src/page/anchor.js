/**
 * A number shown as an anchor in the text. The page's own text node stays in its place, empty; our anchor with its text
 * follows it. Taking it back gives the node its text again.
 */
const STYLE = 'all:unset!important;cursor:pointer!important;outline:revert!important;unicode-bidi:inherit!important';

/** @typedef {{anchor: HTMLAnchorElement, text: Text}} Edit */

/** @type {WeakMap<Node, Edit>} the edits, by the page's node */
const edits = new WeakMap();
/** @type {WeakMap<Node, Text>} the page's node, by any node of ours */
const origins = new WeakMap();

/** @param {Node} node */
export const isOurs = node => origins.has(node);

/** Whether a text node of the page was emptied by us. @param {Node} node */
export const isEdited = node => edits.has(node);

/**
 * Puts an anchor around a text of the page.
 * @param {Text} node @param {string} uri
 * @returns {{anchor: HTMLAnchorElement, node: Text}}  the anchor and the text in it
 */
export function wrap(node, uri) {
  const anchor = document.createElement('a');
  const text = document.createTextNode(node.data);
  anchor.href = uri;
  anchor.setAttribute('style', STYLE);
  anchor.append(text);
  node.data = '';
  node.after(anchor);
  edits.set(node, { anchor, text });
  origins.set(anchor, node);
  origins.set(text, node);
  return { anchor, node: text };
}

/**
 * Gives the page's node back as it would be: its text if nobody wrote to it, else what was written.
 * @param {Node} node  the page's node or any of ours
 * @param {boolean} [rewritten]  the page wrote to its node, be it nothing
 * @returns {Text | null}  the page's node
 */
export function unwrap(node, rewritten = false) {
  const origin = origins.get(node) ?? /** @type {Text} */ (node);
  const edit = edits.get(origin);
  if (!edit) return null;
  const { anchor, text } = edit;
  edits.delete(origin);
  origins.delete(anchor);
  origins.delete(text);
  if (anchor.childNodes.length !== 1 || anchor.firstChild !== text) anchor.replaceWith(...anchor.childNodes); // the page's now
  else {
    const kept = keepSelection(origin, anchor);
    if (!rewritten && !origin.length) origin.data = text.data;
    anchor.remove();
    kept?.();
  }
  return origin;
}

/**
 * Puts back a node of the page that is empty only because of us: code that joins texts (`normalize()`) takes empty ones out.
 * @param {MutationRecord} record
 */
export function putBack({ target, removedNodes: [node, ...more], addedNodes, nextSibling }) {
  const edit = edits.get(node);
  if (!edit || more.length || addedNodes.length || node.parentNode || /** @type {Text} */ (node).length) return;
  if (nextSibling === edit.anchor && edit.anchor.parentNode === target) edit.anchor.before(node);
}

/**
 * The selection, if it ends in nodes of ours, to be put back on the page's node.
 * @param {Text} origin @param {HTMLAnchorElement} anchor
 */
function keepSelection(origin, anchor) {
  const selection = getSelection();
  if (!selection?.anchorNode || !selection.focusNode) return null;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  if (!anchor.contains(anchorNode) && !anchor.contains(focusNode)) return null;
  /** @param {Node} node @param {number} at @returns {[Node, number]} */
  const place = (node, at) => (anchor.contains(node) ? [origin, Math.min(node === anchor ? at * origin.length : at, origin.length)] : [node, at]);
  return () => selection.setBaseAndExtent(...place(anchorNode, anchorOffset), ...place(focusNode, focusOffset));
}
