import { mayContainNumber } from '../find/gate.js';
import { contextOf } from './context.js';
import { whenIdle } from './observe.js';
import { isChrome, leftAlone, parentOf } from './skip.js';
import { Reader, partsOf } from './text.js';
import { Walk, lineRoot } from './walk.js';

const SLICE_MS = 5;
const MAX_ROOTS = 500;

/**
 * Looks for numbers in the page, in slices, and makes them links.
 * @param {object} options
 * @param {ReturnType<typeof import('./links.js').createLinks>} options.links
 * @param {(text: string, at: {element: Element, context: {before: string, after: string, header: string}}) => import('./links.js').Found[]} options.find
 * @param {(element: Element) => boolean} options.isOurs
 * @param {(shadow: ShadowRoot) => void} options.onShadow  an open shadow root was met for the first time
 * @param {(ms: number) => void} options.spent
 * @param {() => void} options.rested  nothing is left to look at
 */
export function createScanner({ links, find, isOurs, onShadow, spent, rested }) {
  /** @type {Node[]} */
  let roots = [];
  /** @type {Text[]} */
  let lines = [];
  /** @type {Walk | null} */
  let walk = null;
  let running = false;
  let stopped = false;
  /** @type {WeakSet<Node>} */
  const known = new WeakSet();
  let reader = new Reader(isOurs);
  /** Texts whose line was read in this run. @type {Set<Node>} */
  let read = new Set();

  function run() {
    if (stopped) return;
    const begin = performance.now();
    const until = begin + SLICE_MS;
    const more = lookOn(until);
    spent(performance.now() - begin);
    if (more) return whenIdle(run);
    running = false;
    reader = new Reader(isOurs);
    read = new Set();
    rested();
  }

  /** @param {number} until @returns {boolean}  whether something is left */
  function lookOn(until) {
    for (;;) {
      if (performance.now() > until) return true;
      const line = lines.pop();
      if (line) {
        if (line.isConnected) readLine(line, true);
        continue;
      }
      if (!walk) {
        const root = roots.shift();
        if (!root) return false;
        if (!root.isConnected) continue;
        walk = new Walk(root, host => meet(/** @type {ShadowRoot} */ (host.shadowRoot)));
      }
      const found = walk.next(until);
      if (found === undefined) return true;
      if (found === null) walk = null;
      else readLine(found, false);
    }
  }

  /** @param {ShadowRoot} shadow */
  function meet(shadow) {
    if (known.has(shadow)) return;
    known.add(shadow);
    onShadow(shadow);
    roots.push(shadow);
  }

  /** @param {Text} node @param {boolean} check  whether the line may hold nothing at all */
  function readLine(node, check) {
    if (read.has(node)) return;
    const parent = parentOf(node);
    if (!parent) return;
    const around = isOurs(parent) ? parent.parentElement : parent;
    if (!around || leftAlone(around)) return forget(node);
    const line = reader.line(node);
    for (const piece of line.pieces) read.add(piece.node);
    const candidates = check && !mayContainNumber(line.text) ? [] : find(line.text, { element: parent, context: contextOf(line) });
    links.set(line, candidates.filter(number => mayStand(line, number)));
  }

  /** @param {import('./text.js').Line} line @param {import('./links.js').Found} number */
  function mayStand(line, number) {
    const parts = partsOf(line, number.start, number.end);
    return parts !== null && parts.every(({ node }) => {
      const parent = parentOf(node);
      return parent !== null && !isChrome(parent);
    });
  }

  /** Text that may no longer be linked. @param {Text} node */
  function forget(node) {
    for (const link of [...links.at(node)]) links.remove(link);
  }

  function go() {
    if (running || stopped) return;
    running = true;
    whenIdle(run);
  }

  return {
    /** Looks at everything below a root. @param {Node} root */
    look(root) {
      if (roots.length > MAX_ROOTS) roots = [document];
      else if (!roots.includes(root)) roots.push(root);
      go();
    },
    /** Looks again at nodes whose text may have changed. @param {Node[]} nodes */
    lookAgain(nodes) {
      for (const node of nodes) {
        if (node.nodeType === 3) {
          lines.push(/** @type {Text} */ (node));
          read.delete(node);
        }
        const root = lineRoot(node);
        if (!roots.includes(root) && roots.length <= MAX_ROOTS) roots.push(root);
      }
      reader = new Reader(isOurs);
      read = new Set();
      go();
    },
    /** Looks for shadow roots that were attached without a change of the tree. */
    sweepShadows() {
      for (const element of document.querySelectorAll('*')) if (element.shadowRoot) meet(element.shadowRoot);
      if (roots.length) go();
    },
    knows: (/** @type {Node} */ root) => known.has(root),
    stop() {
      stopped = true;
      roots = [];
      lines = [];
      walk = null;
    },
  };
}
