import { isEdited, isOurs, putBack, unwrap, wrap } from './anchor.js';
import { createMark } from './mark.js';
import { inPageOrder } from './order.js';
import { createOverlay } from './overlay.js';
import { RUNS_LEFT, wayFor } from './placement.js';
import { boxesOf, inside } from './rects.js';
import { isChrome, parentOf } from './skip.js';
import { partsOf } from './text.js';

/**
 * A number of the page as a link, however it is shown.
 * @typedef {object} Link
 * @property {Found} number  as the finder gave it
 * @property {string} uri
 * @property {string} text  as it stands on the page
 * @property {import('./text.js').Part[]} parts  where it stands
 * @property {Element} element  the element around its first part
 * @property {(Element | null)[]} around  the elements around its parts
 * @property {'anchor' | 'overlay'} way
 * @property {HTMLAnchorElement} [anchor]
 * @property {StaticRange} range  what the mark is painted on
 * @property {string} [drawn]
 * @property {boolean} [stale]  its text changed; it is looked at again when the page is idle
 *
 * @typedef {import('../find/index.js').Found} Found
 * @typedef {Pick<Link, 'number' | 'text' | 'parts' | 'element' | 'way'>} Place  of a number that is to be a link
 */

/**
 * The URI of a found number (RFC 3966; RFC 3261 for addresses).
 * @param {Found} number
 */
export function uriOf({ e164, ext, sip }) {
  return sip ? `sip:${sip.replace(/^sips?:/i, '')}` : `tel:${e164}${ext ? `;ext=${ext}` : ''}`;
}

/**
 * The links of a frame: one interface, two ways to show them.
 * @param {object} options
 * @param {string} options.mark
 * @param {() => import('./placement.js').Page} options.facts
 * @param {(edit: () => void) => void} options.unheard  does our own edit of the page without the observer hearing of it
 * @param {(ms: number) => number} options.spent  pays for work; gives how long to rest before more of it, in ms
 * @param {() => void} options.drawn  links over the page were drawn: others may be on the screen than before
 */
export function createLinks({ drawn, mark: markName, facts, unheard, spent }) {
  const mark = createMark(markName);
  const overlay = createOverlay({ spent, drawn() {
    mark.keep();
    drawn();
  } });
  /** @type {Set<Link>} */
  const all = new Set();
  /** @type {WeakMap<Text, Set<Link>>} */
  const byNode = new WeakMap();
  /** @type {WeakMap<Element, Set<Link>>} */
  const byElement = new WeakMap();
  /** Places that page code touched: never an anchor again. @type {WeakSet<Node>} */
  const touched = new WeakSet();
  /** Anchors in the text that stand near what is seen of the page. @type {Set<Element>} */
  const near = new Set();
  const sight = new IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries) near[isIntersecting ? 'add' : 'delete'](target);
    drawn();
  }, { rootMargin: '100%' });
  /** Nodes given back to the page since the last look. @type {Set<Text>} */
  const released = new Set();

  /** @param {WeakMap<any, Set<Link>>} map @param {object} key @param {Link} link */
  const put = (map, key, link) => void (map.get(key)?.add(link) ?? map.set(key, new Set([link])));

  /** @param {Link} link */
  function index(link) {
    link.around = link.parts.map(({ node }) => parentOf(node));
    for (const { node } of link.parts) put(byNode, node, link);
    for (const element of link.around) if (element) put(byElement, element, link);
    mark.add(link.range);
  }

  /** @param {Link} link */
  function unindex(link) {
    for (const { node } of link.parts) byNode.get(node)?.delete(link);
    for (const element of link.around) if (element) byElement.get(element)?.delete(link);
    mark.delete(link.range);
  }

  /** @param {import('./text.js').Part[]} parts */
  function rangeOf(parts) {
    const [first, last] = [parts[0], parts[parts.length - 1]];
    return new StaticRange({ startContainer: first.node, startOffset: first.from, endContainer: last.node, endOffset: last.to });
  }

  /** @param {import('./text.js').Part[]} parts @param {Element} element @returns {Link['way']} */
  function wayOf(parts, element) {
    const page = facts();
    if (page.scripted || page.structural) return 'overlay'; // the usual case, without a look at styles
    const selection = getSelection();
    const style = getComputedStyle(element);
    let block = element;
    while (block.parentElement && getComputedStyle(block).display === 'inline') block = block.parentElement;
    const frame = getComputedStyle(block);
    return wayFor(page, {
      shadow: parts[0].node.getRootNode() !== document,
      whole: parts.length === 1 && parts[0].from === 0 && parts[0].to === parts[0].node.length,
      display: style.display,
      cut: frame.textOverflow !== 'clip' || (frame.webkitLineClamp ?? 'none') !== 'none',
      bidi: style.direction === 'rtl' || frame.direction === 'rtl' || RUNS_LEFT.test(block.textContent ?? ''),
      selected: selection !== null && !selection.isCollapsed && selection.containsNode(parts[0].node, true),
      touched: touched.has(parts[0].node),
    });
  }

  /** @param {Place} place */
  function add({ number, text, parts, element, way }) {
    if (facts().scripted || touched.has(parts[0].node)) way = 'overlay'; // since it was placed
    /** @type {Link} */
    const link = { number, uri: uriOf(number), text, parts, element, way, range: rangeOf(parts), around: [] };
    all.add(link);
    if (link.way === 'anchor') {
      unheard(() => {
        const wrapped = wrap(parts[0].node, link.uri);
        link.anchor = wrapped.anchor;
        link.element = wrapped.anchor;
        link.parts = [{ node: wrapped.node, from: 0, to: wrapped.node.length }];
      });
      link.range = rangeOf(link.parts);
      sight.observe(link.element);
    } else overlay.add(link);
    index(link);
  }

  /** @param {Link} link */
  function forget(link) {
    unindex(link);
    all.delete(link);
    if (link.way !== 'anchor') return;
    sight.unobserve(link.element);
    near.delete(link.element);
  }

  /** @param {Link} link */
  function remove(link) {
    forget(link);
    if (link.way === 'anchor') release(link.parts[0].node);
    else overlay.delete(link);
  }

  /** Gives a page's node back and forgets the links that stood in it. @param {Node} node @param {boolean} [rewritten]  by the page */
  function release(node, rewritten = false) {
    unheard(() => {
      const origin = unwrap(node, rewritten);
      if (!origin) return;
      touched.add(origin);
      released.add(origin);
    });
    for (const link of [...all]) {
      if (link.way !== 'anchor' || isOurs(/** @type {Node} */ (link.anchor))) continue;
      forget(link);
    }
  }

  /** Whether a link still stands where it stood. @param {Link} link */
  function holds({ parts, text }) {
    let now = '';
    for (const { node, from, to } of parts) {
      if (!node.isConnected) return false;
      now += node.data.slice(from, to);
    }
    return parts.length > 1 || now.replace(/\s+/g, ' ') === text;
  }

  /** A text node was written to: what no longer stands there is not painted any more. @param {Node} node */
  function written(node) {
    if (isEdited(node)) release(node, true);
    for (const link of byNode.get(/** @type {Text} */ (node)) ?? []) {
      if (link.way === 'overlay' && holds(link)) continue;
      link.stale = true;
      mark.delete(link.range);
      if (link.way === 'anchor') release(node);
    }
  }

  return {
    all,
    overlay,
    holds,

    /**
     * Where the numbers of a line stand and how each is to be shown. All that is asked of styles is asked here, and nothing
     * is written.
     * @param {import('./text.js').Line} line @param {Found[]} found @returns {Place[]}
     */
    place: (line, found) => found.flatMap(number => {
      const parts = partsOf(line, number.start, number.end);
      const around = parts?.map(({ node }) => parentOf(node)) ?? [];
      const [element] = around;
      if (!parts || !element || around.some(one => !one || isChrome(one))) return [];
      return [{ number, text: line.text.slice(number.start, number.end), parts, element, way: wayOf(parts, element) }];
    }),

    /**
     * Makes the links of a line those that were placed; links that stay are kept as they are. Asks for no style, so that
     * many lines can be set at the cost of one layout.
     * @param {import('./text.js').Line} line @param {Place[]} places
     */
    set(line, places) {
      /** @type {Set<Link>} */
      const before = new Set();
      for (const { node } of line.pieces) for (const link of byNode.get(node) ?? []) before.add(link);
      const fresh = places.filter(place => {
        const { number, parts } = place;
        const uri = uriOf(number);
        const same = [...before].find(link => !link.stale && link.uri === uri && sameParts(link.parts, parts));
        if (!same) return true;
        before.delete(same);
        if (same.way !== 'overlay') return false;
        if (parts.every(({ node }, at) => parentOf(node) === same.around[at])) overlay.keep(same);
        else this.move(same, place); // the page put its nodes into another element
        return false;
      });
      for (const place of fresh) {
        const uri = uriOf(place.number);
        const moved = [...before].find(link => link.uri === uri && link.way === 'overlay');
        if (moved) {
          before.delete(moved);
          this.move(moved, place);
        } else add(place);
      }
      for (const link of before) remove(link);
    },

    /** @param {Link} link @param {Place} to */
    move(link, { number, text, parts, element }) {
      overlay.move(link, () => {
        unindex(link);
        Object.assign(link, { number, text, parts, element, range: rangeOf(parts), stale: false });
        index(link);
      });
    },

    remove,

    /** The links that may be on the screen. */
    onScreen: () => [...all].filter(link => link.way === 'anchor' ? near.has(link.element) : overlay.shown.has(link)),

    /** The links in the order of the page. */
    sorted: () => [...all].sort(inPageOrder),

    /** Links that a text node bears. @param {Node} node */
    at: node => byNode.get(/** @type {Text} */ (node)) ?? [],

    /** The page changed. @param {MutationRecord} record */
    changed(record) {
      if (record.type === 'characterData') written(record.target);
      else if (record.type === 'childList' && isEdited(record.removedNodes[0])) unheard(() => putBack(record));
    },

    /** Nodes that were given back and may be shown the other way now. */
    takeReleased() {
      const nodes = [...released];
      released.clear();
      return nodes;
    },

    /** Forgets the links whose text is gone from the page. */
    sweep() {
      for (const link of [...all]) if (!link.parts.every(part => part.node.isConnected)) remove(link);
    },

    /** Takes every anchor out of the text; the numbers are found again and shown from our own root. */
    demote() {
      for (const link of [...all]) if (link.way === 'anchor') remove(link);
    },

    /**
     * The link at a point, when the page itself has the link's own element there (or the slot that its text is shown in).
     * @param {Element} target  the topmost element at the point @param {number} x @param {number} y
     */
    under(target, x, y) {
      const shown = target instanceof HTMLSlotElement ? target.assignedNodes({ flatten: true }).flatMap(node => [...byNode.get(/** @type {Text} */ (node)) ?? []]) : [];
      for (const link of [...byElement.get(target) ?? [], ...shown]) if (holds(link) && boxesOf(link.parts).some(box => inside(box, x, y))) return link;
      return null;
    },

    /** @param {string} name */
    setMark: name => mark.set(name),

    /** Takes everything back. */
    stop() {
      for (const link of [...all]) remove(link);
      overlay.stop();
      sight.disconnect();
      mark.clear();
    },
  };
}

/** @param {import('./text.js').Part[]} one @param {import('./text.js').Part[]} two */
function sameParts(one, two) {
  return one.length === two.length && one.every((part, at) => part.node === two[at].node && part.from === two[at].from && part.to === two[at].to);
}
