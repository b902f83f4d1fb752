import { alsoShownBy, callLinkOf, digitTexts, uriOfHref } from './adopt.js';
import { createDoubt } from './doubt.js';
import { EARS } from './ears.js';
import { hostLayer, isHost } from './host.js';
import { boxesOf, inside } from './rects.js';
import { createFocusSight, createSight } from './trust.js';
import { isVisible } from './visible.js';

/** @typedef {import('./links.js').Link} Link */

const SCROLL_KEYS = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End', ' ']);
const DRAG_PX = 5;

/**
 * From the pointer and the keyboard to a call. Only what the browser itself reports counts, and only our own knowledge of
 * what stands where; nothing is read from attributes that the page controls, except the target of the page's own links.
 * @param {object} options
 * @param {ReturnType<typeof import('./links.js').createLinks>} options.links
 * @param {(ms: number) => number} options.spent  pays for work; gives how long to rest before more of it, in ms
 * @param {() => boolean} options.adopts  whether the page's own call links are handled
 * @param {(event: MouseEvent) => boolean} options.takes  whether a click is for something else of ours
 * @param {(request: {uri: string, shown: string, also?: string[], postDial?: string, adopted?: boolean, doubt?: true}) => void} options.call
 * @param {(link: Link | null) => void} options.hover  the pointer came to a number or left it
 * @param {(link: Link | null) => void} options.focus  the same for the focus
 * @param {(shown: string) => void} options.again  Enter came too soon after the focus and must be pressed once more
 * @param {() => void} options.warm
 */
export function createActivation({ links, spent, adopts, takes, call, hover, focus, again, warm }) {
  const sight = createSight();
  const focusSight = createFocusSight(performance.now());
  const doubt = createDoubt({ links: () => links.onScreen(), spent });
  /** @type {Link | null} */
  let over = null;
  /** @type {Animation | null} the pointer's shape: an animation changes no attribute and no style rule of the page */
  let shape = null;
  /** @type {{x: number, y: number} | null} */
  let down = null;

  /** @param {PointerEvent | MouseEvent} event */
  function look(event) {
    const target = event.composedPath()[0];
    const link = target instanceof Element ? links.under(target, event.clientX, event.clientY) : null;
    const own = link || !adopts() ? null : callLinkOf(event.composedPath());
    const boxes = () => (link ? boxesOf(link.parts) : own ? [...own.getClientRects()] : []);
    sight.meet(link ?? own, (x, y) => boxes().some(box => inside(box, x, y)), event.clientX, event.clientY, event.timeStamp);
    return link;
  }

  /** @param {Link | null} link */
  function setOver(link) {
    if (link === over) return;
    shape?.cancel();
    shape = null;
    over = link;
    if (link) {
      warm();
      if (link.way === 'overlay') shape = link.element.animate([{ cursor: 'pointer' }, { cursor: 'pointer' }], { duration: 1e8 });
    }
    hover(link);
  }

  /** @type {Record<string, (event: any) => void>} */
  const onWindow = {
    pointermove(event) {
      setOver(look(event));
      doubt.see();
    },
    wheel: event => doubt.scroll(event),
    touchmove: event => doubt.scroll(event),
    pointerover(event) {
      look(event);
      if (adopts() && callLinkOf(event.composedPath())) warm();
    },
    pointerdown(event) {
      down = { x: event.clientX, y: event.clientY };
      if (event.pointerType !== 'mouse') look(event);
    },
    mouseout: event => {
      if (!event.relatedTarget) setOver(null);
    },
    click(event) {
      clicked(event);
      down = null;
    },
    keydown(event) {
      down = null;
      focusSight.key(event);
      if (SCROLL_KEYS.has(event.key)) doubt.scroll(event);
    },
    focusin(event) {
      focusSight.moved(event);
      const link = isHost(event.target) ? null : anchorOf(event.composedPath());
      if (link) focus(link);
    },
    focusout: event => anchorOf(event.composedPath()) && focus(null),
  };

  /** @param {MouseEvent} event */
  function clicked(event) {
    if (takes(event) || isHost(event.target) || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const path = event.composedPath();
    const own = adopts() ? callLinkOf(path) : null;
    if (own) return adopted(event, own);
    // Enter on an anchor in the text is a click without a place.
    const keyed = event.detail === 0 ? anchorOf(path) : null;
    if (keyed) return entered(event, keyed);
    const link = look(event);
    if (!link || dragged(event) || !sight.settled(link, event.timeStamp)) return refuse(event, path);
    if (!isVisible(link.element, boxesOf(link.parts)[0])) return refuse(event, path);
    place(event, link, down !== null);
  }

  /** Enter, or what assistive technology does in its place. @param {MouseEvent} event @param {Link} link */
  function entered(event, link) {
    if (focusSight.settled(event.timeStamp)) return isVisible(link.element, boxesOf(link.parts)[0]) ? place(event, link, false) : event.preventDefault();
    event.preventDefault();
    again(link.text);
  }

  /** @param {MouseEvent} event @param {Link} link @param {boolean} pointed  with a pointer, not a key */
  function place(event, link, pointed) {
    event.preventDefault();
    event.stopImmediatePropagation();
    const { number: { postDial }, uri, text, parts, element, anchor = element } = link;
    const doubted = doubt.about({ key: uri, box: boxesOf(parts)[0], parts, element, anchor }, event, pointed);
    call({ uri, shown: text, ...(postDial && { postDial }), ...(doubted && { doubt: true }) });
  }

  /** @param {EventTarget[]} path @returns {Link | null} the link whose anchor stands in the text */
  function anchorOf(path) {
    for (const link of links.all) if (link.way === 'anchor' && path.includes(/** @type {any} */ (link.anchor))) return link;
    return null;
  }

  /** An anchor of ours that is not trusted goes nowhere either. @param {MouseEvent} event @param {EventTarget[]} path */
  function refuse(event, path) {
    if (anchorOf(path)) event.preventDefault();
  }

  /** @param {MouseEvent} event */
  function dragged(event) {
    const selection = getSelection();
    return down !== null && (Math.abs(event.clientX - down.x) > DRAG_PX || Math.abs(event.clientY - down.y) > DRAG_PX) && selection !== null && !selection.isCollapsed;
  }

  /** @param {MouseEvent} event @param {HTMLAnchorElement} anchor */
  function adopted(event, anchor) {
    const uri = uriOfHref(anchor.getAttribute('href') ?? '');
    if (!uri) return;
    event.preventDefault(); // the page's own handlers still run
    const pressed = down !== null; // else a key: Firefox counts its clicks like those of a pointer
    if (pressed) look(event);
    const shown = anchor.innerText.trim();
    if (!pressed && !focusSight.settled(event.timeStamp)) return again(shown);
    if ((pressed && !sight.settled(anchor, event.timeStamp)) || !isVisible(anchor, anchor.getBoundingClientRect())) return;
    const key = anchor.getAttribute('href') ?? '';
    const doubted = doubt.about({ key, box: anchor.getBoundingClientRect(), parts: digitTexts(anchor), element: anchor, anchor }, event, pressed);
    call({ uri, shown, also: alsoShownBy(anchor), adopted: true, ...(doubted && { doubt: true }) });
  }

  // Keys: Enter on a focused link makes a trusted click on it; on an anchor in the text it arrives on the window.
  /** @type {Record<string, (event: any) => void>} */
  const onRoot = {
    click(event) {
      const link = links.overlay.linkOf(event.target);
      if (link) entered(event, link);
    },
    focusin(event) {
      focusSight.moved(event);
      const link = links.overlay.linkOf(event.target);
      if (!link) return;
      links.overlay.reveal(link);
      warm();
      focus(link);
    },
    focusout: () => focus(null),
  };

  let begun = false;
  /** @type {(() => void)[]} */
  const undo = [];
  /** @param {EventTarget} target @param {Record<string, (event: any) => void>} handlers */
  function listen(target, handlers) {
    for (const [name, handler] of Object.entries(handlers)) {
      const trusted = (/** @type {Event} */ event) => event.isTrusted && handler(event);
      target.addEventListener(name, trusted, true);
      undo.push(() => target.removeEventListener(name, trusted, true));
    }
  }
  EARS.plug(onWindow);

  return {
    /** Something may stand elsewhere now. */
    see: doubt.see,
    /** A shadow root of the page. */
    watch: doubt.watch,
    /** Listens again: a page that opens its document anew takes every listener away. */
    renew() {
      for (const take of undo.splice(0)) take();
      EARS.plug(onWindow);
      if (begun) listen(hostLayer(), onRoot);
    },
    /** Listens in our closed root, once it is there. */
    begin() {
      begun = true;
      listen(hostLayer(), onRoot);
    },
    stop() {
      setOver(null);
      EARS.plug({});
      doubt.stop();
      for (const take of undo) take();
    },
  };
}
