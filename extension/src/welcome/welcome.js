import { api } from '../shared/api.js';
import { commandLine } from '../shared/copy.js';
import { byId, fill, h, icon, ltr } from '../shared/dom.js';
import { applyDialPlan } from '../shared/dialplan.js';
import { readEntry } from '../shared/entry.js';
import { t, translate, wordError } from '../shared/i18n.js';
import { UI } from '../shared/messages.js';
import { readiness } from '../shared/readiness.js';
import { startRegion } from '../shared/regions.js';
import { loadSettings } from '../shared/settings.js';
import { installCommands } from './installers.js';

const LOOK_AGAIN_MS = 2500;

/** @type {any} the last answer of the host */
let status = null;

translate(document);

/** @param {string} step @param {boolean} done */
function tick(step, done) {
  const item = byId(`step-${step}`);
  item.toggleAttribute('data-done', done);
  const number = ['extension', 'host', 'webex'].indexOf(step) + 1;
  fill(item.querySelector('.tick'), done ? icon('check') : h('span', { 'aria-hidden': 'true' }, String(number)), h('span', { class: 'sr' }, t(done ? 'welcome_done' : 'welcome_open')));
}

async function look() {
  status = await api.runtime.sendMessage({ type: UI.STATUS }).catch(() => null);
  const host = Boolean(status?.ok);
  const { state, text } = readiness(status);
  tick('host', host);
  tick('webex', host && state === 'good');
  const words = host ? text : t('welcome_webexLater');
  if (byId('webexState').textContent !== words) byId('webexState').textContent = words;
  const done = 1 + Number(host) + Number(host && state === 'good');
  const progress = t('welcome_progress', done);
  if (byId('progress').textContent !== progress) byId('progress').textContent = progress;
}

byId('try').addEventListener('submit', async (/** @type {Event} */ event) => {
  event.preventDefault();
  const [{ settings }, phone] = await Promise.all([loadSettings(), import('libphonenumber-js/min'), look()]);
  const entry = readEntry(byId('tryNumber').value, startRegion({ setting: settings.defaultRegion }), phone);
  if (!entry) return fill(byId('tryResult'), h('p', { class: 'note bad' }, icon('warning'), t('hint_notNumber')));
  if (!status?.ok) {
    const { message, advice } = wordError(status?.error ?? { code: 904, name: 'HOST_EXITED' });
    return fill(byId('tryResult'), h('p', { class: 'note warn' }, icon('warning'), `${message} ${advice}`));
  }
  const way = status.route?.[entry.uri.startsWith('sip:') ? 'address' : 'number'] ?? {};
  const dialled = dialledOf(entry, settings.dialPlan);
  fill(byId('tryResult'), h('div', { class: 'result' }, h('dl', {},
    h('dt', {}, t('try_number')), h('dd', {}, ltr(dialled)),
    h('dt', {}, t('try_handed')), h('dd', {}, ltr(`${way.scheme ?? 'webextel'}:${dialled}`)),
    h('dt', {}, t('try_application')), h('dd', {}, way.app?.name ?? '–')),
    h('p', { class: 'small' }, t('try_nobody'))));
});

/** @param {import('../shared/entry.js').Entry} entry @param {any} plan */
function dialledOf(entry, plan) {
  const target = entry.uri.replace(/^[a-z]+:/, '').replace(/[;?].*$/, '');
  try {
    return /^\+?\d+$/.test(target) ? applyDialPlan(target, plan) : target;
  } catch {
    return target;
  }
}

async function showWays() {
  const commands = (await api.commands?.getAll?.()) ?? [];
  const keys = (/** @type {string} */ name) => commands.find(command => command.name === name)?.shortcut ?? '';
  const way = (/** @type {any} */ symbol, /** @type {string} */ key, /** @type {string} */ shortcut) => h('li', {}, icon(symbol), h('span', {}, t(key), shortcut && ' ', shortcut && h('kbd', { dir: 'ltr' }, shortcut)));
  fill(byId('ways'), way('phone', 'way_click', ''), way('keypad', 'way_popup', keys('_execute_action')), way('page', 'way_selection', keys('call-selection')),
    way('search', 'way_omnibox', 'call'), way('mobile', 'way_phone', ''));
}

tick('extension', true);
tick('host', false);
tick('webex', false);
const { os } = await api.runtime.getPlatformInfo();
fill(byId('install'), h('p', {}, t('welcome_install')), installCommands(os, __VERSION__).map(command => commandLine(command, word => { byId('progress').textContent = word; })));
await Promise.all([look(), showWays()]);
performance.mark('ready');
setInterval(() => {
  if (!document.hidden && byId('step-webex').dataset.done === undefined) look();
}, LOOK_AGAIN_MS);
