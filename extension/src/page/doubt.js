import { CALL_LINKS } from './adopt.js';
import { hasText, isCovered, isPicture } from './cover.js';
import { EARS } from './ears.js';
import { afterFrame } from './frame.js';
import { boxesOf } from './rects.js';
import { createStillness } from './stillness.js';
import { isBlended, isObscured, isVisible, outwards } from './visible.js';

/**
 * A click that is the person's, on a number that can be seen, may still have been led there: then the person is asked, in
 * our own box, whether that number is to be called.
 * @typedef {object} Target  what is clicked
 * @property {string} key  what it calls, as it is written
 * @property {import('./rects.js').Box} box  where it begins
 * @property {import('./text.js').Part[]} parts  its texts
 * @property {Element} element
 * @property {Element} anchor  what has the focus when it is called by a key
 */
const SEE_MS = 100;
const TICK_MS = 1000;
/** Looking takes no more than this part of the time, and is paid for with all other work. */
const SHARE = 50;
/** How long scrolling goes on after what the person did for it: smoothly, or with the momentum of a finger. */
const SMOOTH_MS = 700;
const MOMENTUM_MS = 2000;
const SCROLL = { capture: true, passive: true };

/**
 * @param {object} options
 * @param {() => Iterable<import('./links.js').Link>} options.links  those that may be on the screen
 * @param {(ms: number) => number} options.spent  pays for work; gives how long to rest before more of it, in ms
 */
export function createDoubt({ links, spent }) {
  const still = createStillness();
  /** @type {Set<WeakRef<Document | ShadowRoot>>} */
  const roots = new Set([new WeakRef(document)]);
  let scrollsUntil = -Infinity;

  /** @param {string} key @param {import('./rects.js').Box} box */
  const place = (key, { left, top }) => ({ key, left, top });

  let rests = 0;
  let planned = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let next;
  /** Notes where everything stands: after the next frame, when its layout is done, but not too often. */
  function see() {
    if (planned) return;
    planned = true;
    setTimeout(() => afterFrame(() => {
      planned = false;
      look();
    }), Math.max(0, rests - performance.now()));
  }

  function look() {
    const begin = performance.now();
    const places = [];
    for (const { uri, parts } of links()) {
      const [box] = boxesOf(parts);
      if (box) places.push(place(uri, box));
    }
    for (const known of roots) {
      const root = known.deref();
      if (!root) roots.delete(known);
      for (const link of root?.querySelectorAll(CALL_LINKS) ?? []) {
        const box = link.getBoundingClientRect();
        if (box.bottom > 0 && box.top < innerHeight) places.push(place(link.getAttribute('href') ?? '', box));
      }
    }
    const now = performance.now();
    still.see(places, now);
    rests = now + Math.max(SEE_MS, SHARE * (now - begin), spent(now - begin));
    // What moves without an event is followed at a walking pace; a tab that nobody sees draws no frame and rests.
    clearTimeout(next);
    if (places.length) next = setTimeout(see, TICK_MS);
  }

  /** @param {Event} event */
  function onScroll({ timeStamp }) {
    if (timeStamp < scrollsUntil) still.scroll(timeStamp);
    see();
  }

  addEventListener('scroll', onScroll, SCROLL);
  see();

  return {
    /** The person does something that scrolls. @param {Event} event */
    scroll({ type, timeStamp }) {
      scrollsUntil = timeStamp + (type === 'touchmove' ? MOMENTUM_MS : SMOOTH_MS);
      still.scroll(timeStamp);
    },
    /** A tree that may hold call links of the page's own. @param {ShadowRoot} root */
    watch: root => void roots.add(new WeakRef(root)),
    see,
    stop() {
      clearTimeout(next);
      planned = true;
      removeEventListener('scroll', onScroll, SCROLL);
    },
    /**
     * Whether it is doubtful that the person saw what was clicked. A key needs no look at where things stand; but a page that
     * hears of it before us may have put the focus there, and an access key is pressed wherever the focus is.
     * @param {Target} target @param {MouseEvent} event @param {boolean} pointed  with a pointer, not a key
     */
    about(target, event, pointed) {
      try {
        const led = pointed ? isLed(event) || !still.settled(place(target.key, target.box), event.timeStamp) : !EARS.first() || !target.anchor.matches(':focus');
        return led || isHidden(target);
      } catch {
        return true; // a page whose names stand in the way of ours
      }
    },
  };
}

/** Whether the person may not know where the pointer is. @param {MouseEvent} event */
function isLed(event) {
  return document.pointerLockElement !== null || /url\(|^none$/.test(getComputedStyle(/** @type {Element} */ (event.composedPath()[0])).cursor);
}

/** @param {Target} target */
function isHidden({ parts, element }) {
  const own = element.matches(CALL_LINKS);
  const texts = parts.map(({ node, from, to }) => ({ owner: /** @type {Element} */ (node.parentNode), lines: boxesOf([{ node, from, to }]), text: node.data.slice(from, to) }))
    .map(text => ({ ...text, lines: text.lines.map(line => clipped(line, text.owner, element)) }))
    .filter(({ lines }) => lines.length > 0); // a text for another width of the screen is not drawn
  const seen = texts.filter(({ owner, lines, text }) => isVisible(owner, lines[0]) && !isObscured(owner, lines[0], text));
  if (seen.length < texts.length && (seen.length > 0 || !own || !showsMore(element))) return true;
  // Where a link's own child lets the pointer pass, its link is met.
  const owners = own ? [element] : [...new Set(seen.map(({ owner }) => owner))];
  const boxes = seen.length ? seen.flatMap(({ lines }) => lines) : [...element.getClientRects()];
  return isCovered(boxes, owners, () => seen.some(({ owner, lines }) => isBlended(owner, lines[0])));
}

/** What is left of a line by what cuts it, up to an element. @param {import('./rects.js').Box} line @param {Element} owner @param {Element} end */
function clipped(line, owner, end) {
  for (const at of outwards(owner)) {
    if (getComputedStyle(at).overflow !== 'visible') {
      const box = at.getBoundingClientRect();
      line = { left: Math.max(line.left, box.left), top: Math.max(line.top, box.top), right: Math.min(line.right, box.right), bottom: Math.min(line.bottom, box.bottom) };
    }
    if (at === end) break;
  }
  return line;
}

/** Whether a link shows more than its digits: a picture or words, with the number for those who cannot see them. @param {Element} link */
function showsMore(link) {
  return [link, ...link.querySelectorAll('*')].some(element => {
    const box = element.getBoundingClientRect();
    return (isPicture(element) || hasText(element, /\p{L}/u)) && isVisible(element, box) && !isObscured(element, box, '');
  });
}
