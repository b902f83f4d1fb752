import { api } from '../shared/api.js';
import { FRAME, PAGE } from '../shared/messages.js';
import { CALL_LINKS } from './adopt.js';
import { HANDOVER } from './handover.js';
import { createLook } from './look.js';
import { createObserver, whenIdle } from './observe.js';
import { leftAlone, parentOf } from './skip.js';
import { lineRoot } from './walk.js';

/**
 * Stage 1, in every frame: looks for the first text that may hold a number or the first call link, asks for stage 2, and
 * hands over. It reads no settings and knows no numbering plan.
 */
const SLICE_MS = 4;

/** @type {ReturnType<typeof createObserver> | null} */
let observer = null;
let asked = false;
/** Settings changed while the answer was on its way. */
let again = false;
let running = false;
/** The first look is not paid from the purse of changes. */
let charged = false;
const look = createLook(shadow => observer?.watch(shadow));

/** @param {Node} root */
function hasCallLink(root) {
  return 'querySelector' in root && /** @type {ParentNode} */ (/** @type {any} */ (root)).querySelector(CALL_LINKS) !== null;
}

function go() {
  if (running || asked) return;
  running = true;
  whenIdle(slice);
}

function slice() {
  const begin = performance.now();
  running = lookOn(begin + SLICE_MS);
  const wait = charged ? observer?.pay(performance.now() - begin) : 0;
  if (running) wait ? setTimeout(slice, wait) : whenIdle(slice);
}

/** @param {number} until @returns {boolean}  whether there is more to look at */
function lookOn(until) {
  for (;;) {
    const found = look.next(until);
    if (!found) return found === undefined;
    try {
      const parent = parentOf(found);
      if (!parent || leftAlone(parent)) continue;
    } catch {
      continue; // a form whose controls bear the platform's own names
    }
    ask();
    return false;
  }
}

async function ask() {
  if (asked) return;
  asked = true;
  look.clear();
  running = false;
  const injected = await api.runtime.sendMessage({ type: PAGE.WANTED }).catch(() => false);
  if (injected === true) return;
  stop();
  asked = false;
  if (again) start();
}

function stop() {
  observer?.stop();
  observer = null;
  look.clear();
  running = false;
}

function start() {
  again = asked;
  if (asked || observer || !document.documentElement) return;
  observer = createObserver({
    touched: HANDOVER.noteChange,
    changed(nodes, whole) {
      if (asked) return;
      charged = true;
      for (const root of whole ? [document] : new Set(nodes.map(lineRoot))) {
        if (hasCallLink(root)) return void ask();
        look.add(root);
      }
      go();
    },
  });
  observer.watch(document);
  whenIdle(() => {
    if (hasCallLink(document)) return void ask();
    look.add(document);
    go();
  });
}

if (!HANDOVER.taken()) {
  HANDOVER.offer(() => {
    asked = true;
    stop();
  });
  api.runtime.onMessage.addListener(message => {
    if (message?.type === FRAME.APPLY && !HANDOVER.taken()) start();
  });
  start();
}
