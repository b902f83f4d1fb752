import { isVisible } from './visible.js';

/**
 * When a click on a number is the person's own will. Page code can move, hide, cover and fade what is clicked; so a link
 * must have been seen before it is clicked, and must still be where it was seen.
 */
export const SETTLE_MS = 500;
/** How long a busy browser may take to say whether a frame is drawn. */
const TELL_MS = 2000;

/**
 * @typedef {object} Sight  what the pointer met
 * @property {object | null} link
 * @property {number} x @property {number} y  viewport
 * @property {number} time  ms
 */

/**
 * Whether a link came to the pointer, and not the pointer to the link: at the pointer's last place, which lies in the
 * link's box now, it was not there.
 * @param {object} link @param {(x: number, y: number) => boolean} covers  whether the link's box holds a point @param {Sight | null} last
 */
export function cameToPointer(link, covers, last) {
  return last !== null && last.link !== link && covers(last.x, last.y);
}

/**
 * Follows the pointer and says how long a link has been under it by the person's doing.
 */
export function createSight() {
  /** @type {Sight | null} */
  let last = null;
  /** @type {{link: object, since: number} | null} a link that came to the pointer */
  let came = null;
  return {
    /**
     * The pointer is at a point and meets a link, or none.
     * @param {object | null} link @param {(x: number, y: number) => boolean} covers @param {number} x @param {number} y @param {number} time
     */
    meet(link, covers, x, y, time) {
      if (link && cameToPointer(link, covers, last)) came = { link, since: time };
      else if (came && came.link !== link) came = null;
      last = { link, x, y, time };
    },
    /** Whether a click on a link counts: it did not just come to the pointer. @param {object} link @param {number} time */
    settled: (link, time) => came?.link !== link || time - came.since >= SETTLE_MS,
  };
}

/** The browser moves the focus right after the key; Firefox does so in a task of its own. */
const TAB_MS = 100;

/**
 * Follows the focus and says whether it is where it is by the person's doing: moved by the browser itself for a Tab key
 * that the page let pass, or there long enough to have been seen. A page can put the focus under a key that goes down.
 * @param {number} [start]  when this began; nobody knows who put the focus where it was then
 */
export function createFocusSight(start = -Infinity) {
  /** @type {KeyboardEvent | null} the Tab key whose move of the focus has not been seen yet */
  let tab = null;
  /** @type {Event | null} our two roots hear of one move twice */
  let last = null;
  let since = start;
  /** A key that is held down repeats, and what it was pressed for may be gone. */
  let held = false;
  return {
    /** A key goes down. @param {KeyboardEvent} event  trusted */
    key(event) {
      held = event.repeat;
      tab = event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey ? event : null;
    },
    /** The focus moved. @param {Event} event  trusted */
    moved(event) {
      if (event === last) return;
      last = event;
      // While the key is still on its way through the page, or was stopped there, it is page code that moves the focus.
      const own = tab !== null && tab.eventPhase === Event.NONE && !tab.defaultPrevented && event.timeStamp - tab.timeStamp < TAB_MS;
      tab = null;
      since = own ? -Infinity : event.timeStamp;
    },
    /** Whether Enter on what has the focus counts. @param {number} time */
    settled: time => !held && time - since >= SETTLE_MS,
  };
}

/**
 * Whether the person sees this frame: no page around it covers or fades it. Always true of a whole tab's page. Where the
 * browser cannot tell (Firefox has no IntersectionObserver v2) it is false for frames of other origins.
 * @returns {Promise<boolean>}
 */
export function frameIsSeen() {
  if (window === window.top) return Promise.resolve(true);
  if (!('isVisible' in IntersectionObserverEntry.prototype)) return Promise.resolve(framesAreVisible());
  return new Promise(done => {
    const options = /** @type {any} */ ({ trackVisibility: true, delay: 100 });
    const observer = new IntersectionObserver(([entry]) => {
      observer.disconnect();
      done(/** @type {any} */ (entry).isVisible);
    }, options);
    observer.observe(document.documentElement);
    setTimeout(done, TELL_MS, false); // a browser that does not draw a frame tells nothing of it
  });
}

function framesAreVisible() {
  for (let at = /** @type {Window} */ (window); at !== at.top; at = at.parent) {
    const frame = at.frameElement;
    if (!frame || !isVisible(frame, frame.getBoundingClientRect())) return false;
  }
  return true;
}
