// The simulated page's clock: what is put off happens when the clock is turned, so that seconds pass in no time and a run can be
// repeated. What a browser says of drawn frames comes from it too: everything is on the screen after the next one.

const FRAME_MS = 16;
const NEVER = 1e9; // a timer that is as good as off

let now = 0;
let last = 0;
/** @type {Map<number, {at: number, work: () => void, every?: number}>} */
const due = new Map();

/** @param {() => void} work @param {number} [delay] @param {number} [every] */
function put(work, delay = 0, every) {
  if (delay < NEVER) due.set(++last, { at: now + Math.max(0, delay), work, every });
  return last;
}
const take = (/** @type {number} */ id) => void due.delete(id);

/** Tasks that the browser itself had queued, and every promise, are done. */
const channel = new MessageChannel();
/** @type {(() => void)[]} */
const waiting = [];
channel.port1.onmessage = () => waiting.shift()?.();
export const settled = () => new Promise(done => {
  waiting.push(() => done(undefined));
  channel.port2.postMessage(0);
});

/** Everything that is due within so many ms happens, in its order. @param {number} ms */
export async function pass(ms) {
  await settled();
  const end = now + ms;
  for (;;) {
    let next = 0;
    for (const [id, { at }] of due) if (at <= end && !(at >= (due.get(next)?.at ?? Infinity))) next = id;
    const timer = due.get(next);
    if (!timer) break;
    now = Math.max(now, timer.at);
    if (timer.every === undefined) due.delete(next);
    else timer.at += Math.max(1, timer.every);
    timer.work();
    await settled();
  }
  now = end;
}

/** Takes the browser's place, in this page. */
export function wind() {
  Object.assign(globalThis, {
    setTimeout: (/** @type {any} */ work, /** @type {number} */ delay, /** @type {any[]} */ ...more) => put(() => work(...more), delay),
    setInterval: (/** @type {any} */ work, /** @type {number} */ delay) => put(work, delay, delay),
    clearTimeout: take, clearInterval: take, cancelAnimationFrame: take, cancelIdleCallback: take,
    requestAnimationFrame: (/** @type {any} */ work) => put(() => work(now), FRAME_MS),
    requestIdleCallback: (/** @type {any} */ work) => put(() => work({ timeRemaining: () => FRAME_MS, didTimeout: false }), 1),
    IntersectionObserver: FrameObserver,
  });
  performance.now = () => now;
  Object.defineProperty(globalThis, 'scheduler', { value: undefined, configurable: true });
}

/** A fake of the browser's own: says after a frame that an element is on the screen. */
class FrameObserver {
  /** @type {Map<Element, number>} */
  #targets = new Map();
  /** @param {(entries: any[]) => void} said */
  constructor(said) {
    this.said = said;
  }
  /** @param {Element} target */
  observe(target) {
    this.unobserve(target);
    this.#targets.set(target, put(() => this.said([{ target, isIntersecting: target.isConnected, boundingClientRect: target.getBoundingClientRect() }]), FRAME_MS));
  }
  /** @param {Element} target */
  unobserve(target) {
    take(this.#targets.get(target) ?? 0);
    this.#targets.delete(target);
  }
  disconnect() {
    for (const target of [...this.#targets.keys()]) this.unobserve(target);
  }
}
