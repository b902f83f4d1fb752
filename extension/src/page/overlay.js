import { t } from '../shared/i18n.js';
import { afterFrame } from './frame.js';
import { addStyle, hostOrigin, hostLayer } from './host.js';
import { createOrder } from './order.js';
import { boxesOf } from './rects.js';

/**
 * Numbers shown without touching the page: real, focusable links of our closed root, laid over the numbers' boxes. They
 * never take the pointer (that would end the page's own :hover, close its menus and hide its text from selection); clicks
 * are told apart by what the page itself has under the pointer. They are for the keyboard, for assistive technology and
 * for the ring of the focus.
 *
 * @typedef {import('./links.js').Link} Link
 */
const STYLE = `
#links a { position: absolute; display: block; outline: none; cursor: pointer; }
#links a[hidden] { display: none; }
#links a.away { left: -1px; top: -1px; width: 1px; height: 1px; }
#links span { position: absolute; display: block; }
#links a:focus-visible, #links a:focus-visible span { outline: 2px solid #0b57d0; outline-offset: 1px; box-shadow: 0 0 0 4px #fff; border-radius: 2px; }
@media (forced-colors: active) { #links a:focus-visible, #links a:focus-visible span { outline-color: Highlight; box-shadow: none; } }
`;
const TICK_MS = 1000;
/** Boxes matter to the ring of the focus, which follows every frame, and to assistive technology, which may wait. */
const PACE_MS = 100;
/** What may move numbers without a change of the tree. */
const MOVES = ['scroll', 'resize', 'transitionend', 'animationend', 'load', 'toggle', 'pointerup', 'keyup'];

/**
 * @param {object} options
 * @param {(ms: number) => number} options.spent  pays for work; gives how long to rest before more of it, in ms
 * @param {() => void} options.drawn
 */
export function createOverlay({ spent, drawn }) {
  /** @type {Set<Link>} */
  const links = new Set();
  /** @type {Set<Link>} links on the screen, whose boxes are kept up to date */
  const shown = new Set();
  /** @type {Map<Element, Set<Link>>} */
  const watched = new Map();
  /** @type {WeakMap<Node, Link>} */
  const byAnchor = new WeakMap();
  /** @type {HTMLElement | null} */
  let layer = null;
  const order = createOrder();
  let planned = false;
  /** Wanted again while a drawing was planned or being rested from. */
  let again = false;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let ticking;
  let ready = false;

  const seen = new IntersectionObserver(entries => {
    const begin = performance.now();
    for (const { target, isIntersecting, boundingClientRect: box } of entries) {
      for (const link of watched.get(target) ?? []) {
        if (isIntersecting) shown.add(link);
        else if (shown.delete(link) || link.anchor) away(link, !box.width && !box.height);
      }
    }
    refresh();
    spent(performance.now() - begin);
  });

  /** @param {Link} link @param {boolean} undrawn */
  function away(link, undrawn) {
    const { anchor } = link;
    if (!anchor || anchor.matches(':focus')) return;
    anchor.hidden = undrawn;
    anchor.className = 'away';
    anchor.removeAttribute('style');
  }

  function refresh() {
    again = true;
    if (planned || !ready) return;
    planned = true;
    afterFrame(() => {
      again = false;
      const begin = performance.now();
      draw();
      const wait = Math.max(spent(performance.now() - begin), layer?.querySelector(':focus') ? 0 : PACE_MS);
      setTimeout(() => {
        planned = false;
        if (again) refresh();
      }, wait);
    }, begin => requestAnimationFrame(() => {
      if (links.size) openLayer();
      begin();
    }));
  }

  /** Our element comes into the page before the frame after which its links are laid: with them, and with a place of its own. */
  function openLayer() {
    const over = hostLayer();
    if (layer) return;
    addStyle(STYLE);
    layer = document.createElement('div');
    layer.id = 'links';
    over.append(layer);
  }

  function draw() {
    if (!links.size) return order.settle(place);
    openLayer();
    // All is read before anything is written.
    const origin = hostOrigin();
    const found = [...shown].map(link => /** @type {const} */ ([link, boxesOf(link.parts)]));
    order.settle(place);
    for (const [link, boxes] of found) put(link, boxes, origin);
    drawn();
    if (shown.size) ticking ??= setInterval(tick, TICK_MS);
  }

  /** What moves without an event (a timer's style change) is followed at a walking pace. */
  function tick() {
    if (document.visibilityState === 'visible') refresh();
    if (shown.size) return;
    clearInterval(ticking);
    ticking = undefined;
  }

  /** One that stands in its place already is not touched, lest it lose the focus. @param {Link} link @param {Link | undefined} next */
  function place(link, next) {
    const anchor = link.anchor ?? make(link);
    const before = next?.anchor ?? null;
    if (!anchor.isConnected || anchor.nextSibling !== before) layer?.insertBefore(anchor, before);
  }

  /** @param {Link} link */
  function make(link) {
    const anchor = document.createElement('a');
    anchor.href = link.uri;
    anchor.className = 'away';
    anchor.setAttribute('aria-label', t('link_label', link.text));
    anchor.draggable = false;
    byAnchor.set(anchor, link);
    link.anchor = anchor;
    return anchor;
  }

  /** @param {Link} link @param {import('./rects.js').Box[]} boxes @param {{left: number, top: number}} origin */
  function put(link, boxes, origin) {
    const anchor = link.anchor;
    if (!anchor) return;
    if (!boxes.length) return away(link, true);
    const [first, ...more] = boxes;
    const css = `left:${first.left - origin.left}px;top:${first.top - origin.top}px;width:${first.right - first.left}px;height:${first.bottom - first.top}px`;
    const inner = more.map(box => `left:${box.left - first.left}px;top:${box.top - first.top}px;width:${box.right - box.left}px;height:${box.bottom - box.top}px`);
    const key = [css, ...inner].join('|');
    if (link.drawn === key && !anchor.hidden && anchor.className === '') return;
    link.drawn = key;
    anchor.hidden = false;
    anchor.className = '';
    anchor.style.cssText = css;
    anchor.replaceChildren(...inner.map(style => {
      const span = document.createElement('span');
      span.style.cssText = style;
      return span;
    }));
  }

  /** @param {Link} link */
  function watch(link) {
    const element = link.element;
    const those = watched.get(element);
    if (those) those.add(link);
    else {
      watched.set(element, new Set([link]));
      seen.observe(element);
    }
  }

  /** @param {Link} link */
  function unwatch(link) {
    const those = watched.get(link.element);
    if (!those?.delete(link) || those.size) return;
    watched.delete(link.element);
    seen.unobserve(link.element);
  }

  const PASSIVE = { capture: true, passive: true };
  const listen = () => MOVES.forEach(name => addEventListener(name, refresh, PASSIVE));
  const unlisten = () => MOVES.forEach(name => removeEventListener(name, refresh, PASSIVE));
  listen();

  return {
    refresh,
    shown,
    /** Listens again: a page that opens its document anew takes every listener away. */
    renew() {
      unlisten();
      listen();
    },
    /** From now on our element may be put into the document. */
    begin() {
      ready = true;
      refresh();
    },
    /** @param {Link} link */
    add(link) {
      links.add(link);
      order.put(link);
      watch(link);
      if (watched.get(link.element)?.size !== 1) {
        // The observer speaks only of new elements; ask it again.
        seen.unobserve(link.element);
        seen.observe(link.element);
      }
      refresh();
    },
    /** Its place on the page changes; the anchor, and with it the focus, stays. @param {Link} link @param {() => void} change */
    move(link, change) {
      unwatch(link);
      shown.delete(link);
      change();
      link.anchor?.setAttribute('aria-label', t('link_label', link.text));
      this.add(link);
    },
    /** A link was found again, perhaps in another place of the page. @param {Link} link */
    keep(link) {
      order.put(link);
      refresh();
    },
    /** @param {Link} link */
    delete(link) {
      links.delete(link);
      order.delete(link);
      shown.delete(link);
      unwatch(link);
      link.anchor?.remove();
      link.anchor = undefined;
    },
    /** The link of a node of the closed root. @param {EventTarget | null} node */
    linkOf(node) {
      const anchor = node instanceof Element ? node.closest('a') : null;
      return anchor ? byAnchor.get(anchor) ?? null : null;
    },
    /** Brings the number of a focused link into view and its box up to date. @param {Link} link */
    reveal(link) {
      link.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      shown.add(link);
      draw();
    },
    stop() {
      seen.disconnect();
      clearInterval(ticking);
      for (const link of [...links]) this.delete(link);
      unlisten();
    },
  };
}
