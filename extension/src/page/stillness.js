import { SETTLE_MS } from './trust.js';

/**
 * For how long each number has stood where it stands: page code can lay one right beside the pointer, just before a click.
 * Known by what is called and where, not by its node, which pages make anew all the time.
 * @typedef {{key: string, left: number, top: number}} Place  viewport
 */
/** Less is a card that rises or grows under the pointer, and no other place. */
const SAME_PX = 16;
/** What moves or appears this soon after the person's own scrolling is there by that. */
const SCROLL_MS = 300;

export function createStillness() {
  /** @type {Map<string, (Place & {since: number})[]>} */
  let known = new Map();
  let scrolled = -Infinity;

  /** @param {Place} place @param {number} time */
  function since({ key, left, top }, time) {
    const same = known.get(key)?.find(one => Math.abs(one.left - left) <= SAME_PX && Math.abs(one.top - top) <= SAME_PX);
    return same ?? { key, left, top, since: time - scrolled < SCROLL_MS ? scrolled - SETTLE_MS : time };
  }

  return {
    /** The page is scrolled by the person. @param {number} time */
    scroll: time => void (scrolled = time),
    /** All that can be seen now. @param {Place[]} places @param {number} time */
    see(places, time) {
      /** @type {typeof known} */
      const now = new Map();
      for (const place of places) {
        const one = since(place, time);
        now.get(place.key)?.push(one) ?? now.set(place.key, [one]);
      }
      known = now;
    },
    /** Whether a number has stood at its place for a while. @param {Place} place @param {number} time */
    settled: (place, time) => time - since(place, time).since >= SETTLE_MS,
  };
}
