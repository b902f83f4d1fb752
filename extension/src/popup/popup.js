import { api } from '../shared/api.js';
import { byId, icon, ltr } from '../shared/dom.js';
import { mobileLink, readEntry } from '../shared/entry.js';
import { t, translate } from '../shared/i18n.js';
import { UI } from '../shared/messages.js';
import { readiness } from '../shared/readiness.js';
import { regionName, startRegion } from '../shared/regions.js';
import { loadSettings, saveSettings } from '../shared/settings.js';
import { siteOn, switchSite } from '../shared/sites.js';
import { place, say } from './calling.js';
import { setUpCountries } from './countries.js';
import { showPageNumbers, showRecents } from './lists.js';
import { setUpPad } from './pad.js';

const isPrivate = Boolean(api.extension.inIncognitoContext);
const field = byId('number');
/** @type {any} libphonenumber-js: far larger than the popup, so it comes after the popup is ready to type */
let phone = null;
/** @type {Promise<any> | undefined} */
let phoneComing;
const phoneReady = () => (phoneComing ??= import('libphonenumber-js/min').then(module => (phone = module)));
let region = startRegion({});
/** @type {import('../shared/recents.js').Recent[]} */
let recents = [];
let recalled = -1;
/** @type {import('../shared/settings.js').Settings | null} */
let settings = null;

translate(document);
for (const button of document.querySelectorAll('[data-icon]')) button.prepend(icon(/** @type {any} */ (button).dataset.icon));
if (!api.extension.getViews({ type: 'popup' }).includes(window)) document.documentElement.classList.add('tab');

// ── the field ──

const pressKey = setUpPad(sign => {
  field.setRangeText(sign, field.selectionStart, field.selectionEnd, 'end');
  typed();
}, () => Boolean(settings?.keySound));

/** Formats what stands in the field, the caret staying behind the same digit. */
function format() {
  if (!phone || !/^[+\d\s().\-/]+$/.test(field.value)) return;
  const before = field.value.slice(0, field.selectionStart).replace(/[^\d+]/g, '').length;
  const formatted = new phone.AsYouType(region).input(field.value.replace(/[^\d+]/g, ''));
  if (formatted === field.value) return;
  field.value = formatted;
  let at = 0;
  for (let seen = 0; at < formatted.length && seen < before; at++) if (/[\d+]/.test(formatted[at])) seen++;
  field.setSelectionRange(at, at);
}

/** Long numbers are written smaller, so that all of them is seen. */
function fit() {
  field.dataset.size = field.value.length > 17 ? 'small' : field.value.length > 12 ? 'middle' : '';
}

function typed() {
  format();
  fit();
  recalled = -1;
  say('');
  hint();
}

function hint() {
  const entry = readEntry(field.value, region, phone);
  byId('erase').hidden = !field.value;
  const country = entry?.number?.country;
  byId('hint').replaceChildren(...(!field.value ? [] : !entry ? [t('hint_notNumber')]
    : entry.number ? hintOf(entry.number.formatInternational(), country ? regionName(country) : '')
      : [entry.incomplete && phone ? t('hint_asTyped') : '']));
}

/** The international form, unless it is what stands in the field, and the country. @param {string} number @param {string} country */
function hintOf(number, country) {
  return number === field.value ? [country] : [ltr(number), country && ` · ${country}`];
}

/** @param {'audio'|'video'} kind */
async function call(kind) {
  await phoneReady();
  const entry = readEntry(field.value, region, phone);
  if (!entry) return refuse();
  const shown = entry.number?.formatInternational() ?? entry.shown;
  await callNow({ uri: entry.uri, kind, shown, ...(entry.postDial && { postDial: entry.postDial }) });
}

/** What stands in the field cannot be called; said once, where outcomes are said. */
function refuse() {
  byId('hint').textContent = '';
  say(t(field.value.trim() ? 'hint_notNumber' : 'hint_typeFirst'), 'bad');
}

/** @param {import('../shared/messages.js').CallRequest} request */
async function callNow(request) {
  say(t('outcome_handing'));
  if (await place(request)) recents = await showRecents(callNow, Boolean(settings?.recents));
}

/** @param {number} step  1 is older */
function recall(step) {
  const to = recalled + step;
  if (to < -1 || to >= recents.length) return;
  recalled = to;
  field.value = to < 0 ? '' : recents[to].shown;
  field.setSelectionRange(field.value.length, field.value.length);
  fit();
  hint();
}

field.addEventListener('input', (/** @type {InputEvent} */ event) => {
  if (event.data?.length === 1) pressKey(event.data);
  typed();
});
field.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
  if (event.key === 'Enter' && event.shiftKey) {
    event.preventDefault();
    call('video');
  } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
    event.preventDefault();
    recall(event.key === 'ArrowUp' ? 1 : -1);
  }
});
byId('dial').addEventListener('submit', (/** @type {Event} */ event) => {
  event.preventDefault();
  call('audio');
});
byId('video').addEventListener('click', () => call('video'));
byId('erase').addEventListener('click', () => {
  field.value = '';
  typed();
  field.focus();
});
document.addEventListener('keydown', event => {
  // Digits typed anywhere go into the field, as on a phone.
  if (/^[\d+*#]$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey && !document.querySelector('dialog[open]') && !/** @type {Element} */ (event.target).matches('input')) field.focus();
});

const countries = setUpCountries({ region, phone: phoneReady, choose: chosen => {
  region = chosen;
  format();
  fit();
  hint();
  if (!isPrivate) api.storage.local.set({ lastRegion: chosen });
  field.focus();
} });

// ── the views ──

const TABS = ['keypad', 'page', 'recents'];
/** @param {string} name */
function view(name) {
  for (const tab of TABS) {
    const on = tab === name;
    byId(`tab-${tab}`).setAttribute('aria-selected', String(on));
    byId(`tab-${tab}`).tabIndex = on ? 0 : -1;
    byId(`panel-${tab}`).hidden = !on;
  }
}
for (const [index, name] of TABS.entries()) {
  const tab = byId(`tab-${name}`);
  tab.addEventListener('click', () => view(name));
  tab.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    const forward = document.documentElement.dir === 'rtl' ? -1 : 1;
    const step = { ArrowRight: forward, ArrowLeft: -forward }[event.key];
    if (!step) return;
    const next = TABS[(index + step + TABS.length) % TABS.length];
    view(next);
    byId(`tab-${next}`).focus();
  });
}
byId('settings').addEventListener('click', () => api.runtime.openOptionsPage());

byId('phone').addEventListener('click', async () => {
  const [{ qrImage }] = await Promise.all([import('./qr.js'), phoneReady()]);
  const entry = readEntry(field.value, region, phone);
  if (!entry) return refuse();
  const link = () => mobileLink(entry, { email: byId('qrEmail').checkValidity() ? byId('qrEmail').value : '', source: t('extensionShortName') });
  const draw = () => byId('qrCode').replaceChildren(qrImage(link()));
  byId('qrCode').setAttribute('aria-label', t('qr_alt', entry.number?.formatInternational() ?? entry.shown));
  byId('qrNumber').replaceChildren(ltr(entry.number?.formatInternational() ?? entry.shown));
  byId('qrEmail').oninput = draw;
  byId('qrCopy').onclick = async () => {
    await navigator.clipboard.writeText(link());
    byId('qrCopy').textContent = t('card_copied');
  };
  byId('qrCopy').textContent = t('qr_copy');
  byId('qrClose').onclick = () => byId('qr').close();
  draw();
  byId('qr').showModal();
});

// ── what is known later ──

async function showSite() {
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  const url = tab?.url && /^https?:/.test(tab.url) ? new URL(tab.url) : null;
  if (!url) return;
  const now = await loadSettings();
  byId('site').hidden = false;
  byId('site').querySelector('.site-name').textContent = url.hostname;
  byId('siteOn').checked = siteOn(url.hostname, now.settings);
  byId('siteOn').setAttribute('aria-label', t('popup_siteOn', url.hostname));
  byId('site').title = t('popup_siteOn', url.hostname);
  byId('siteOn').disabled = !now.settings.enabled || now.locked.includes('blockedSites') || now.locked.includes('allowedSites');
  byId('siteOn').onchange = async () => saveSettings(switchSite(url.hostname, byId('siteOn').checked, (await loadSettings()).settings));
}

async function showState() {
  const { state, text, action } = readiness(await api.runtime.sendMessage({ type: UI.STATUS }));
  byId('state').textContent = text;
  byId('stateDot').dataset.state = state;
  byId('cure').hidden = !action;
  if (!action) return;
  byId('cure').textContent = action.label;
  byId('cure').href = action.page;
  byId('cure').target = '_blank';
}

/** @param {string} start */
async function startWith(start) {
  region = start;
  countries.set(start);
  await countries.ready();
  format();
  fit();
  hint();
}

async function learn() {
  const { lastRegion, settings: own } = /** @type {any} */ (await api.storage.local.get(['lastRegion', 'settings']));
  await startWith(startRegion({ last: lastRegion, setting: own?.defaultRegion }));
  showPageNumbers(callNow, e164 => phone.parsePhoneNumberFromString(e164));
  // What the administrator set may take seconds after the browser's start; typing does not wait for it.
  const known = (await loadSettings()).settings;
  settings = known;
  recents = await showRecents(callNow, Boolean(known.recents));
  const start = startRegion({ last: lastRegion, setting: known.defaultRegion });
  if (start !== region && !field.value) await startWith(start);
}

field.focus();
performance.mark('ready');
showState();
showSite();
learn();
