import { api } from '../shared/api.js';
import { copy } from '../shared/clipboard.js';
import { t, wordError } from '../shared/i18n.js';
import { questionWords } from '../shared/question.js';
import { addStyle, hostLayer } from './host.js';
import { isVisible, SETTLE_MS } from './trust.js';

/**
 * What became of a call, said in a small box of our closed root; also the questions before one.
 * @typedef {import('../shared/messages.js').Outcome} Outcome
 */
const STYLE = `
#toast { position: absolute; inset-inline-end: 16px; inset-block-end: 16px; max-width: min(360px, calc(100% - 32px)); pointer-events: auto; box-sizing: border-box;
  margin: 0; padding: 12px 16px; border: 1px solid #0003; border-radius: 10px; font: 14px/1.4 system-ui, sans-serif; text-align: start; color: #16201d; background: #fff; box-shadow: 0 4px 18px #0003; }
#toast:empty, #toast[hidden] { display: none; }
#toast p { margin: 0; overflow-wrap: anywhere; }
#toast p + p { margin-block-start: 4px; }
#toast .advice { color: #46524e; }
#toast .row { display: flex; gap: 8px; margin-block-start: 10px; justify-content: end; }
#toast button { all: unset; cursor: pointer; padding: 4px 12px; border-radius: 6px; border: 1px solid #0b6e5c; color: #0b6e5c; }
#toast button.main { background: #0b6e5c; color: #fff; }
#toast button:focus-visible { outline: 2px solid #0b57d0; outline-offset: 2px; }
@media (prefers-color-scheme: dark) { #toast { color: #eef3f1; background: #1d2624; border-color: #fff3; } #toast .advice { color: #b9c4c0; } #toast button { color: #7fd6c2; border-color: #7fd6c2; } #toast button.main { background: #7fd6c2; color: #10201c; } }
@media (forced-colors: active) { #toast, #toast button { border-color: ButtonText; } }
@media (prefers-reduced-motion: no-preference) { #toast { animation: rise .15s ease-out; } @keyframes rise { from { opacity: 0; } } }
`;
const SHOWN_MS = 6000;
const LONG_MS = 15000;

/** @type {HTMLElement | null} */
let box = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let shownAt = 0;

function made() {
  const layer = hostLayer();
  if (box?.parentNode === layer) return box;
  addStyle(STYLE);
  box = document.createElement('div');
  box.id = 'toast';
  box.setAttribute('role', 'status');
  box.dir = api.i18n.getMessage('@@bidi_dir');
  box.lang = api.i18n.getUILanguage();
  box.addEventListener('keydown', event => event.isTrusted && event.key === 'Escape' && hide());
  layer.append(box);
  return box;
}

function hide() {
  clearTimeout(timer);
  if (!box) return;
  box.replaceChildren();
  box.hidden = true;
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
    if (!event.isTrusted || event.timeStamp - shownAt < SETTLE_MS || !isVisible(made, made.getBoundingClientRect())) return;
    hide();
    work();
  });
  return made;
}

/** @param {'status' | 'alert'} role @param {Node[]} content @param {number} ms  0: until it is answered */
function show(role, content, ms) {
  const toast = made();
  clearTimeout(timer);
  toast.setAttribute('role', role);
  toast.hidden = false;
  shownAt = performance.now();
  // An empty live region first, so that what comes into it is spoken.
  toast.replaceChildren();
  requestAnimationFrame(() => toast.replaceChildren(...content));
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
