import { h, icon, ltr } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { reasonWords } from './reasons.js';

/** @param {string} act @param {string} className @param {...(Node|string)} inside */
const button = (act, className, ...inside) => h('button', { type: 'button', 'data-act': act, class: className }, ...inside);

/**
 * The card's usual face.
 * @param {{link: import('./watch.js').CardLink, words: {title: string, facts: string[]}, by: string, act: (what: string) => void}} parts
 */
export function actionsView({ link, words, by }) {
  const copy = button('copy', 'round', icon('copy'), icon('check'));
  copy.setAttribute('aria-label', t('card_copy'));
  copy.title = t('card_copy');
  return [
    h('div', { class: 'head' }, ltr(words.title, 'number'), words.facts.length > 0 && h('div', { class: 'facts' }, words.facts.join(' · '))),
    h('div', { class: 'row' },
      button('call', 'primary', icon('phone'), t('card_call')),
      button('video', 'plain', icon('video'), t('card_video')),
      copy),
    h('div', { class: 'rules' },
      button('number', 'text', t('card_notNumber')),
      button('site', 'text', t('card_neverHere')),
      link.explain && h('button', { type: 'button', 'data-act': 'why', class: 'text', 'aria-expanded': 'false' }, t('card_why'))),
    h('div', { class: 'why', role: 'group' }),
    h('div', { class: 'hint', role: 'status' }, by === 'keyboard' ? t('card_keyboardHint') : ''),
  ];
}

/** @param {any} explained */
export function whyView(explained) {
  return [h('ul', {}, reasonWords(explained).map(text => h('li', {}, text)))];
}

/** What follows a rule: said plainly, and taken back with one key. @param {'number'|'site'} what @param {() => void} undo @param {() => void} close */
export function doneView(what, undo, close) {
  const trusted = (/** @type {() => void} */ work) => (/** @type {Event} */ event) => { if (event.isTrusted) work(); };
  return [
    h('div', { class: 'head', role: 'status' }, t(what === 'number' ? 'card_doneNumber' : 'card_doneSite')),
    h('div', { class: 'row' },
      h('button', { type: 'button', class: 'plain', onclick: trusted(undo) }, t('card_undo')),
      h('button', { type: 'button', class: 'plain', onclick: trusted(close) }, t('card_close'))),
  ];
}
