import { api } from '../shared/api.js';
import { byId, fill, h, icon, ltr } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { UI } from '../shared/messages.js';
import { loadRecents, saveRecents } from '../shared/recents.js';
import { regionName } from '../shared/regions.js';

/** @typedef {(request: import('../shared/messages.js').CallRequest) => void} Call */

/** @param {keyof HTMLElementTagNameMap | any} name @param {string} text */
const empty = (name, text) => h('div', { class: 'empty' }, icon(name), h('p', {}, text));

/**
 * One line of a list: a click calls, with Shift by video.
 * @param {{symbol: any, title: string, sub: (Node | string)[], request: import('../shared/messages.js').CallRequest}} parts @param {Call} call
 */
function row({ symbol, title, sub, request }, call) {
  return h('li', {}, h('button', {
    class: 'row', type: 'button',
    onclick: (/** @type {MouseEvent} */ event) => call({ ...request, kind: event.shiftKey ? 'video' : request.kind ?? 'audio' }),
  }, icon(symbol), h('span', { class: 'sr' }, `${t('popup_call')} `), ltr(title), h('span', { class: 'sub' }, ...sub)));
}

/**
 * The numbers of the page in front of the popup.
 * @param {Call} call @param {(e164: string) => any} parse  libphonenumber's PhoneNumber
 */
export async function showPageNumbers(call, parse) {
  /** @type {{e164?: string, ext?: string, sip?: string, text: string}[]} */
  const found = await api.runtime.sendMessage({ type: UI.NUMBERS }).catch(() => []);
  const seen = new Map((Array.isArray(found) ? found : []).map(number => [`${number.e164 ?? number.sip}${number.ext ?? ''}`, number]));
  const rows = [...seen.values()].map(({ e164, ext, sip, text }) => {
    const number = e164 && parse(e164);
    const title = number?.formatInternational() ?? e164 ?? sip ?? text;
    const country = number?.country && regionName(number.country);
    const written = text === title ? [] : [ltr(text)];
    const sub = [...written, ...(ext && !text.includes(ext) ? [t('card_extension', ext)] : []), ...(country ? [country] : [])];
    return row({ symbol: 'phone', title, sub: sub.flatMap((part, index) => (index ? [' · ', part] : [part])), request: { uri: e164 ? `tel:${e164}${ext ? `;ext=${ext}` : ''}` : `sip:${sip}`, shown: text } }, call);
  });
  fill(byId('panel-page'), rows.length ? h('ul', { class: 'list' }, rows) : empty('page', t('popup_pageEmpty')));
  fill(byId('tab-page'), icon('page'), h('span', {}, t('popup_page')), rows.length > 0 && h('span', { class: 'count' }, String(rows.length)));
}

/** @param {number} at  ms since 1970 */
function when(at) {
  const date = new Date(at);
  const today = date.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(document.documentElement.lang, today ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}

/** @param {Call} call @param {boolean} kept  whether recents are on */
export async function showRecents(call, kept) {
  const recents = kept ? await loadRecents() : [];
  const rows = recents.map(({ uri, shown, kind, at }) => row({ symbol: kind === 'video' ? 'video' : 'recent', title: shown, sub: [when(at)], request: { uri, shown, kind } }, call));
  const clear = h('button', { class: 'button bare small', type: 'button', onclick: async () => {
    await saveRecents([]);
    await showRecents(call, kept);
    byId('tab-recents').focus();
  } }, t('popup_clearRecents'));
  fill(byId('panel-recents'), rows.length
    ? h('div', { class: 'with-bar' }, h('ul', { class: 'list' }, rows), h('div', { class: 'bar' }, clear))
    : empty('recent', t(kept ? 'popup_recentsEmpty' : 'popup_recentsOff')));
  return recents;
}
