import { api } from '../shared/api.js';
import { FRAME, PAGE } from '../shared/messages.js';
import { HANDOVER } from './handover.js';
import { createObserver, whenIdle } from './observe.js';
import { leftAlone, parentOf } from './skip.js';
import { Walk, lineRoot } from './walk.js';

/**
 * Stage 1, in every frame: looks for the first text that may hold a number or the first call link, asks for stage 2, and
 * hands over. It reads no settings and knows no numbering plan.
 */
const SLICE_MS = 4;
const MAX_WAITING = 100;
const CALL_LINK = 'a[href^="tel:" i], a[href^="sip:" i], a[href^="callto:" i]';

/** @type {ReturnType<typeof createObserver> | null} */
let observer = null;
/** @type {Node[]} */
let waiting = [];
/** @type {Walk | null} */
let walk = null;
let asked = false;
let running = false;

/** @param {Node} root */
function look(root) {
  if (waiting.length > MAX_WAITING) waiting = [document];
  else if (!waiting.includes(root)) waiting.push(root);
  if (!running) {
    running = true;
    whenIdle(slice);
  }
}

function slice() {
  const begin = performance.now();
  running = lookOn(begin + SLICE_MS);
  observer?.pay(performance.now() - begin);
  if (running) whenIdle(slice);
}

/** @param {number} until @returns {boolean}  whether there is more to look at */
function lookOn(until) {
  while ((walk ??= nextWalk())) {
    const found = walk.next(until);
    if (found === undefined) return true;
    if (found === null) walk = null;
    else if (wanted(found)) {
      ask();
      return false;
    }
  }
  return false;
}

function nextWalk() {
  const root = waiting.shift();
  if (!root) return null;
  return new Walk(root, host => {
    const shadow = /** @type {ShadowRoot} */ (host.shadowRoot);
    if (seen.has(shadow)) return;
    seen.add(shadow);
    observer?.watch(shadow);
    waiting.push(shadow);
  });
}
/** @type {WeakSet<Node>} */
let seen = new WeakSet();

/** @param {Text} text */
function wanted(text) {
  const parent = parentOf(text);
  return parent !== null && !leftAlone(parent);
}

async function ask() {
  if (asked) return;
  asked = true;
  stop();
  try {
    if (!(await api.runtime.sendMessage({ type: PAGE.WANTED }))) asked = false;
  } catch {
    asked = false;
  }
}

function stop() {
  observer?.stop();
  observer = null;
  waiting = [];
  walk = null;
  running = false;
  seen = new WeakSet();
}

function start() {
  if (asked || observer || !document.documentElement) return;
  observer = createObserver({
    changed(nodes, whole) {
      const roots = whole ? [document] : new Set(nodes.map(lineRoot));
      for (const root of roots) {
        if (hasCallLink(root)) return void ask();
        look(root);
      }
    },
  });
  observer.watch(document);
  if (hasCallLink(document)) ask();
  else look(document.body ?? document.documentElement);
}

/** @param {Node} root */
function hasCallLink(root) {
  return root.nodeType !== 3 && /** @type {ParentNode} */ (/** @type {any} */ (root)).querySelector(CALL_LINK) !== null;
}

if (!HANDOVER.taken()) {
  HANDOVER.offer(() => {
    asked = true;
    stop();
  });
  api.runtime.onMessage.addListener(message => {
    if (message?.type === FRAME.APPLY && !HANDOVER.taken()) {
      asked = false;
      start();
    }
  });
  start();
}
