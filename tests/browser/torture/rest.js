// When a page is at rest: everything that its scripts put off has been done. Counted, not timed, so that a busy machine
// changes nothing; the same in a run with the extension and in one without. It comes before all other scripts of a page.

/** What is put off for longer than this is not waited for, nor intervals longer than that. */
const SOON_MS = 3000;
const OFTEN_MS = 250;
/** A task that puts itself off again and again is a loop of the page, not work to be waited for. */
const LOOP = 40;
const PAUSE_MS = 2000;

const native = { setTimeout: window.setTimeout.bind(window), requestAnimationFrame: window.requestAnimationFrame.bind(window) };
/** What is put off. @type {Map<string, string>} */
const pending = new Map();
/** How often each running interval has come round since the step began. @type {Map<number, number>} */
const rounds = new Map();
/** How many tasks in a row led to the one that runs. */
let depth = 0;

function putOff(start, cancel, kind) {
  const [begin, end] = [window[start], window[cancel]];
  if (!begin) return;
  window[start] = (work, delay, ...more) => {
    const deep = depth + 1;
    let key = '';
    const id = begin.call(window, (...values) => {
      pending.delete(key);
      depth = deep;
      try {
        return typeof work === 'function' ? work(...values) : (0, eval)(work);
      } finally {
        depth = 0;
      }
    }, delay, ...more);
    key = `${kind} ${id}`;
    if (deep < LOOP && !(kind === 'timer' && delay > SOON_MS)) pending.set(key, `${key}: ${String(work).slice(0, 80)}`);
    return id;
  };
  window[cancel] = id => {
    pending.delete(`${kind} ${id}`);
    end.call(window, id);
  };
}

putOff('setTimeout', 'clearTimeout', 'timer');
putOff('requestAnimationFrame', 'cancelAnimationFrame', 'frame');
putOff('requestIdleCallback', 'cancelIdleCallback', 'idle');

const { setInterval, clearInterval } = window;
window.setInterval = (work, delay, ...more) => {
  const id = setInterval.call(window, (...values) => {
    if (rounds.has(id)) rounds.set(id, rounds.get(id) + 1);
    return work(...values);
  }, delay, ...more);
  if (!(delay > OFTEN_MS)) rounds.set(id, 0);
  return id;
};
window.clearInterval = id => {
  rounds.delete(id);
  clearInterval.call(window, id);
};

/** A step begins. */
export const anew = () => rounds.forEach((_, id) => rounds.set(id, 0));

let asked = 0;
/** @param {Promise<any>} answer */
function awaited(answer) {
  const key = `request ${asked++}`;
  pending.set(key, key);
  const done = () => native.setTimeout(() => pending.delete(key));
  answer.then(done, done);
  return answer;
}
const { fetch } = window;
window.fetch = (...request) => awaited(fetch.apply(window, request));
const { send } = XMLHttpRequest.prototype;
XMLHttpRequest.prototype.send = function (...body) {
  awaited(new Promise(done => this.addEventListener('loadend', done)));
  return send.apply(this, body);
};

/** The next frame was drawn (or none comes, as in a page that is not shown). */
const frame = () => new Promise(done => {
  native.requestAnimationFrame(() => native.setTimeout(done));
  native.setTimeout(done, PAUSE_MS);
});

/** @returns {Promise<string[]>} what is still put off, after two frames; empty at rest */
window.rest = async () => {
  for (const animation of document.getAnimations()) {
    const end = animation.effect?.getComputedTiming().endTime;
    if (animation.playState === 'running' && end <= 20 * SOON_MS) animation.finish();
  }
  await frame();
  await frame();
  return [
    ...pending.values(),
    ...[...rounds].filter(([, times]) => times < 2).map(([id]) => `interval ${id}`),
    ...[...document.querySelectorAll('iframe, frame')].filter(({ contentDocument }) => contentDocument && contentDocument.readyState !== 'complete').map(({ src }) => `frame ${src}`),
  ];
};
