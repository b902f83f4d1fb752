import { mayContainNumber } from '../find/gate.js';

/** Elements that do not end a line of text; a guess by name that costs no style. */
const INLINE = /^(A|ABBR|B|BDI|BDO|BIG|CITE|DATA|DFN|EM|FONT|I|INS|LABEL|MARK|NOBR|Q|S|SLOT|SMALL|SPAN|STRIKE|STRONG|SUB|SUP|TIME|TT|U|WBR|.*-.*)$/i;
const DIGIT = /[\d\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/;
const EDGE = 12;
const CARRY = 48;

/**
 * A walk over the text below a root that can be left and taken up again. It is bare on purpose: no filter callback, no
 * look at parents; only nodes past the gate are looked at more closely by whoever asks.
 */
export class Walk {
  /**
   * @param {Node} root
   * @param {(host: Element) => void} [onShadow]  called for each open shadow root met
   */
  constructor(root, onShadow) {
    this.walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    this.onShadow = onShadow;
    /** @type {Node | null} */
    this.node = root;
    /** The end of the text so far when it may be the head of a number that goes on in the next node. */
    this.carry = '';
    /** @type {Text | null} */
    this.carried = null;
  }

  /**
   * Goes on until a text that may hold a number (or the end of one), the end, or the time given.
   * @param {number} until  a performance.now() value
   * @returns {Text | null | undefined}  null at the end, undefined when time is up
   */
  next(until) {
    let left = 64;
    while (this.node) {
      const node = this.node;
      this.node = this.walker.nextNode();
      if (node.nodeType === 3) {
        if (this.#passes(/** @type {Text} */ (node))) return /** @type {Text} */ (node);
      } else if (/** @type {Element} */ (node).shadowRoot) this.onShadow?.(/** @type {Element} */ (node));
      if (!--left) {
        if (performance.now() > until) return undefined;
        left = 64;
      }
    }
    return null;
  }

  /** @param {Text} node */
  #passes(node) {
    const text = node.data;
    const { carry, carried } = this;
    const length = text.length;
    if (length > EDGE || text.trim()) {
      const digitsAtEnd = DIGIT.test(length > EDGE ? text.slice(-EDGE) : text);
      const whole = length <= EDGE && carry !== '' ? carry + text : text;
      this.carry = digitsAtEnd ? whole.slice(-CARRY) : '';
      this.carried = digitsAtEnd ? node : null;
    }
    if (mayContainNumber(text)) return true;
    return carry !== '' && carried !== null && DIGIT.test(text.slice(0, EDGE)) && mayContainNumber(carry + text.slice(0, CARRY)) && inlineBetween(carried, node);
  }
}

/**
 * Whether two texts may stand on one line, going by the names of the elements between them.
 * @param {Node} before @param {Node} after
 */
function inlineBetween(before, after) {
  if (before.parentNode === after.parentNode) return true;
  const above = new Set();
  for (let at = before.parentNode; at; at = at.parentNode) above.add(at);
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
  while (at.parentNode && (at.nodeType === 3 || INLINE.test(at.nodeName)) && at.parentNode.childNodes.length <= MANY && at.parentNode.nodeType === 1) at = at.parentNode;
  return at;
}
