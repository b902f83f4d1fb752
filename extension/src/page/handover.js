const KEY = Symbol.for('click-to-call.handover');

/** @typedef {{take?: () => void, taken?: boolean, changed?: boolean}} State */
const state = /** @type {State} */ (/** @type {any} */ (globalThis)[KEY] ??= {});

/** How stage 1 hands the frame over to stage 2, in the isolated world that both share. */
export const HANDOVER = {
  /** Stage 1 offers what ends its own work. @param {() => void} stop */
  offer(stop) {
    state.take = stop;
  },
  /** Stage 2 takes over; false when it already had. */
  take() {
    if (state.taken) return false;
    state.taken = true;
    state.take?.();
    return true;
  },
  taken: () => state.taken === true,
  /** Stage 1 saw the tree change after it was parsed: there is code at work. */
  noteChange: () => void (state.changed = true),
  changed: () => state.changed === true,
};
