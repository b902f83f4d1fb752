import { api } from '../shared/api.js';
import { commandLine } from '../shared/copy.js';
import { byId, fill, h, icon } from '../shared/dom.js';
import { t, translate, wordError } from '../shared/i18n.js';
import { UI } from '../shared/messages.js';
import { loadSettings } from '../shared/settings.js';
import { PARTS, wordFinding } from './findings.js';
import { report } from './report.js';

/**
 * @typedef {{id: string, level: 'good'|'warn'|'bad', what: Child, why?: Child, fix?: Child, command?: string, report: {what: string, fix: string}}} Finding
 *   `report`: for support, of the host's findings in English
 */
/** @typedef {Node | string | (Node | string)[]} Child */

translate(document);
/** @type {Finding[]} */
let findings = [];
/** Name and value, in the person's words and in those of a report. @typedef {{name: string, value: string, report: {name: string, value: string}}} Fact */
/** @type {Fact[]} */
let facts = [];

/** A finding of the host's doctor in the person's language; a newer host's own English where there is none. @param {any} finding @returns {Finding} */
function fromHost({ id, severity, subject, facts = {}, seen, why, mend }) {
  const level = severity === 'error' ? 'bad' : severity === 'warning' ? 'warn' : 'good';
  const [what, because, fix] = [seen, why, mend].map((english, index) => wordFinding(id, PARTS[index], facts)?.map(shown)
    ?? h('span', { lang: 'en', dir: 'ltr' }, english));
  return { id: subject ? `${id} (${subject})` : id, level, what, why: because, fix, command: facts.command, report: { what: seen, fix: mend } };
}

/** A fact keeps its own direction within the sentence; a command has a line of its own below. @param {any} piece @returns {Node | string} */
const shown = piece => (typeof piece === 'string' ? piece : piece.name === 'command' ? '' : h('bdi', {}, piece.value));

/** What the extension itself found. @param {string} id @param {'warn'|'bad'} level @param {string} what @param {string} fix @param {string} [why] @returns {Finding} */
const own = (id, level, what, fix, why) => ({ id, level, what, why, fix, report: { what, fix } });

/** @param {string} name @param {string} value @param {string} [shownName] @param {string} [shownValue] @returns {Fact} */
const fact = (name, value, shownName = name, shownValue = '') => ({ name: shownName, value: shownValue || value, report: { name, value } });

async function browserName() {
  const info = /** @type {any} */ (await (/** @type {any} */ (api.runtime)).getBrowserInfo?.());
  if (info) return `${info.name} ${info.version}`;
  return /(?:Edg|Chrome)\/[\d.]+/.exec(navigator.userAgent)?.[0] ?? 'Chromium';
}

async function look() {
  byId('verdict').textContent = t('diagnosis_looking');
  const [doctor, status, state, platform, browser] = await Promise.all([
    api.runtime.sendMessage({ type: UI.DOCTOR }), api.runtime.sendMessage({ type: UI.STATUS }), loadSettings(), api.runtime.getPlatformInfo(), browserName(),
  ]);
  findings = doctor?.ok ? (doctor.findings ?? []).map(fromHost) : [];
  const error = !doctor?.ok && (doctor?.error ?? { code: 904, name: 'HOST_EXITED' });
  if (error) {
    const { message, advice } = wordError(error);
    findings.push(own(error.name, 'bad', message, advice));
  }
  for (const { name, problem, from } of state.problems) {
    findings.push(own(name, 'warn', t('diagnosis_setting', name), t(`problem_${problem}`), from === 'managed' ? t('options_managed') : ''));
  }
  const rank = { bad: 0, warn: 1, good: 2 };
  findings.sort((a, b) => rank[a.level] - rank[b.level]);
  const webex = !status?.ok ? '' : !status.webex?.installed ? 'missing' : status.webex.running ? 'running' : 'installed';
  facts = [
    fact('Extension', __VERSION__, t('fact_extension')),
    fact('Browser', browser, t('fact_browser')),
    fact('System', `${platform.os} ${platform.arch}`, t('fact_system')),
    fact('Host', status?.ok ? String(status.host?.version ?? '?') : '–', t('welcome_host')),
    fact('Webex', webex || '–', t('welcome_webex'), webex && t(`fact_${webex}`)),
    ...Object.entries(status?.ok ? status.schemes ?? {} : {}).map(([scheme, { owner }]) => fact(`${scheme}:`, owner?.name ?? '–')),
  ];
  const worst = findings[0]?.level ?? 'good';
  fill(byId('verdict'), h('span', { class: 'dot', 'data-state': worst, 'aria-hidden': 'true' }), t(`verdict_${worst}`));
  fill(byId('findings'), findings.map(row));
  fill(byId('facts'), facts.flatMap(({ name, value }) => [h('dt', {}, h('bdi', {}, name)), h('dd', {}, h('bdi', {}, value))]));
  const { supportLink } = state.settings;
  fill(byId('support'), /^(https|mailto):/i.test(supportLink) && h('a', { href: supportLink, target: '_blank', rel: 'noreferrer' }, t('diagnosis_support')));
}

/** @param {Finding} finding */
function row({ level, what, why, fix, command }) {
  const title = [h('span', { class: 'dot', 'data-state': level, 'aria-hidden': 'true' }), h('span', { class: 'sr' }, t(`level_${level}`)), h('span', { class: 'what' }, what)];
  if (!why && !fix) return h('li', {}, h('div', { class: 'flat' }, title));
  return h('li', {}, h('details', { open: level === 'bad' }, h('summary', {}, title, icon('down')), h('div', { class: 'more' },
    why && h('div', {}, h('p', { class: 'label' }, t('diagnosis_why')), h('p', {}, why)),
    fix && h('div', {}, h('p', { class: 'label' }, t('diagnosis_fix')), h('p', {}, fix), command && commandLine(command, said)))));
}

/** @param {string} word */
const said = word => { byId('said').textContent = word; };

byId('again').addEventListener('click', look);
byId('copy').addEventListener('click', async () => {
  await navigator.clipboard.writeText(report(facts.map(one => one.report), findings.map(({ id, level, report: words }) => ({ id, level, ...words }))));
  byId('copy').textContent = t('card_copied');
  said(t('card_copied'));
  setTimeout(() => { byId('copy').textContent = t('diagnosis_copy'); }, 2000);
});
await look();
performance.mark('ready');
