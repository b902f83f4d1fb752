/** How long a browser that draws no frames (a tab in the background, a frame off the screen) is waited for. */
const LATEST_MS = 1000;

/**
 * Calls back right before a frame is laid out, or soon if none is: what is written then costs no layout of its own.
 * @param {() => void} work
 */
export function beforeFrame(work) {
  const begin = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    work();
  };
  const frame = requestAnimationFrame(begin);
  const timer = setTimeout(begin, LATEST_MS);
}

/**
 * Calls back when a frame was drawn and before the page's own tasks, where the browser knows such an order: layout is
 * done then, so that reading styles and boxes forces none.
 * @param {() => void} work @param {(work: () => void) => void} [when]  how the frame is waited for
 */
export function afterFrame(work, when = requestAnimationFrame) {
  const { scheduler } = /** @type {any} */ (globalThis);
  when(() => scheduler?.postTask ? scheduler.postTask(work, { priority: 'user-blocking' }) : setTimeout(work));
}
