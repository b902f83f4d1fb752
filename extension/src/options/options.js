import { api } from '../shared/api.js';
import { byId, fill, h, icon } from '../shared/dom.js';
import { t, translate } from '../shared/i18n.js';
import { UI } from '../shared/messages.js';
import { DEFAULTS, loadSettings, saveSettings, SCHEMA, watchSettings } from '../shared/settings.js';
import { loadRecents, saveRecents } from '../shared/recents.js';
import { controlFor } from './controls.js';
import { fromFile, toFile } from './file.js';

/** The order of the groups; one that a newer schema brings comes last. */
const ORDER = ['page', 'calls', 'popup', 'sites', 'privacy'];
const SAVED_MS = 1800;

translate(document);
const phone = await import('libphonenumber-js/min');
const regions = phone.getCountries();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let quiet;
/** @type {string[]} settings whose managed value the browser dropped before the extension could see it, as the host's doctor tells */
let dropped = [];

/** Marks the group that is being read. */
const visible = new IntersectionObserver(entries => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    for (const link of document.querySelectorAll('#groups a')) {
      if (link.getAttribute('href') === `#${target.id}`) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  }
}, { rootMargin: '0px 0px -75% 0px' });

const groups = () => {
  const shown = Object.entries(SCHEMA).filter(([, rule]) => rule['x-who'] !== 'administrator');
  const names = [...new Set(shown.map(([, rule]) => rule['x-group']))].sort((a, b) => (ORDER.indexOf(a) + 100) % 100 - (ORDER.indexOf(b) + 100) % 100);
  return names.map(name => ({ name, settings: shown.filter(([, rule]) => rule['x-group'] === name) }));
};

function said(/** @type {string} */ text) {
  byId('saved').textContent = text;
  clearTimeout(quiet);
  quiet = setTimeout(() => { byId('saved').textContent = ''; }, SAVED_MS);
}

/** @param {string} name @param {unknown} value  null: back to the default */
async function save(name, value) {
  try {
    await saveSettings({ [name]: value });
    if (name === 'recents' && value === false) await saveRecents([]);
    if (name === 'recentsLimit' && typeof value === 'number') await saveRecents((await loadRecents()).slice(0, value));
    await render();
    said(t('options_saved'));
  } catch (error) {
    const wrong = /: (\w+)$/.exec(String(error))?.[1] ?? 'type';
    byId(`error-${name}`).textContent = t(`problem_${wrong}`);
  }
}

/** @param {string} name @param {any} rule @param {Awaited<ReturnType<typeof loadSettings>>} state @param {Record<string, unknown>} own */
function row(name, rule, { settings, locked, managed }, own) {
  const isLocked = locked.includes(name);
  const title = `title-${name}`;
  const help = `help-${name}`;
  const { control, tall } = controlFor({ name, rule, value: settings[name], disabled: isLocked, save: value => save(name, value), labelled: title, described: help, regions });
  return h('div', { class: `setting${tall ? ' tall' : ''}`, 'data-name': name },
    h('div', { class: 'about' },
      h('div', { class: 'title' }, h('span', { id: title }, t(`setting_${name}`)),
        isLocked ? h('span', { class: 'chip' }, icon('lock'), t('options_locked')) : managed.includes(name) && !(name in own) && h('span', { class: 'chip' }, t('options_managed')),
        name in own && !isLocked && h('button', { class: 'reset', type: 'button', 'aria-label': t('options_resetOne', t(`setting_${name}`)), onclick: () => save(name, null) }, t('options_reset'))),
      h('p', { class: 'help', id: help }, t(`setting_${name}_help`))),
    h('div', { class: 'control' }, control),
    h('p', { class: 'error', id: `error-${name}`, role: 'alert' }));
}

async function render() {
  const [state, { settings: own = {} }] = /** @type {[Awaited<ReturnType<typeof loadSettings>>, any]} */ (await Promise.all([loadSettings(), api.storage.local.get('settings')]));
  const focused = focusPath();
  fill(byId('rows'), groups().map(({ name, settings }) => h('section', { id: name, 'aria-labelledby': `group-${name}` },
    h('h2', { id: `group-${name}` }, t(`group_${name}`)),
    h('div', { class: 'panel' }, settings.map(([key, rule]) => row(key, rule, state, own))))));
  fill(byId('groups'), groups().map(({ name }) => h('a', { href: `#${name}` }, t(`group_${name}`))));
  showProblems(state);
  search();
  restore(focused);
  visible.disconnect();
  for (const section of document.querySelectorAll('#rows > section')) visible.observe(section);
}

/** Names the values that do not hold. @param {Awaited<ReturnType<typeof loadSettings>>} state */
function showProblems(state) {
  const unseen = dropped.filter(name => !state.managed.includes(name) && !state.problems.some(problem => problem.name === name));
  const problems = [...state.problems, ...unseen.map(name => ({ name, problem: name in SCHEMA ? 'type' : 'unknown', from: 'managed' }))];
  fill(byId('problems'), problems.length > 0 && h('div', { class: 'note warn', role: 'group' }, icon('warning'), h('div', {},
    h('p', {}, t('options_problems')),
    h('ul', { class: 'bad-list' }, problems.map(({ name, problem, from }) => h('li', {}, h('code', {}, name), ` — ${t(`problem_${problem}`)}`, from === 'managed' ? ` (${t('options_managed')})` : ''))))));
}

/** Chromium drops a managed value of a wrong type in silence; the host's doctor reads the policies themselves. */
async function askDoctor() {
  const { findings = [] } = await api.runtime.sendMessage({ type: UI.DOCTOR });
  const firefox = location.protocol === 'moz-extension:';
  const found = findings.filter((/** @type {any} */ { id, subject }) => id === 'settings.managedInvalid' && firefox === subject.startsWith('firefox '));
  const names = found.map((/** @type {any} */ { facts }) => facts.setting);
  dropped = names;
  showProblems(await loadSettings());
}

/** The reset button comes and goes with the value, so it does not count; what was on it goes to the first control. */
const CONTROLS = ':is(input, select, textarea, button:not(.reset))';

/** Where the focus is, as the setting's name and the place among its controls: a redrawn row gets it back. */
function focusPath() {
  const setting = /** @type {HTMLElement | null} */ (document.activeElement?.closest('.setting') ?? null);
  if (!setting) return null;
  return { name: setting.dataset.name ?? '', index: Math.max(0, [...setting.querySelectorAll(CONTROLS)].indexOf(/** @type {any} */ (document.activeElement))) };
}

/** @param {{name: string, index: number} | null} path */
function restore(path) {
  if (!path) return;
  const controls = [...document.querySelectorAll(`[data-name="${path.name}"] ${CONTROLS}`)];
  /** @type {any} */ (controls[Math.min(path.index, controls.length - 1)])?.focus({ preventScroll: true });
}

function search() {
  const wanted = byId('search').value.trim().toLocaleLowerCase();
  let found = 0;
  for (const setting of document.querySelectorAll('.setting')) {
    const hit = !wanted || `${setting.textContent} ${/** @type {HTMLElement} */ (setting).dataset.name}`.toLocaleLowerCase().includes(wanted);
    /** @type {HTMLElement} */ (setting).hidden = !hit;
    if (hit) found++;
  }
  for (const section of document.querySelectorAll('#rows > section')) /** @type {HTMLElement} */ (section).hidden = !section.querySelector('.setting:not([hidden])');
  byId('none').textContent = found ? '' : t('options_none');
}

byId('search').addEventListener('input', search);
byId('export').addEventListener('click', async () => {
  const { settings = {} } = /** @type {any} */ (await api.storage.local.get('settings'));
  const url = URL.createObjectURL(new Blob([toFile(settings, __VERSION__)], { type: 'application/json' }));
  h('a', { href: url, download: 'click-to-call-settings.json' }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
});
byId('import').addEventListener('click', () => byId('file').click());
byId('file').addEventListener('change', async () => {
  const [file] = byId('file').files;
  if (!file) return;
  const { locked } = await loadSettings();
  const read = fromFile(await file.text(), locked);
  byId('file').value = '';
  if (!read) return fill(byId('imported'), h('p', { class: 'note bad' }, icon('warning'), t('import_notOurs')));
  await saveSettings(read.values);
  await render();
  fill(byId('imported'), h('p', { class: 'note' }, icon('check'), t('import_done', Object.keys(read.values).length)),
    read.problems.length > 0 && h('ul', { class: 'bad-list small' }, read.problems.map(({ name, problem }) => h('li', {}, h('code', {}, name), ` — ${t(`problem_${problem}`)}`))));
});
byId('reset').addEventListener('click', () => byId('sure').showModal());
byId('sureNo').addEventListener('click', () => byId('sure').close());
byId('sureYes').addEventListener('click', async () => {
  await saveSettings(Object.fromEntries(Object.keys(DEFAULTS).map(name => [name, null])));
  byId('sure').close();
  await render();
  said(t('options_saved'));
});

watchSettings(() => {
  // Our own change is already drawn; a redraw under the person's hands would take the caret away.
  if (!document.activeElement?.matches('input[type=text], textarea')) render();
  askDoctor();
});
await render();
performance.mark('ready');
askDoctor();
