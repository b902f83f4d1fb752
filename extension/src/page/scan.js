import { mayContainNumber } from '../find/gate.js';
import { contextOf } from './context.js';
import { afterFrame, beforeFrame } from './frame.js';
import { createLook } from './look.js';
import { whenIdle } from './observe.js';
import { isText, leftAlone, parentOf } from './skip.js';
import { Reader } from './text.js';
import { lineRoot } from './walk.js';

const SLICE_MS = 5;
const MAX_LINES = 500;
const DESIGNED_MS = 500;
/** Lines asked about in one message, and their characters. */
const ASKED = 100;
const ASKED_LENGTH = 50_000;

/** @typedef {{line: import('./text.js').Line, element: Element, context: import('../shared/messages.js').FindContext}} Question */
/** @typedef {{line: import('./text.js').Line, numbers: import('./links.js').Found[]}} Answer */
/** @typedef {{line: import('./text.js').Line, places: import('./links.js').Place[]}} Placed */

/**
 * Looks for numbers in the page, in slices, and makes them links. What is read of the page is read while its layout is
 * done; what is written is kept until the next frame, which does it again for the page anyway.
 * @param {object} options
 * @param {ReturnType<typeof import('./links.js').createLinks>} options.links
 * @param {(questions: Question[]) => Promise<import('./links.js').Found[][]>} options.find  the numbers of each line
 * @param {(element: Element) => boolean} options.isOurs
 * @param {(shadow: ShadowRoot) => void} options.onShadow  an open shadow root was met for the first time
 * @param {(ms: number) => number} options.spent  pays for work; gives how long to rest before more of it, in ms
 * @param {() => void} options.rested  nothing is left to look at
 */
export function createScanner({ links, find, isOurs, onShadow, spent, rested }) {
  const look = createLook(onShadow);
  /** Texts whose line is to be read whatever it holds. @type {Text[]} */
  let lines = [];
  let running = false;
  /** Lines to be asked about, those answered, and those to be set. @type {Question[]} */
  let questions = [];
  /** @type {Answer[]} */
  let answers = [];
  /** @type {Placed[]} */
  let placed = [];
  let asking = false;
  let setting = false;
  /** The first look is not paid from the purse of changes. */
  let charged = false;
  let stopped = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let designed;
  let reader = new Reader(isOurs);
  /** Texts whose line was read in this run. @type {Set<Node>} */
  let read = new Set();

  const runSoon = () => whenIdle(() => afterFrame(run, beforeFrame));

  function run() {
    if (stopped) return;
    const begin = performance.now();
    const more = lookOn(begin + SLICE_MS);
    if (questions.length && !asking) ask();
    running = more;
    setSoon();
    const wait = charged ? spent(performance.now() - begin) : 0;
    if (more) wait ? setTimeout(run, wait) : runSoon();
  }

  /** What was placed is written into the page with the next frame; when nothing is left, that is all. */
  function setSoon() {
    if (placed.length && !setting) {
      setting = true;
      beforeFrame(setLines);
    }
    if (running || asking || setting) return;
    reader = new Reader(isOurs);
    read = new Set();
    rested();
  }

  function setLines() {
    if (stopped) return;
    setting = false;
    const begin = performance.now();
    for (let left = placed.length; left && performance.now() - begin < SLICE_MS; left--) setLine(/** @type {Placed} */ (placed.shift()));
    if (charged) spent(performance.now() - begin);
    if (lines.length) go();
    setSoon();
  }

  /** @param {number} until @returns {boolean}  whether something is left to do now */
  function lookOn(until) {
    for (;;) {
      if (performance.now() > until) return true;
      const answer = answers.shift();
      if (answer) {
        attempt(() => place(answer));
        continue;
      }
      const line = lines.pop();
      if (line) {
        if (line.isConnected) attempt(() => readLine(line, true));
        continue;
      }
      const found = look.next(until);
      if (!found) return found === undefined;
      attempt(() => readLine(found, false));
    }
  }

  /** A form whose controls bear the platform's own names costs its own numbers, not those of the page. @param {() => void} work */
  function attempt(work) {
    try {
      work();
    } catch {
      // passed by
    }
  }

  /** @param {Text} node @param {boolean} check  whether the line may hold nothing at all */
  function readLine(node, check) {
    if (read.has(node)) return;
    const parent = parentOf(node);
    if (!parent) return;
    const around = isOurs(parent) ? parent.parentElement : parent;
    if (!around || leftAlone(around)) {
      if (document.designMode === 'on') awaitDesigned();
      return forget(node);
    }
    const line = reader.line(node);
    for (const piece of line.pieces) read.add(piece.node);
    if (check && !mayContainNumber(line.text)) placed.push({ line, places: [] });
    else questions.push({ line, element: parent, context: contextOf(line) });
  }

  /** Asks about the lines read so far; answers are set in the slices that follow. */
  async function ask() {
    let length = 0;
    let count = 0;
    while (count < questions.length && count < ASKED && length < ASKED_LENGTH) length += questions[count++].line.text.length;
    const asked = questions.splice(0, count);
    asking = true;
    const found = await find(asked).catch(() => null); // the extension was updated or removed while the page stayed open
    asking = false;
    if (stopped) return;
    if (!found) return void (questions = []);
    answers.push(...asked.map(({ line }, at) => ({ line, numbers: found[at] ?? [] })));
    go();
  }

  /** Only what changes the page's tree waits for the frame. @param {Answer} answer */
  function place({ line, numbers }) {
    const places = links.place(line, numbers);
    if (places.some(({ way }) => way === 'anchor')) placed.push({ line, places });
    else setLine({ line, places });
  }

  /** Text that changed meanwhile is read again. @param {Placed} placed */
  function setLine({ line, places }) {
    if (line.stands()) return links.set(line, places);
    for (const { node } of line.pieces) {
      if (!node.isConnected || lines.length >= MAX_LINES) continue;
      read.delete(node);
      lines.push(node);
    }
  }

  /** A document that is edited as a whole (`designMode`) says nothing when that ends. */
  function awaitDesigned() {
    designed ??= setTimeout(() => {
      designed = undefined;
      if (document.designMode === 'on') return awaitDesigned();
      look.add(document);
      go();
    }, DESIGNED_MS);
  }

  /** Text that may no longer be linked. @param {Text} node */
  function forget(node) {
    for (const link of [...links.at(node)]) links.remove(link);
  }

  function go() {
    if (running || stopped) return;
    running = true;
    runSoon();
  }

  return {
    /** Looks at everything below a root. @param {Node} root */
    look(root) {
      look.add(root);
      go();
    },
    /** Looks again at nodes whose text may have changed. @param {Node[]} nodes */
    lookAgain(nodes) {
      charged = true;
      for (const node of nodes) {
        if (isText(node) && lines.length < MAX_LINES) lines.push(/** @type {Text} */ (node));
        look.add(lineRoot(node));
      }
      reader = new Reader(isOurs);
      read = new Set();
      go();
    },
    /** Looks for shadow roots that were attached without a change of the tree. */
    sweepShadows() {
      look.addHosts(document);
      go();
    },
    stop() {
      stopped = true;
      clearTimeout(designed);
      look.clear();
      lines = [];
      questions = [];
      answers = [];
      placed = [];
    },
  };
}
