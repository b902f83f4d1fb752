import { isSkipped, isText, parentOf } from './skip.js';

/**
 * A line of text as it is read on the page, with the way back to the page's nodes.
 * @typedef {{at: number, node: Text, from: number, length: number, foreign: boolean}} Piece  text[at, at+length) is node.data[from, from+length)
 * @typedef {{text: string, pieces: Piece[], start: Node, end: Node, stands: () => boolean}} Line  `stands`: every node is in the page and reads as it did
 * @typedef {{node: Text, from: number, to: number}} Part
 */

/** How far a line is followed to each side of the text that asked for it. */
const REACH = 1500;
const SPACES = /[\t\n\f\r ]+/g;

/** @typedef {'inline' | 'block' | 'cell' | 'none' | 'object'} Kind */

/** A reader of lines that remembers styles; make a new one for each pass. */
export class Reader {
  /** @type {Map<Element, Kind>} */
  #kinds = new Map();
  /** @type {Map<Element, boolean>} */
  #foreign = new Map();
  /** @type {Map<Element, boolean>} */
  #preserves = new Map();

  /** @param {(element: Element) => boolean} isOurs  our own anchors, which are read as the page's text */
  constructor(isOurs) {
    this.isOurs = isOurs;
  }

  /**
   * The line that a text stands on: up to the next hard border (a block, a cell, a line break, an object) on each side.
   * @param {Text} node @returns {Line}
   */
  line(node) {
    const nodes = [node];
    let length = 0;
    for (let at = this.#step(node, -1); at && length < REACH; at = this.#step(at, -1)) {
      nodes.unshift(at);
      length += at.length;
    }
    length = 0;
    for (let at = this.#step(node, 1); at && length < REACH; at = this.#step(at, 1)) {
      nodes.push(at);
      length += at.length;
    }
    return this.#join(nodes);
  }

  /**
   * The next text on the same line, or null at its border.
   * @param {Text} from @param {1 | -1} way @returns {Text | null}
   */
  #step(from, way) {
    /** @type {Node} */
    let at = from;
    for (;;) {
      let next = way > 0 ? at.nextSibling : at.previousSibling;
      while (!next) {
        const parent = at.parentNode;
        if (!(parent instanceof Element) || this.kind(parent) !== 'inline') return null;
        at = parent;
        next = way > 0 ? at.nextSibling : at.previousSibling;
      }
      // What a shadow root shows in different slots does not stand on one line, though it hangs side by side.
      if (slotOf(next) !== slotOf(at)) return null;
      at = next;
      for (;;) {
        if (isText(at)) return /** @type {Text} */ (at);
        if (at.nodeType !== 1) break;
        const kind = this.kind(/** @type {Element} */ (at));
        if (kind === 'none') break;
        if (kind !== 'inline') return null;
        const inner = way > 0 ? at.firstChild : at.lastChild;
        if (!inner) break;
        at = inner;
      }
    }
  }

  /** @param {Text[]} nodes @returns {Line} */
  #join(nodes) {
    let text = '';
    /** @type {Piece[]} */
    const pieces = [];
    for (const node of nodes) {
      const parent = parentOf(node);
      const foreign = parent !== null && this.#isForeign(parent);
      const data = node.data;
      if (parent && this.#preserve(parent)) {
        pieces.push({ at: text.length, node, from: 0, length: data.length, foreign });
        text += data;
        continue;
      }
      let from = 0;
      for (const match of data.matchAll(SPACES)) {
        if (match[0] === ' ') continue;
        const end = match.index + 1;
        pieces.push({ at: text.length, node, from, length: end - from, foreign });
        text += data.slice(from, match.index) + ' ';
        from = match.index + match[0].length;
      }
      if (from < data.length) {
        pieces.push({ at: text.length, node, from, length: data.length - from, foreign });
        text += data.slice(from);
      }
    }
    return { text, pieces, start: nodes[0], end: nodes[nodes.length - 1], stands: standing(nodes) };
  }

  /** @param {Element} element @returns {Kind} */
  kind(element) {
    let kind = this.#kinds.get(element);
    if (!kind) this.#kinds.set(element, (kind = this.isOurs(element) ? 'inline' : kindOf(element)));
    return kind;
  }

  /** Text that is read for its meaning but never linked. @param {Element} element @returns {boolean} */
  #isForeign(element) {
    let known = this.#foreign.get(element);
    if (known === undefined) {
      this.#foreign.set(element, false); // a form whose control is named parentElement is below itself
      known = !this.isOurs(element) && (isSkipped(element) || (element.parentElement !== null && this.#isForeign(element.parentElement)));
      this.#foreign.set(element, known);
    }
    return known;
  }

  /** @param {Element} element */
  #preserve(element) {
    let known = this.#preserves.get(element);
    if (known === undefined) this.#preserves.set(element, (known = /pre|break-spaces/.test(getComputedStyle(element).whiteSpace)));
    return known;
  }
}

/** @param {Text[]} nodes @returns {() => boolean} */
function standing(nodes) {
  const texts = nodes.map(node => node.data);
  return () => nodes.every((node, at) => node.isConnected && node.data === texts[at]);
}

/** @param {Node} node  comments have none */
const slotOf = node => /** @type {Element} */ (node).assignedSlot ?? null;

const OBJECTS = /^(BR|HR|IMG|INPUT|SELECT|TEXTAREA|BUTTON|IFRAME|OBJECT|EMBED|VIDEO|AUDIO|CANVAS|SVG|MATH)$/i;
const UNREAD = /^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE|WBR)$/i;
/** A raised or lowered mark of a note; it is no digit of the number that it stands beside. */
const RAISED = /^(SUB|SUP)$/i, MARK = /^\W?[\w*†‡§]{1,3}\W?$/;

/** @param {Element} element @returns {Kind} */
function kindOf(element) {
  if (UNREAD.test(element.nodeName)) return 'none';
  if (OBJECTS.test(element.nodeName)) return 'object';
  if (element.shadowRoot) return 'block'; // its children are shown somewhere else
  const style = getComputedStyle(element);
  const display = style.display;
  if (display === 'none' || (RAISED.test(element.nodeName) && MARK.test((element.textContent ?? '').trim()))) return 'none';
  if (display === 'table-cell') return 'cell';
  if (style.float !== 'none' || /absolute|fixed/.test(style.position)) return 'block';
  if (display === 'inline' || display === 'contents' || display.startsWith('ruby')) return 'inline';
  if (display.startsWith('inline-') && !(parseFloat(style.paddingLeft) || parseFloat(style.paddingRight) || parseFloat(style.marginLeft) || parseFloat(style.marginRight))) return 'inline';
  return 'block';
}

/**
 * The places of the page that a stretch of a line covers; null when part of it may not be linked.
 * @param {Line} line @param {number} start @param {number} end @returns {Part[] | null}
 */
export function partsOf(line, start, end) {
  /** @type {Part[]} */
  const parts = [];
  for (const piece of line.pieces) {
    const from = Math.max(start, piece.at);
    const to = Math.min(end, piece.at + piece.length);
    if (from >= to) continue;
    if (piece.foreign) return null;
    const part = { node: piece.node, from: piece.from + from - piece.at, to: piece.from + to - piece.at };
    const last = parts[parts.length - 1];
    if (last?.node === part.node) last.to = part.to;
    else parts.push(part);
  }
  return parts.length ? parts : null;
}
