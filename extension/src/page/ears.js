/**
 * What the person does, heard before any code of the page: first.js opens these ears at the very beginning of a document,
 * so that a page cannot keep an event from us that the trust in a click rests on. Who decides plugs in later (page.js).
 */
const KEY = Symbol.for('click-to-call.ears');
const TYPES = ['pointermove', 'pointerover', 'pointerdown', 'mouseout', 'click', 'focusin', 'focusout', 'keydown'];
const SCROLLS = ['wheel', 'touchmove'];

/** @typedef {{handlers: Record<string, (event: any) => void>, probe: string, alive: boolean, first: boolean}} State */
const state = /** @type {State} */ (/** @type {any} */ (globalThis)[KEY] ??= { handlers: {}, probe: `ctc-${Math.random()}`, alive: false, first: false });

/** @param {Event} event */
const hear = event => event.isTrusted && state.handlers[event.type]?.(event);
const answer = () => void (state.alive = true);

/** @param {boolean} first */
function open(first) {
  for (const type of TYPES) addEventListener(type, hear, true);
  for (const type of SCROLLS) addEventListener(type, hear, { capture: true, passive: true });
  addEventListener(state.probe, answer, true);
  state.first = first;
}

/** A page that opens its document anew takes every listener away; an event whose name nobody else knows tells. */
function alive() {
  state.alive = false;
  dispatchEvent(new Event(state.probe));
  return state.alive;
}

export const EARS = {
  /** At the beginning of the document; Firefox also comes into pages that were open before. */
  begin: () => alive() || open(document.readyState === 'loading'),
  /** From now on the handlers hear; only of what the browser itself reports. @param {State['handlers']} handlers */
  plug(handlers) {
    state.handlers = handlers;
    EARS.first();
  },
  /** Whether we hear before any listener of the page. Ears that were taken away are opened again, but are not the first then. */
  first() {
    if (!alive()) open(false);
    return state.first;
  },
};
