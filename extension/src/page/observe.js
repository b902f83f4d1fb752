import { createBudget } from './budget.js';
import { isText } from './skip.js';

/** What the browser spends on making one record, besides what our callback spends. */
const RECORD_MS = 0.0008;
const GATHER_MS = 40;
const MAX_DIRTY = 400;
/** What is edited is left alone, and read again when it is not edited any more. */
const OPTIONS = { childList: true, characterData: true, subtree: true, attributeFilter: ['contenteditable'] };

/**
 * Watches trees for changed text at a bounded cost. Changes are gathered and given on when the page is idle; a page that
 * changes without end is not listened to for a while, and then looked at as a whole.
 *
 * @param {object} hooks
 * @param {(records: MutationRecord[]) => void} [hooks.touched]  at once, before anything is painted
 * @param {(dirty: Node[], all: boolean) => void} hooks.changed  when idle: nodes whose text may have changed (`all`: anything may have)
 * @param {(resting: boolean) => void} [hooks.resting]
 */
export function createObserver({ touched, changed, resting }) {
  const budget = createBudget(performance.now());
  /** @type {Set<WeakRef<Node>>} */
  const roots = new Set();
  /** @type {Set<Node>} */
  const dirty = new Set();
  let all = false;
  let asleep = false;
  let stopped = false;
  let gathering = false;

  const observer = new MutationObserver(records => take(records));

  /** @param {MutationRecord[]} records */
  function take(records) {
    const start = performance.now();
    touched?.(records);
    for (const record of records) {
      if (dirty.size > MAX_DIRTY) {
        all = true;
        break;
      }
      if (record.type !== 'childList') dirty.add(record.target);
      else {
        for (const node of record.addedNodes) if (isRead(node)) dirty.add(node);
        let before = record.previousSibling;
        while (before && !isRead(before)) before = before.previousSibling;
        if (before) dirty.add(before);
        let after = record.nextSibling;
        while (after && !isRead(after)) after = after.nextSibling;
        if (after) dirty.add(after);
        if (record.removedNodes.length) dirty.add(record.target);
      }
    }
    const end = performance.now();
    budget.pay(end - start + records.length * RECORD_MS, end);
    gather();
  }

  function gather() {
    if (gathering || stopped) return;
    const wait = budget.rest(performance.now());
    if (wait) return sleep(wait);
    gathering = true;
    setTimeout(() => whenIdle(flush), GATHER_MS);
  }

  function flush() {
    gathering = false;
    if (stopped || asleep) return;
    const start = performance.now();
    const nodes = all ? [] : [...dirty];
    const whole = all;
    dirty.clear();
    all = false;
    changed(nodes, whole);
    const end = performance.now();
    budget.pay(end - start, end);
    const wait = budget.rest(end);
    if (wait) sleep(wait);
  }

  /** @param {number} ms */
  function sleep(ms) {
    if (asleep || stopped) return;
    asleep = true;
    observer.disconnect();
    dirty.clear();
    all = true;
    resting?.(true);
    setTimeout(() => {
      asleep = false;
      if (stopped) return;
      listen();
      resting?.(false);
      gather();
    }, ms);
  }

  function listen() {
    for (const held of roots) {
      const root = held.deref();
      if (root) observer.observe(root, OPTIONS);
      else roots.delete(held);
    }
  }

  return {
    /** @param {Node} root */
    watch(root) {
      roots.add(new WeakRef(root));
      if (!asleep && !stopped) observer.observe(root, OPTIONS);
    },
    /** Does our own edits without hearing of them. @param {() => void} edit */
    unheard(edit) {
      const before = observer.takeRecords();
      if (before.length) take(before);
      edit();
      observer.takeRecords();
    },
    /** Pays for work that a change brought about later. @param {number} ms @returns {number} how long to rest before more of it, in ms */
    pay(ms) {
      const now = performance.now();
      budget.pay(ms, now);
      const wait = budget.rest(now);
      if (wait) sleep(wait);
      return wait;
    },
    stop() {
      stopped = true;
      observer.disconnect();
      dirty.clear();
    },
  };
}

/** Text and elements are read; frameworks put comments between them. @param {Node} node */
const isRead = node => isText(node) || node.nodeType === 1;

/**
 * Calls back when the page is idle, soon in any case.
 * @param {(deadline: {timeRemaining(): number}) => void} work
 */
export function whenIdle(work) {
  requestIdleCallback(work, { timeout: 250 });
}
