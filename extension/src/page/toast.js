import { api } from '../shared/api.js';
import { copy } from '../shared/clipboard.js';
import { t, wordError } from '../shared/i18n.js';
import { questionWords } from '../shared/question.js';
import tokens from '../shared/tokens.css';
import { isCovered } from './cover.js';
import { addStyle, hostElement, hostLayer } from './host.js';
import { inside } from './rects.js';
import { SETTLE_MS } from './trust.js';

/**
 * What became of a call, said in a small box of our closed root; also the questions before one. The box stands in the top
 * layer, where no transform, filter or z-index of the page reaches. What became of a call takes no part in hit testing, so
 * that a page cannot probe for it; and nothing in it is animated: `document.getAnimations()` would name what is.
 * @typedef {import('../shared/messages.js').Outcome} Outcome
 */
const STYLE = `${tokens.replaceAll(':root, :host', '#toast')}
#toast { position: fixed; inset: auto; inset-inline-end: 16px; inset-block-end: 16px; width: max-content; height: auto; max-width: min(360px, calc(100% - 32px)); pointer-events: none; box-sizing: border-box;
  margin: 0; padding: var(--s3) var(--s4); border: 1px solid var(--line); border-radius: var(--radius); font: 14px/1.4 var(--font); text-align: start; color: var(--ink); background: var(--surface); box-shadow: var(--shadow); }
#toast.question { pointer-events: auto; }
#toast:empty, #toast:not(:popover-open) { display: none; }
#toast::backdrop, dialog::backdrop { display: none; } /* it would cover every frame */
dialog { padding: 0; border: 0; background: none; }
#toast p { margin: 0; overflow-wrap: anywhere; }
#toast p + p { margin-block-start: 4px; }
#toast .advice { color: var(--quiet); }
#toast .row { display: flex; gap: var(--s2); margin-block-start: var(--s3); justify-content: end; }
#toast button { all: unset; cursor: pointer; padding: var(--s1) var(--s3); border-radius: var(--radius); border: 1px solid var(--accent); color: var(--accent); }
#toast button.main { background: var(--accent); color: var(--on-accent); }
#toast button:focus-visible { outline: 2px solid var(--accent-strong); outline-offset: 2px; }
@media (forced-colors: active) { #toast, #toast button { border-color: ButtonText; } }
`;
const SHOWN_MS = 6000;
const LONG_MS = 15000;

/** @type {HTMLElement | null} */
let box = null;
/** @type {HTMLDialogElement | null} */
let frame = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let shownAt = 0;

function made() {
  const layer = hostLayer();
  if (box && layer.contains(box)) return box;
  addStyle(STYLE);
  box = document.createElement('div');
  box.id = 'toast';
  box.popover = 'manual';
  box.setAttribute('role', 'status');
  box.dir = api.i18n.getMessage('@@bidi_dir');
  box.lang = api.i18n.getUILanguage();
  box.addEventListener('keydown', event => event.isTrusted && event.key === 'Escape' && hide());
  frame = document.createElement('dialog');
  frame.addEventListener('cancel', hide);
  layer.append(frame, box);
  return box;
}

function hide() {
  clearTimeout(timer);
  if (!box) return;
  box.replaceChildren();
  lower();
}

function lower() {
  if (box?.matches(':popover-open')) box.hidePopover();
  if (frame?.open) frame.close();
}

/** Brings the box in front of all that is in the top layer now. */
function raise() {
  if (!box?.isConnected || !frame) return;
  lower();
  frame.after(box);
  box.showPopover();
  shownAt = performance.now();
}

/** Below a modal dialog of the page all else is out of reach; then the question is in a modal dialog too. */
function reach() {
  if (!box?.isConnected || !frame || frame.open) return;
  const { left, top, right, bottom } = box.getBoundingClientRect();
  if (document.elementFromPoint((left + right) / 2, (top + bottom) / 2) === hostElement()) return;
  lower();
  frame.append(box);
  frame.showModal();
  box.showPopover();
}

/**
 * Whether a click is for what became of a call, which then goes away.
 * @param {MouseEvent} event  trusted
 */
export function outcomeTakes(event) {
  if (!box?.matches(':popover-open:not(.question)') || !event.detail || !inside(box.getBoundingClientRect(), event.clientX, event.clientY)) return false;
  event.preventDefault();
  event.stopImmediatePropagation();
  hide();
  return true;
}

/** @param {string} text @param {string} [name] */
function line(text, name = '') {
  const p = document.createElement('p');
  p.textContent = text;
  p.className = name;
  return p;
}

/** @param {string} text @param {string} name @param {() => void} work */
function button(text, name, work) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.className = name;
  made.addEventListener('click', event => {
    // A click that was under way when the box appeared (a double click) was meant for something else.
    if (!event.isTrusted || event.timeStamp - shownAt < SETTLE_MS) return;
    if (name === 'main' && box && isCovered([box.getBoundingClientRect()], [hostElement()])) return raise();
    hide();
    work();
  });
  return made;
}

/** @param {'status' | 'alert'} role @param {Node[]} content @param {number} ms  0: a question, which stays until it is answered */
function show(role, content, ms) {
  const toast = made();
  clearTimeout(timer);
  toast.setAttribute('role', role);
  toast.className = ms ? '' : 'question';
  // An empty live region first, so that what comes into it is spoken.
  toast.replaceChildren();
  raise();
  requestAnimationFrame(() => {
    toast.replaceChildren(...content);
    if (!ms) reach();
  });
  if (ms) timer = setTimeout(hide, ms);
}

/** Says something in passing. @param {string} text */
export const showWords = text => show('status', [line(text)], SHOWN_MS);

/**
 * Shows an outcome.
 * @param {Outcome} outcome @param {string} shown  the number as the person saw it
 * @param {(more: {consent?: string, confirmed?: boolean}) => void} repeat  asks for the call again, with the person's answer
 */
export function showOutcome(outcome, shown, repeat) {
  if (outcome.ok) {
    const handed = line(t('outcome_handed', outcome.handedTo.name));
    const dial = outcome.notCarried?.extension || outcome.notCarried?.postDial;
    if (!dial) return show('status', [handed], SHOWN_MS);
    copy(dial);
    return show('status', [handed, line(`${t('outcome_extension', dial)} (${t('card_copied')})`, 'advice')], LONG_MS);
  }
  if (outcome.ask) {
    const { consent } = outcome.ask;
    const { notes, question } = questionWords(outcome.ask, shown);
    const row = document.createElement('div');
    row.className = 'row';
    row.append(button(t('ask_no'), '', () => {}), button(t('ask_yes'), 'main', () => repeat({ consent, confirmed: true })));
    return show('alert', [...notes.map(note => line(note)), line(question), row], 0);
  }
  const { message, advice } = wordError(outcome.error);
  const row = document.createElement('div');
  row.className = 'row';
  row.append(button(t('toast_close'), '', () => {}));
  show('alert', [line(message), ...(advice ? [line(advice, 'advice')] : []), row], LONG_MS);
}
