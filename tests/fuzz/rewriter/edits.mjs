// What the simulated page is made of, and what it does to itself: the same to the page and to its twin, which the extension never sees.
import fc from 'fast-check';

// Nothing that speaks for or against a number of the next line: a line is read again when it changes, not when its neighbours do.
const TEXTS = ['+39 02 3031 1001', '+39 02 3031 1002', '+39 347 123 4567', '+1 212 555 0123', ' ', '\n  ', ', ', 'parola ', '; ciao ', '\u00a0', '', 'è'];
const TAGS = ['p', 'div', 'span', 'b', 'i', 'li', 'td', 'section', 'br', 'wbr', 'code', 'a', 'button', 'label'];
const STYLES = ['', 'display:none', 'display:inline', 'display:block', 'display:flex', 'display:contents', 'position:absolute', 'user-select:none', 'white-space:pre', 'float:left', 'visibility:hidden'];

/** @typedef {string | [string, ...any[]]} Tree  a text, or an element's name and what is in it */

const text = fc.array(fc.constantFrom(...TEXTS), { maxLength: 4 }).map(parts => parts.join(''));
/** @type {import('fast-check').Arbitrary<Tree>} */
const tree = fc.letrec(tie => ({
  tree: fc.oneof({ maxDepth: 3, depthSize: 'small' }, text, fc.tuple(fc.constantFrom(...TAGS), fc.array(tie('tree'), { maxLength: 4 })).map(([tag, inner]) => [tag, ...inner])),
})).tree;
const at = fc.nat(40);

/** One edit: its name and what it is done with; places are counted through all nodes of the twin. */
const edit = fc.oneof(
  ...['set', 'append'].map(name => fc.tuple(fc.constant(name), at, text)),
  ...['cut', 'split', 'surround', 'move', 'carry', 'swap'].map(name => fc.tuple(fc.constant(name), at, at, at)),
  ...['remove', 'pluck', 'normalize', 'empty'].map(name => fc.tuple(fc.constant(name), at)),
  ...['add', 'fill', 'replace', 'shadow'].map(name => fc.tuple(fc.constant(name), at, at, tree)),
  fc.tuple(fc.constant('style'), at, fc.constantFrom(...STYLES)),
  fc.tuple(fc.constant('pass'), fc.constantFrom(1, 20, 300, 3000)),
);

/** A page's life: whether it has code, what it is at first, and what it does, in bursts. */
export const lives = fc.record({ scripted: fc.boolean(), body: fc.array(tree, { minLength: 1, maxLength: 5 }), bursts: fc.array(fc.array(edit, { minLength: 1, maxLength: 6 }), { maxLength: 6 }) });

/** @param {Tree} tree @param {Document} document @returns {Node} */
export function make(tree, document) {
  if (typeof tree === 'string') return document.createTextNode(tree);
  const element = document.createElement(tree[0]);
  if (tree[0] === 'a') element.setAttribute('href', '#');
  element.append(...tree.slice(1).map(inner => make(inner, document)));
  return element;
}

/** Every node below a root, open shadow roots included. @param {Node} root @param {Node[]} [nodes] @returns {Node[]} */
export function nodesOf(root, nodes = []) {
  const shadow = /** @type {Element} */ (root).shadowRoot;
  if (shadow) nodesOf(shadow, (nodes.push(shadow), nodes));
  for (let child = root.firstChild; child; child = child.nextSibling) {
    nodes.push(child);
    if (child.nodeType === 1) nodesOf(child, nodes);
  }
  return nodes;
}

const isText = (/** @type {Node} */ node) => node.nodeType === 3;
const isElement = (/** @type {Node} */ node) => node.nodeType === 1;

/**
 * The edits that code makes which knows its own nodes. A page without code has none that knows its text nodes, and only there
 * is one shortened: `KNOWS` are the edits that go by what a text node holds, or take one by itself.
 * @type {Record<string, (pick: (at: number, wanted?: (node: Node) => boolean) => any, ...rest: any[]) => void>}
 */
export const EDITS = {
  set: (pick, at, text) => pick(at, isText) && (pick(at, isText).data = text),
  append: (pick, at, text) => pick(at, isText)?.appendData(text),
  cut(pick, at, from, count) {
    const node = pick(at, isText);
    if (node?.length) node.deleteData(from % node.length, count);
  },
  split(pick, at, from) {
    const node = pick(at, isText);
    node?.splitText(from % (node.length + 1));
  },
  surround(pick, at, from, to) {
    const node = pick(at, isText);
    if (!node) return;
    const range = node.ownerDocument.createRange();
    const [start, end] = [from % (node.length + 1), to % (node.length + 1)].sort((a, b) => a - b);
    range.setStart(node, start);
    range.setEnd(node, end);
    range.surroundContents(node.ownerDocument.createElement('mark'));
  },
  move: (pick, at, to, before) => place(pick(at, isElement), pick(to, isElement), pick(before)),
  carry: (pick, at, to, before) => place(pick(at, isText), pick(to, isElement), pick(before)),
  swap(pick, at, to) {
    const [one, two] = [pick(at, isText), pick(to, isText)];
    if (one && two) [one.data, two.data] = [two.data, one.data];
  },
  remove: (pick, at) => pick(at, isElement)?.remove(),
  pluck: (pick, at) => pick(at, isText)?.remove(),
  normalize: (pick, at) => pick(at, isElement)?.normalize(),
  empty: (pick, at) => void pick(at, isElement)?.replaceChildren(),
  add(pick, at, before, tree) {
    const parent = pick(at, isElement);
    const next = pick(before);
    parent?.insertBefore(make(tree, parent.ownerDocument), next?.parentNode === parent ? next : null);
  },
  fill(pick, at, _, tree) {
    const parent = pick(at, isElement);
    if (parent) parent.innerHTML = typeof tree === 'string' ? tree : /** @type {Element} */ (make(tree, parent.ownerDocument)).outerHTML;
  },
  replace(pick, at, _, tree) {
    const node = pick(at);
    node?.replaceWith?.(make(tree, node.ownerDocument));
  },
  shadow(pick, at, _, tree) {
    const host = pick(at, node => /^(P|DIV|SPAN|SECTION)$/.test(node.nodeName));
    if (!host) return;
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    root.append(make(tree, host.ownerDocument), host.ownerDocument.createElement('slot'));
  },
  style: (pick, at, css) => pick(at, isElement)?.setAttribute('style', css),
};
export const KNOWS = new Set(['pluck', 'carry', 'append', 'cut', 'split', 'surround', 'swap']);

/** @param {Node | null} node @param {Element | null} parent @param {Node | null} next */
function place(node, parent, next) {
  if (!node || !parent || node.contains(parent) || reachesInto(node, parent)) return;
  parent.insertBefore(node, next?.parentNode === parent && next !== node ? next : null);
}

/** Whether a node stands in a shadow root somewhere below another. @param {Node} above @param {Node} node @returns {boolean} */
function reachesInto(above, node) {
  const root = node.getRootNode();
  return root instanceof ShadowRoot && (above.contains(root.host) || reachesInto(above, root.host));
}
