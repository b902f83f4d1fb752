// The rewriter under fast-check, in a real browser's page: the extension's own page layer links the numbers of a page that changes
// at random, and a twin of the page that it never sees goes through the same.
import './api.mjs';
import { pass, settled, wind } from './clock.mjs';
import { switchTo } from './extension.mjs';
import '../../../extension/src/page/main.js';
import fc from 'fast-check';
import { EDITS, KNOWS, lives, make, nodesOf } from './edits.mjs';

const REST_MS = 9000; // an empty purse fills again, every sweep is over
const HANG_MS = 1000;
const clock = performance.now.bind(performance);
wind();

/** @type {string[]} */
const errors = [];
addEventListener('error', event => errors.push(String(event.error?.stack ?? event.message)));
addEventListener('unhandledrejection', event => errors.push(String(event.reason?.stack ?? event.reason)));

/** @param {Node} root  a body @param {Node[]} [nodes]  below it @returns {string} */
const markup = (root, nodes = nodesOf(root)) => nodes.filter(node => node.nodeType === 11).map(shadow => /** @type {ShadowRoot} */ (shadow).innerHTML).concat(/** @type {Element} */ (root).innerHTML).join('\n--\n');
/** @param {Node} root */
const words = root => nodesOf(root).filter(node => node.nodeType === 3).map(node => /** @type {Text} */ (node).data).join('');

/** @param {unknown} is @param {unknown} should @param {string} what */
function same(is, should, what) {
  if (is !== should) throw new Error(`${what}: ${JSON.stringify(is)} instead of ${JSON.stringify(should)}`);
}

/** The numbers with country code that are linked, by their place in the page's text, whatever nodes that stands in; others hang on what is around them. */
function linked() {
  /** @type {Map<Node, number>} */
  const places = new Map();
  let length = 0;
  for (const node of nodesOf(document.body)) {
    if (node.nodeType !== 3) continue;
    places.set(node, length);
    length += /** @type {Text} */ (node).length;
  }
  const at = (/** @type {Node} */ node, /** @type {number} */ offset) => Number(places.get(node)) + offset;
  return [...CSS.highlights.get('click-to-call-dotted') ?? []].filter(({ startContainer, startOffset }) => /** @type {Text} */ (startContainer).data?.[startOffset] === '+').map(range => `${at(range.startContainer, range.startOffset)}-${at(range.endContainer, range.endOffset)}`).sort().join(' ');
}

/** A page and its twin, node by node. */
class Pair {
  twin = document.implementation.createHTMLDocument().body;
  /** @type {Map<Node, Node>} the page's nodes by the twin's */
  real = new Map();

  /** @param {import('./edits.mjs').Tree[]} trees */
  constructor(trees) {
    document.body.replaceChildren(...trees.map(tree => make(tree, document)));
    this.twin.replaceChildren(...trees.map(tree => make(tree, this.twin.ownerDocument)));
    this.match();
    // What tells of code: as much of the twin's changes as the page layer hears of in the page.
    this.changed = false;
    new MutationObserver(() => (this.changed = true)).observe(this.twin, { childList: true, characterData: true, subtree: true });
  }

  /** The page is the twin's image, in the same nodes as before. */
  match() {
    const [all, twins] = [nodesOf(document.body), nodesOf(this.twin)];
    same(markup(document.body, all), markup(this.twin, twins), 'markup');
    same(all.length, twins.length, 'nodes');
    twins.forEach((twin, at) => {
      if ((this.real.get(twin) ?? all[at]) !== all[at]) throw new Error(`another node in place ${at} of ${markup(this.twin)}`);
      this.real.set(twin, all[at]);
    });
  }

  /** Does an edit in both. @param {[string, ...any[]]} edit */
  edit([name, ...rest]) {
    const twins = nodesOf(this.twin);
    /** @type {string[]} */
    const ends = [];
    for (const node of [(/** @type {Node} */ twin) => twin, (/** @type {Node} */ twin) => this.real.get(twin)]) {
      const pick = (/** @type {number} */ at, wanted = (/** @type {Node} */ _) => true) => {
        const fit = twins.filter(twin => this.real.has(twin) && wanted(twin));
        return fit.length ? node(fit[at % fit.length]) : null;
      };
      try {
        EDITS[name](pick, ...rest);
        ends.push('');
      } catch (error) {
        ends.push(String(error));
      }
    }
    same(ends[1], ends[0], `what ${name} says to page code`);
  }
}

/** One life of a page; throws when it differs from its twin's. @param {{scripted: boolean, body: any[], bursts: any[][]}} life */
async function live({ scripted, body, bursts }) {
  errors.length = 0;
  const start = clock();
  document.body.toggleAttribute('onclick', scripted);
  const pair = new Pair(body);
  switchTo(true);
  await pass(1500);
  let untouched = !scripted;
  same(words(document.body), words(pair.twin), 'text');
  for (const burst of bursts) {
    for (const edit of burst) {
      if (edit[0] === 'pass') await pass(edit[1]);
      else if (!untouched || !KNOWS.has(edit[0])) {
        pair.edit(/** @type {[string]} */ (edit));
        if (!untouched) pair.match();
      }
    }
    await settled();
    if (pair.changed && untouched) {
      // Code that joined texts did not join those that had become anchors.
      for (const root of [document.body, pair.twin]) root.normalize();
      pair.real.clear();
      untouched = false;
    }
    if (untouched) same(words(document.body), words(pair.twin), 'text');
    else pair.match();
  }
  await pass(REST_MS);
  same(words(document.body), words(pair.twin), 'text at rest');
  const before = linked();
  switchTo(false);
  await settled();
  pair.match();
  same(CSS.highlights.size, 0, 'highlights left');
  same(document.documentElement.lastElementChild, document.body, 'element left');
  if (bursts.length && !bursts.flat().some(([name]) => name === 'style')) {
    document.body.setAttribute('onclick', ''); // else anchors would be in the text now
    switchTo(true);
    await pass(REST_MS);
    same(before, linked(), `linked after all changes, and anew, in ${markup(pair.twin)}`);
    switchTo(false);
    await settled();
    pair.match();
  }
  same(errors.join('\n'), '', 'errors');
  if (clock() - start > HANG_MS) throw new Error(`took ${clock() - start} ms`);
}

/** @param {number} seconds @param {number} runs @param {number} seed @returns {Promise<{executions: number, failure?: {input: any, error: string}}>} */
async function fuzz(seconds, runs, seed) {
  let executions = 0;
  const property = fc.asyncProperty(lives, async life => {
    executions++;
    await live(/** @type {any} */ (life));
  });
  const done = await fc.check(property, { numRuns: runs, seed, endOnFailure: false, interruptAfterTimeLimit: seconds * 1000 });
  return { executions, ...(done.failed && done.counterexample && { failure: { input: done.counterexample[0], error: String(/** @type {any} */ (done.errorInstance)?.stack ?? done.errorInstance) } }) };
}

Object.assign(globalThis, { rewriter: { fuzz, live: (/** @type {any} */ life) => live(life).then(() => '', error => String(error?.stack ?? error)) } });
