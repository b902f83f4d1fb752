import { createCardWatch } from '../card/watch.js';
import { mayContainNumber } from '../find/gate.js';
import { api } from '../shared/api.js';
import { t } from '../shared/i18n.js';
import { FRAME, PAGE } from '../shared/messages.js';
import { createActivation } from './activate.js';
import { isOurs } from './anchor.js';
import { contextOf } from './context.js';
import { isCovered } from './cover.js';
import { excluded } from './exclude.js';
import { HANDOVER } from './handover.js';
import { hostLayer, isHost, removeHost } from './host.js';
import { createInquiry } from './inquiry.js';
import { createLinks } from './links.js';
import { createObserver } from './observe.js';
import { pageFacts } from './page-facts.js';
import { boxesOf } from './rects.js';
import { createRegions } from './region-evidence.js';
import { createScanner } from './scan.js';
import { whenSettled } from './settle.js';
import { optedOut } from './skip.js';
import { Reader } from './text.js';
import { outcomeTakes, showOutcome, showWords } from './toast.js';
import { frameIsSeen } from './trust.js';

/** Stage 2: links the numbers of one frame and keeps them linked. */

const SWEEPS_MS = [300, 1000, 3000, 8000];
const COUNT_MS = 200;
/** How often the background hears of a count that keeps changing. */
const COUNT_EVERY_MS = 1000;
const WARM_EVERY_MS = 10_000;
const WITH_CODE = /\+[\d\s().\/-]{6,}/g;

/** Numbers with their country code need no evidence of a country, which costs more than finding them. @param {string} text */
const needsPlace = text => mayContainNumber(text.replace(WITH_CODE, ''));

/** @param {object} message */
const send = message => api.runtime.sendMessage(message);

/** @type {ReturnType<typeof link> | null} */
let running = null;

/** The hover card hears of the link under the pointer and of the one with the focus. */
const card = createCardWatch({
  at: event => {
    const target = event.composedPath()[0];
    return target instanceof Element ? running?.links.under(target, event.clientX, event.clientY) ?? null : null;
  },
  describe: (/** @type {import('./links.js').Link} */ link) => ({
    number: link.number,
    text: link.text,
    rects: () => boxesOf(link.parts),
    explain: () => running?.explain(link),
    call: kind => call({ uri: link.uri, shown: link.text, kind }),
    focus: () => link.anchor?.focus({ preventScroll: true }),
    isCovered: (box, host) => isCovered([box], [host]),
  }),
});

async function apply() {
  const settings = await send({ type: PAGE.SETTINGS });
  running?.stop();
  running = null;
  if (settings?.on && !(settings.respectOptOut && optedOut())) running = link(settings);
  else send({ type: PAGE.COUNT, linked: 0, resting: false });
}

/**
 * Links this frame's numbers until it is stopped.
 * @param {Record<string, any>} settings  of PAGE.SETTINGS
 */
function link(settings) {
  let resting = false;
  let root = document.documentElement;
  let facts = pageFacts();
  const regions = createRegions(settings);
  const links = createLinks({ drawn: () => activation.see(), mark: settings.mark, facts: () => facts, unheard: edit => observer.unheard(edit), spent: ms => observer.pay(ms) });
  const isExcluded = excluded(settings.excludedNumbers ?? []);

  const observer = createObserver({
    touched(records) {
      for (const record of records) links.changed(record); // all of them, before anything is taken back
      if (!facts.scripted && records.some(notices)) renounce();
    },
    changed(nodes, whole) {
      if (document.documentElement !== root) {
        root = document.documentElement;
        links.overlay.renew();
        activation.renew();
      }
      links.sweep();
      links.overlay.refresh();
      const released = links.takeReleased();
      if (whole) scanner.look(document);
      scanner.lookAgain([...nodes.filter(node => !isHost(node)), ...released]);
    },
    resting(now) {
      resting = now;
      count();
    },
  });

  /** What the finder is told of a line. @param {import('./scan.js').Question} question */
  const wordsOf = ({ line: { text }, element, context }) => ({ text, context, ...(needsPlace(text) ? regions.at(element) : { lang: document.documentElement.lang }) });

  const scanner = createScanner({
    links, isOurs,
    async find(questions) {
      const { question, learn } = createInquiry(questions.map(wordsOf), settings.sensitivity);
      /** @type {import('../shared/messages.js').FindAnswer} */
      const { found, places } = await send({ type: PAGE.FIND, ...question });
      learn(places);
      return found.map(numbers => numbers.filter(number => !isExcluded(number)));
    },
    onShadow(shadow) {
      observer.watch(shadow);
      activation.watch(shadow);
    },
    spent: ms => observer.pay(ms),
    rested() {
      regions.review();
      activation.see();
      count();
    },
  });

  /** Something is at work in a page that seemed to have no code. */
  function renounce() {
    facts = { ...facts, scripted: true };
    links.demote();
  }

  /** Any change that is not ours tells of code; what extensions put beside the body (our own layer and card too) does not. @param {MutationRecord} record */
  const notices = ({ target, addedNodes }) => target !== document.documentElement || [...addedNodes].some(node => node.nodeName === 'SCRIPT' || node === document.body);

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let counting;
  let told = '';
  let toldAt = -Infinity;
  function count() {
    counting ??= setTimeout(() => {
      counting = undefined;
      const key = `${links.all.size} ${resting}`;
      if (key === told) return;
      told = key;
      toldAt = performance.now();
      send({ type: PAGE.COUNT, linked: links.all.size, resting });
    }, Math.max(COUNT_MS, toldAt + COUNT_EVERY_MS - performance.now()));
  }

  let warmed = -Infinity;
  const activation = createActivation({
    links,
    spent: ms => observer.pay(ms),
    adopts: () => settings.adoptLinks,
    takes: event => card.takes(event) || outcomeTakes(event),
    hover: card.hover,
    focus: card.focus,
    again: shown => showWords(t('toast_again', shown)),
    warm() {
      if (performance.now() - warmed < WARM_EVERY_MS) return;
      warmed = performance.now();
      send({ type: PAGE.WARM });
    },
    call,
  });

  observer.watch(document);
  scanner.look(document);
  const sweeps = SWEEPS_MS.map(ms => setTimeout(() => scanner.sweepShadows(), ms));
  let stopped = false;
  whenSettled(() => {
    if (stopped) return;
    scanner.sweepShadows();
    links.overlay.begin();
    activation.begin();
  });

  return {
    links,
    /** Why a number was linked, in the finder's codes, and what said which country's numbers are meant. @param {import('./links.js').Link} link */
    explain({ parts: [{ node }], element, number: { e164 } }) {
      const line = new Reader(isOurs).line(node);
      return send({ type: PAGE.WHY, e164, ...createInquiry([wordsOf({ line, element, context: contextOf(line) })], settings.sensitivity).question });
    },
    stop() {
      stopped = true;
      sweeps.forEach(clearTimeout);
      scanner.stop();
      activation.stop();
      links.stop();
      observer.stop();
      clearTimeout(counting);
      removeHost();
    },
  };
}

/**
 * Asks for a call and shows what became of it.
 * @param {import('../shared/messages.js').CallRequest} request
 */
async function call(request) {
  card.hide();
  /** @type {import('../shared/messages.js').Outcome} */
  let outcome;
  try {
    outcome = await send({ type: PAGE.CALL, ...request, unseen: !(await frameIsSeen()) });
  } catch {
    return; // the extension was updated or removed while the page stayed open
  }
  if (!outcome) return; // said elsewhere: this frame may be hidden
  if (!outcome.ok && outcome.fallback) return location.assign(outcome.fallback);
  showOutcome(outcome, request.shown ?? request.uri, more => call({ ...request, ...more }));
}

/** What the background may ask of a frame. @type {Record<string, (message: any) => any>} */
const ANSWERS = {
  [FRAME.APPLY]: () => void apply(),
  [FRAME.LIST]: () => (running?.links.sorted() ?? []).map(({ number: { e164, ext, sip }, text }) => ({ e164, ext, sip, text })),
  [FRAME.TOAST]({ outcome, shown = '', request }) {
    showOutcome(outcome, shown, more => request && call({ ...request, ...more }));
    return true;
  },
  [FRAME.SELECTION]: () => String(getSelection() ?? ''),
};

if (HANDOVER.take()) {
  api.runtime.onMessage.addListener((message, sender, answer) => {
    const work = sender.id === api.runtime.id && ANSWERS[message?.type];
    if (work) answer(work(message));
    return false;
  });
  apply();
}
