import { isText } from './skip.js';
import { ShadowWalk, Walk } from './walk.js';

const MAX_ROOTS = 200;

/**
 * The roots that are still to be looked at, and the walks through them: first for text that may hold a number, then for
 * open shadow roots, which become roots themselves.
 * @param {(shadow: ShadowRoot) => void} onShadow  called once for each
 */
export function createLook(onShadow) {
  /** @type {Node[]} */
  let texts = [];
  /** @type {Node[]} */
  let hosts = [];
  /** @type {Walk | null} */
  let walk = null;
  /** @type {ShadowWalk | null} */
  let shadows = null;
  /** @type {WeakSet<Node>} */
  const known = new WeakSet();

  return {
    /** @param {Node} root */
    add(root) {
      if (texts.length > MAX_ROOTS || hosts.length > MAX_ROOTS) {
        texts = [document];
        hosts = [document];
      } else if (!texts.includes(root)) {
        texts.push(root);
        if (!isText(root)) hosts.push(root);
      }
    },
    /** Looks for shadow roots alone. @param {Node} root */
    addHosts(root) {
      if (!hosts.includes(root)) hosts.push(root);
    },
    /**
     * The next text past the gate; null when everything was looked at, undefined when time is up.
     * @param {number} until @returns {Text | null | undefined}
     */
    next(until) {
      for (;;) {
        if (performance.now() > until) return undefined;
        if (walk) {
          /** @type {Text | null | undefined} */
          let found;
          try {
            found = walk.next(until);
          } catch {
            continue; // a form whose controls bear the platform's own names is passed by
          }
          if (found !== null) return found;
          walk = null;
        } else if (texts.length) {
          const root = /** @type {Node} */ (texts.shift());
          if (root.isConnected) walk = new Walk(root);
        } else if (shadows) {
          const found = shadows.next(until);
          if (found === undefined) return undefined;
          if (found === null) shadows = null;
          else if (!known.has(found)) {
            known.add(found);
            onShadow(found);
            this.add(found);
          }
        } else if (hosts.length) {
          const root = /** @type {Node} */ (hosts.shift());
          if (root.isConnected) shadows = new ShadowWalk(root);
        } else return null;
      }
    },
    clear() {
      texts = [];
      hosts = [];
      walk = null;
      shadows = null;
    },
  };
}
