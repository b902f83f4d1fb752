import { api } from '../shared/api.js';
import { PAGE } from '../shared/messages.js';

/**
 * What the card needs to know of a link; the page layer says it when a card is wanted.
 * @typedef {{
 *   number: {e164?: string | null, sip?: string | null, ext?: string | null},
 *   text: string,
 *   rects: () => {left: number, right: number, top: number, bottom: number}[],
 *   explain?: () => Promise<any> | undefined,
 *   call: (kind: 'audio'|'video') => void,
 *   focus: () => void,
 *   isCovered: (box: DOMRect, host: Element) => boolean,
 * }} CardLink  `rects` is where the number stands now, in viewport pixels; `explain` is find/explain.js about it; `call`
 *   places the call the page's own way, with its toast; `focus` gives the focus back to the link;
 *   `isCovered`: whether the page draws something over the card
 * @typedef {{show: (link: CardLink, known: import('../shared/messages.js').Described | null, by: 'pointer'|'keyboard'|'touch') => void, leave: () => void, hide: () => void, enter: () => void, open: boolean}} Card
 */

/** Where card.js leaves its {@link Card} in the isolated world of the frame. */
export const CARD_KEY = '__clickToCallCard';
const HOVER_MS = 400;
const LONG_PRESS_MS = 500;

/** @returns {Promise<Card | null>} */
async function load() {
  const world = /** @type {any} */ (globalThis);
  if (!world[CARD_KEY]) await api.runtime.sendMessage({ type: PAGE.CARD }).catch(() => {});
  return world[CARD_KEY] ?? null;
}

/**
 * Shows the card of a link on hover, keyboard focus and long press. card.js comes into the frame when it is first wanted.
 * @template Link
 * @param {object} options
 * @param {(link: Link) => CardLink} options.describe
 * @param {(event: PointerEvent | MouseEvent) => Link | null} options.at  the link under the pointer
 */
export function createCardWatch({ describe, at }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let wanted = 0;
  let pressed = false;
  /** Whether the person's last act was with a pointer: the focus that it brings asks for no card. */
  let pointing = false;
  /** @type {Link | null} */
  let focused = null;
  const card = () => /** @type {Card | undefined} */ (/** @type {any} */ (globalThis)[CARD_KEY]);

  /** @param {Link} link @param {'pointer'|'keyboard'|'touch'} by */
  async function show(link, by) {
    const mine = ++wanted;
    const about = describe(link);
    const [ready, known] = await Promise.all([load(), api.runtime.sendMessage({ type: PAGE.DESCRIBE, number: about.number }).catch(() => null)]);
    if (mine === wanted) ready?.show(about, known, by);
  }

  function forget() {
    clearTimeout(timer);
    wanted++;
  }

  /** @param {Link | null} link */
  function hover(link) {
    forget();
    if (link) timer = setTimeout(show, HOVER_MS, link, 'pointer');
    else card()?.leave();
  }

  /** @param {Link | null} link */
  function focus(link) {
    focused = link;
    if (link && pointing) return;
    forget();
    if (link) show(link, 'keyboard');
    else card()?.leave();
  }

  /** A call is under way: what is said of it must not stand behind the card. */
  function hide() {
    forget();
    card()?.hide();
  }

  /** @type {Record<string, (event: any) => void>} */
  const onWindow = {
    pointerdown(event) {
      pressed = false;
      pointing = true;
      forget();
      const link = event.pointerType === 'touch' ? at(event) : null;
      if (link) {
        timer = setTimeout(() => {
          pressed = true;
          show(link, 'touch');
        }, LONG_PRESS_MS);
      }
    },
    pointerup: event => event.pointerType === 'touch' && clearTimeout(timer),
    pointercancel: () => clearTimeout(timer),
    contextmenu: event => pressed && event.preventDefault(),
    keydown(event) {
      pointing = false;
      const shown = card();
      if (event.key !== 'ArrowDown' || !focused || !shown?.open) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      shown.enter();
    },
  };
  for (const [name, work] of Object.entries(onWindow)) addEventListener(name, event => event.isTrusted && work(event), true);

  /** Whether a click is the end of a long press, which is no call. @param {MouseEvent} event  trusted */
  function takes(event) {
    if (!pressed) return false;
    pressed = false;
    event.preventDefault();
    event.stopImmediatePropagation();
    return true;
  }

  return { hover, focus, hide, takes };
}
