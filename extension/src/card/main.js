import { api } from '../shared/api.js';
import { copy } from '../shared/clipboard.js';
import { fill } from '../shared/dom.js';
import { PAGE } from '../shared/messages.js';
import tokens from '../shared/tokens.css';
import { place } from './place.js';
import styles from './card.css';
import { actionsView, doneView, whyView } from './view.js';
import { CARD_KEY } from './watch.js';
import { wordsOf } from './words.js';

/** @typedef {import('./watch.js').CardLink} CardLink */

const LEAVE_MS = 280;
/** A click this soon after the card appeared or moved may have been meant for the page beneath it. */
const SETTLE_MS = 500;

/**
 * The card of one frame. Its root is closed and listens to trusted events only: the page can neither read nor click it.
 * @returns {import('./watch.js').Card}
 */
function createCard() {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = tokens + styles;
  const panel = document.createElement('div');
  panel.className = 'card';
  panel.setAttribute('role', 'dialog');
  root.append(style, panel);
  host.popover = 'manual';
  host.dir = api.i18n.getMessage('@@bidi_dir');
  host.lang = api.i18n.getUILanguage();

  /** @type {CardLink | null} */
  let link = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let leaving;
  let settledAt = 0;
  let inside = false;
  /** Opened by a finger, which hovers over nothing: it stays until the next touch elsewhere. */
  let held = false;

  const card = { open: false, show, leave, hide, enter };

  /** @param {CardLink} wanted @param {import('../shared/messages.js').Described | null} known @param {'pointer'|'keyboard'|'touch'} by */
  function show(wanted, known, by) {
    clearTimeout(leaving);
    if (card.open && link && same(link, wanted)) return;
    link = wanted;
    held = by === 'touch';
    const words = wordsOf(link, known);
    panel.setAttribute('aria-label', words.title);
    fill(panel, ...actionsView({ link, words, by, act }));
    open();
    settledAt = performance.now() + SETTLE_MS;
    if (by === 'touch') enter();
  }

  function open() {
    if (!host.isConnected) document.documentElement.append(host);
    if (!host.matches(':popover-open')) host.showPopover();
    card.open = true;
    const lines = link?.rects() ?? [];
    if (!lines.length) return hide();
    const rect = { ...box(lines[0]), bottom: lines[lines.length - 1].bottom };
    const { left, top } = place(rect, { width: panel.offsetWidth, height: panel.offsetHeight }, { width: document.documentElement.clientWidth, height: innerHeight }, host.dir === 'rtl');
    panel.style.left = `${left}px`;
    panel.style.top = `${top}px`;
  }

  function hide() {
    clearTimeout(leaving);
    const focused = root.activeElement;
    const back = link;
    link = null;
    card.open = false;
    if (focused) back?.focus();
    if (host.isConnected) host.remove();
  }

  function leave() {
    clearTimeout(leaving);
    leaving = setTimeout(() => {
      if (!inside && !held && !root.activeElement) hide();
    }, LEAVE_MS);
  }

  function enter() {
    const hint = panel.querySelector('.hint');
    if (hint) hint.textContent = '';
    /** @type {HTMLElement | null} */ (panel.querySelector('button'))?.focus({ preventScroll: true });
  }

  /** @param {string} what */
  async function act(what) {
    if (!link) return;
    const chosen = link;
    if (what === 'call' || what === 'video') {
      hide();
      chosen.call(what === 'video' ? 'video' : 'audio');
    } else if (what === 'copy') {
      await copy(chosen.number.e164 ?? chosen.number.sip ?? chosen.text);
      panel.querySelector('[data-act=copy]')?.setAttribute('data-done', '');
      /** @type {HTMLElement} */ (panel.querySelector('[role=status]')).textContent = api.i18n.getMessage('card_copied');
    } else if (what === 'why') {
      const button = /** @type {Element} */ (panel.querySelector('[data-act=why]'));
      const opened = button.getAttribute('aria-expanded') !== 'true';
      button.setAttribute('aria-expanded', String(opened));
      const explained = opened ? await Promise.resolve(chosen.explain?.()).catch(() => null) : null;
      if (link !== chosen || button.getAttribute('aria-expanded') !== String(opened)) return;
      fill(/** @type {Element} */ (panel.querySelector('.why')), ...(opened ? whyView(explained) : []));
      open();
    } else if (what === 'number' || what === 'site') {
      const rule = { type: PAGE.RULE, rule: what, number: chosen.number.e164 ?? chosen.number.sip };
      await api.runtime.sendMessage(rule);
      fill(panel, ...doneView(what, () => {
        api.runtime.sendMessage({ ...rule, undo: true });
        hide();
      }, hide));
      enter();
    }
  }

  panel.addEventListener('click', event => {
    const button = event.isTrusted && /** @type {Element} */ (event.target).closest('button');
    if (!button) return;
    const calls = button.dataset.act === 'call' || button.dataset.act === 'video';
    const byPointer = event.detail > 0;
    if (calls && byPointer && (performance.now() < settledAt || link?.isCovered(panel.getBoundingClientRect(), host))) return;
    if (button.dataset.act) act(button.dataset.act);
  });
  panel.addEventListener('pointerenter', () => {
    inside = true;
    clearTimeout(leaving);
  });
  panel.addEventListener('pointerleave', () => {
    inside = false;
    leave();
  });
  panel.addEventListener('focusout', leave);
  panel.addEventListener('keydown', event => {
    if (!event.isTrusted) return;
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      return hide();
    }
    if (event.key !== 'Tab') return;
    const buttons = [...panel.querySelectorAll('button')];
    const at = buttons.indexOf(/** @type {HTMLButtonElement} */ (root.activeElement));
    if (event.shiftKey ? at === 0 : at === buttons.length - 1) {
      // The card stands at the end of the document; to the keyboard it stands right after its link.
      link?.focus();
      if (event.shiftKey) event.preventDefault();
      else hide();
    }
  });
  document.addEventListener('keydown', event => {
    if (event.isTrusted && event.key === 'Escape' && card.open) hide();
  }, { capture: true });
  document.addEventListener('pointerdown', event => {
    if (card.open && !event.composedPath().includes(host)) hide();
  }, { capture: true });
  document.addEventListener('scroll', () => { if (card.open && !root.activeElement) hide(); }, { capture: true, passive: true });
  return card;
}

/** @param {{left: number, right: number, top: number}} line */
const box = ({ left, right, top }) => ({ left, right, top });

/** @param {CardLink} one @param {CardLink} other */
function same(one, other) {
  const [a] = one.rects();
  const [b] = other.rects();
  return one.text === other.text && a?.left === b?.left && a?.top === b?.top;
}

/** @type {any} */ (globalThis)[CARD_KEY] ??= createCard();
