import { mayContainNumber } from '../find/gate.js';
import { SHOW_TEXT, isText } from './skip.js';

/** Elements that do not end a line of text; a guess by name that costs no style. */
const INLINE = /^(A|ABBR|B|BDI|BDO|BIG|CITE|DATA|DFN|EM|FONT|I|INS|LABEL|MARK|NOBR|Q|S|SLOT|SMALL|SPAN|STRIKE|STRONG|SUB|SUP|TIME|TT|U|WBR|.*-.*)$/i;
const UNREAD = /^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE|TEXTAREA|HEAD|IFRAME)$/i;
const DIGIT = /[\d\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/;
/** Text of this length is read node by node, longer text in one piece first. */
const SMALL = 4000;
/** Elements below one that is taken apart at once. */
const LARGE = 600;
/** A node with so few children may be a wrapper of the whole page. */
const FEW = 12;
/** Children that are stretched out at once. */
const CHILDREN = 500;
const EDGE = 12;
const CARRY = 48;
const EVERY = 32;

/**
 * A walk to the texts below a root that may hold a number; it can be left and taken up again. Whole subtrees are asked
 * for their text in one native call and passed by when it holds nothing; there is no filter callback and no look at
 * parents, styles or layout. Only nodes past the gate are looked at more closely, by whoever asks.
 */
export class Walk {
  /** Stretches still to be read: siblings that may stand on one line, or one other node. @type {Node[][]} */
  #stack;
  /** @type {{nodes: Node[], walker: TreeWalker | null} | null} */
  #line = null;
  /** The end of the text so far when it may be the head of a number that goes on in the next node. */
  #carry = '';
  /** @type {Text | null} */
  #carried = null;

  /** Nodes whose further children are still to be stretched out. @type {{parent: Node, child: Node}[]} */
  #rest = [];

  /** @param {Node} root */
  constructor(root) {
    this.#stack = isUnread(root) ? [] : [[root]];
  }

  /**
   * Goes on until a text that may hold a number (or the end of one), the end, or the time given.
   * @param {number} until  a performance.now() value
   * @returns {Text | null | undefined}  null at the end, undefined when time is up
   */
  next(until) {
    for (let left = EVERY; ; left--) {
      if (this.#line) {
        const found = this.#readLine(until);
        if (found !== null) return found;
      }
      const nodes = this.#stack.pop();
      if (!nodes) return null;
      const length = nodes.length ? this.#open(nodes) : this.#goOn();
      if (length > SMALL || !left) {
        if (performance.now() > until) return undefined;
        left = EVERY;
      }
    }
  }

  /** Looks at a stretch as a whole. @param {Node[]} nodes @returns {number} its length */
  #open(nodes) {
    if (nodes.length === 1 && isLarge(nodes[0])) {
      this.#divide(nodes[0]);
      return 0;
    }
    let text = '';
    for (const node of nodes) text += isInline(node) ? node.textContent : `\n${node.textContent}\n`;
    if (!mayContainNumber(text)) return text.length;
    if (text.length <= SMALL || nodes.every(node => isInline(node) && !isLarge(node))) this.#line = { nodes, walker: null };
    else if (nodes.length > 1) for (let i = nodes.length; i--;) this.#stack.push([nodes[i]]);
    else this.#divide(nodes[0]);
    return text.length;
  }

  /** Takes up the children of a node that has very many. */
  #goOn() {
    const { parent, child } = /** @type {{parent: Node, child: Node}} */ (this.#rest.pop());
    if (child.parentNode === parent) this.#children(parent, child);
    return 2 * SMALL;
  }

  /** @param {Node} node */
  #divide(node) {
    const from = node.nodeType === 9 ? /** @type {Document} */ (node).body : node;
    if (from) this.#children(from, from.firstChild);
  }

  /** @param {Node} parent @param {Node | null} first */
  #children(parent, first) {
    /** @type {Node[][]} */
    const parts = [];
    /** @type {Node[] | null} */
    let inline = null;
    /** @type {Node[] | null} */
    let blocks = null;
    const few = /** @type {Element} */ (parent).childElementCount <= FEW;
    let left = CHILDREN;
    for (let child = first; child; child = child.nextSibling) {
      if (--left < 0 && !inline) {
        this.#rest.push({ parent, child });
        this.#stack.push([]);
        break;
      }
      if (isText(child) && !/** @type {Text} */ (child).data.trim()) continue;
      if (isInline(child)) {
        blocks = null;
        if (inline && inline.length < EVERY) inline.push(child);
        // One node stands in both stretches, so that a number across the border is seen.
        else parts.push((inline = inline ? [inline[inline.length - 1], child] : [child]));
      } else if (child.nodeType === 1) {
        if (isUnread(child)) continue;
        inline = null;
        if (few && isLarge(child)) {
          blocks = null;
          parts.push([child]);
        } else if (blocks && blocks.length < EVERY) blocks.push(child);
        else parts.push((blocks = [child]));
      }
    }
    for (let i = parts.length; i--;) this.#stack.push(parts[i]);
  }

  /** @param {number} until @returns {Text | null | undefined} */
  #readLine(until) {
    const line = this.#line;
    if (!line) return null;
    for (let left = EVERY; ; left--) {
      if (!left) {
        if (performance.now() > until) return undefined;
        left = EVERY;
      }
      let node = /** @type {Node | null} */ (line.walker?.nextNode() ?? null);
      if (!node) {
        const next = line.nodes.shift();
        if (!next) break;
        line.walker = isText(next) ? null : document.createTreeWalker(next, SHOW_TEXT);
        if (line.walker) continue;
        node = next;
      }
      if (this.#passes(/** @type {Text} */ (node))) return /** @type {Text} */ (node);
    }
    this.#line = null;
    this.#carry = '';
    this.#carried = null;
    return null;
  }

  /** @param {Text} node */
  #passes(node) {
    const text = node.data;
    const carry = this.#carry;
    const carried = this.#carried;
    const length = text.length;
    if (length > EDGE || text.trim()) {
      const digitsAtEnd = DIGIT.test(length > EDGE ? text.slice(-EDGE) : text);
      this.#carry = digitsAtEnd ? (length <= EDGE ? carry + text : text).slice(-CARRY) : '';
      this.#carried = digitsAtEnd ? node : null;
    }
    if (mayContainNumber(text)) return true;
    return carried !== null && DIGIT.test(text.slice(0, EDGE)) && mayContainNumber(carry + text.slice(0, CARRY)) && inlineBetween(carried, node);
  }
}

/** @param {Node} node */
const isInline = node => isText(node) || (node.nodeType === 1 && named(inlineNames, INLINE, node.nodeName));
/** @param {Node} node */
const isUnread = node => node.nodeType === 1 && named(unreadNames, UNREAD, node.nodeName);
/** @type {Map<string, boolean>} */
const inlineNames = new Map();
/** @type {Map<string, boolean>} */
const unreadNames = new Map();

/** @param {Map<string, boolean>} known @param {RegExp} pattern @param {string} name */
function named(known, pattern, name) {
  let is = known.get(name);
  if (is === undefined) known.set(name, (is = pattern.test(name)));
  return is;
}

/** Whether an element is better taken apart than asked for its whole text. @param {Node} node */
function isLarge(node) {
  return node.nodeType === 9 || ('childElementCount' in node && /** @type {Element} */ (node).childElementCount > 0 && 'getElementsByTagName' in node && /** @type {Element} */ (node).getElementsByTagName('*').length > LARGE);
}

/** A walk to the elements below a root that bear an open shadow root; to be left and taken up again. */
export class ShadowWalk {
  /** @param {Node} root */
  constructor(root) {
    this.walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    /** @type {Node | null} */
    this.node = root.nodeType === 1 ? root : this.walker.nextNode();
  }

  /** @param {number} until @returns {ShadowRoot | null | undefined}  null at the end, undefined when time is up */
  next(until) {
    for (let left = 256; this.node; left--) {
      const { shadowRoot } = /** @type {Element} */ (this.node);
      this.node = this.walker.nextNode();
      if (shadowRoot) return shadowRoot;
      if (!left) {
        if (performance.now() > until) return undefined;
        left = 256;
      }
    }
    return null;
  }
}

/**
 * Whether two texts may stand on one line, going by the names of the elements between them.
 * @param {Node} before @param {Node} after
 */
function inlineBetween(before, after) {
  if (before.parentNode === after.parentNode) return true;
  const above = new Set();
  // A form whose control is named parentNode is below itself.
  for (let at = before.parentNode; at && !above.has(at); at = at.parentNode) above.add(at);
  let common = after.parentNode;
  for (; common && !above.has(common); common = common.parentNode) if (!INLINE.test(common.nodeName)) return false;
  for (let at = before.parentNode; at && at !== common; at = at.parentNode) if (!INLINE.test(at.nodeName)) return false;
  return true;
}

const MANY = 64;

/**
 * The smallest root whose walk sees the whole line of a changed node: numbers may go on in its inline neighbours.
 * @param {Node} node @returns {Node}
 */
export function lineRoot(node) {
  let at = node;
  while (at.parentNode && (isText(at) || INLINE.test(at.nodeName)) && at.parentNode.childNodes.length <= MANY && at.parentNode.nodeType === 1) at = at.parentNode;
  return at;
}
