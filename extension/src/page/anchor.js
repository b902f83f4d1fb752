/**
 * A number shown as an anchor in the text. The page's own text node stays in its place, shortened to what comes before
 * the first number; our anchors and the rest of the text follow it. Taking it back gives the node its text again.
 */
const STYLE = 'all:unset!important;cursor:pointer!important;outline:revert!important;unicode-bidi:inherit!important';

/** @typedef {{text: string, own: (Text | HTMLAnchorElement)[], head: string, rests: Map<Text, string>}} Edit */

/** @type {WeakMap<Text, Edit>} the edits, by the page's node */
const edits = new WeakMap();
/** @type {WeakMap<Node, Text>} the page's node, by any node of ours */
const origins = new WeakMap();

/** @param {Node} node */
export const isOurs = node => origins.has(node);

/** Whether a text node of the page was shortened by us. @param {Node} node */
export const isEdited = node => edits.has(/** @type {Text} */ (node));

/**
 * Puts an anchor around part of a text node (the page's, or what we left of it).
 * @param {Text} node @param {number} from @param {number} to @param {string} uri
 * @returns {{anchor: HTMLAnchorElement, node: Text}}  the anchor and the text in it
 */
export function wrap(node, from, to, uri) {
  const origin = origins.get(node) ?? node;
  /** @type {Edit} */
  const edit = edits.get(origin) ?? { text: origin.data, own: [], head: '', rests: new Map() };
  const middle = node.splitText(from);
  const rest = middle.splitText(to - from);
  const anchor = document.createElement('a');
  anchor.href = uri;
  anchor.setAttribute('style', STYLE);
  middle.replaceWith(anchor);
  anchor.append(middle);
  if (rest.length) {
    edit.rests.set(rest, rest.data);
    edit.own.push(rest);
    origins.set(rest, origin);
  } else rest.remove();
  edit.own.push(anchor);
  edit.head = origin.data;
  if (node !== origin) edit.rests.set(node, node.data);
  origins.set(anchor, origin);
  origins.set(middle, origin);
  edits.set(origin, edit);
  return { anchor, node: middle };
}

/**
 * Gives the page's node back as it would be: its whole text if nobody wrote to it, else what was written.
 * @param {Node} node  the page's node or any of ours
 * @returns {Text | null}  the page's node
 */
export function unwrap(node) {
  const origin = origins.get(node) ?? /** @type {Text} */ (node);
  const edit = edits.get(origin);
  if (!edit) return null;
  edits.delete(origin);
  const kept = keepSelection(origin, edit);
  if (origin.data === edit.head) origin.appendData(edit.text.slice(edit.head.length));
  for (const own of edit.own) {
    origins.delete(own);
    if (own.nodeType === 1) {
      origins.delete(/** @type {Node} */ (own.firstChild ?? own));
      own.remove();
    } else {
      const rest = /** @type {Text} */ (own);
      const ours = edit.rests.get(rest) ?? '';
      if (rest.data.length > ours.length && rest.data.startsWith(ours)) rest.deleteData(0, ours.length); // the page merged its own text into ours
      else rest.remove();
    }
  }
  kept?.();
  return origin;
}

/**
 * The selection, if it ends in nodes of ours, to be put back on the page's node.
 * @param {Text} origin @param {Edit} edit
 */
function keepSelection(origin, edit) {
  const selection = getSelection();
  if (!selection?.anchorNode || !selection.focusNode) return null;
  const order = [origin, ...edit.own.map(own => (own.nodeType === 1 ? /** @type {Text} */ (own.firstChild) : /** @type {Text} */ (own)))]
    .filter(Boolean).sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  const offset = (/** @type {Node} */ node, /** @type {number} */ at) => {
    const index = order.indexOf(/** @type {Text} */ (node));
    return index < 0 ? null : order.slice(0, index).reduce((sum, text) => sum + text.length, at);
  };
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  const start = offset(anchorNode, anchorOffset);
  const end = offset(focusNode, focusOffset);
  if (start === null && end === null) return null;
  return () => selection.setBaseAndExtent(start === null ? anchorNode : origin, start ?? anchorOffset, end === null ? focusNode : origin, end ?? focusOffset);
}
