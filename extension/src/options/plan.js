import { fill, h, icon, ltr } from '../shared/dom.js';
import { readEntry } from '../shared/entry.js';
import { t } from '../shared/i18n.js';
import { startRegion } from '../shared/regions.js';
import { stepsOf } from './steps.js';

/** @typedef {import('../shared/dialplan.js').DialPlan} DialPlan */
/** @typedef {import('../shared/dialplan.js').Rule} Rule */

/** The parts of a rule, in the order in which they are applied. */
const RULE = /** @type {const} */ (['match', 'minLength', 'strip', 'replace', 'prefix']);

/** The plan without its empty parts. @param {DialPlan} plan @returns {DialPlan} */
function tidy({ internal = [], emergency = [], rules = [], outsideLine = '' }) {
  return { ...(internal.length && { internal }), ...(emergency.length && { emergency }), ...(rules.length && { rules }), ...(outsideLine && { outsideLine }) };
}

/** Ranges as lines such as `2000-2999`. @param {string} text */
export function readRanges(text) {
  return text.split(/[\n,;]+/).map(line => /^\s*(\d{1,15})(?:\s*[-–]\s*(\d{1,15}))?\s*$/.exec(line)).filter(match => match !== null)
    .map(([, from, to]) => ({ from, to: to ?? from }));
}

/**
 * The dial plan's editor and its tester.
 * @param {import('./controls.js').Parts} parts
 */
export function planEditor({ value, disabled, save }) {
  /** @type {DialPlan} */
  const plan = value;
  const change = (/** @type {Partial<DialPlan>} */ part) => save(tidy({ ...plan, ...part }));
  const labelled = (/** @type {string} */ key, /** @type {HTMLElement} */ control) => h('label', {}, t(key), control);

  const outside = h('input', { class: 'field short', dir: 'ltr', inputmode: 'numeric', maxlength: 4, value: plan.outsideLine ?? '', disabled, onchange: () => change({ outsideLine: outside.value.replace(/\D/g, '') }) });
  const internal = h('textarea', { class: 'field', dir: 'ltr', rows: 2, placeholder: '2000-2999', disabled, onchange: () => change({ internal: readRanges(internal.value) }) },
    (plan.internal ?? []).map(({ from, to }) => (from === to ? from : `${from}-${to}`)).join('\n'));

  const rules = plan.rules ?? [];
  const ruleRow = (/** @type {Rule} */ rule, /** @type {number} */ index) => {
    const set = (/** @type {string} */ part, /** @type {string} */ text) => {
      const changed = /** @type {any} */ ({ ...rule, [part]: /strip|Length/.test(part) ? Number(text) : text.replace(/[^\d+]/g, '') });
      if (text === '' && part !== 'match') delete changed[part];
      change({ rules: rules.with(index, changed) });
    };
    return h('div', { class: 'rule', role: 'group', 'aria-label': t('plan_rule', index + 1) },
      RULE.map(part => {
        const input = h('input', { class: 'field', dir: 'ltr', inputmode: 'tel', maxlength: 16, value: rule[part] ?? '', disabled, onchange: () => set(part, input.value.trim()) });
        return labelled(`plan_${part}`, input);
      }),
      h('button', { class: 'button bare square', type: 'button', disabled, 'aria-label': t('options_remove', t('plan_rule', index + 1)), onclick: () => change({ rules: rules.toSpliced(index, 1) }) }, icon('close')));
  };
  return h('div', { class: 'plan' },
    labelled('plan_outsideLine', outside),
    labelled('plan_internal', internal),
    h('div', {}, h('h3', { class: 'small' }, t('plan_rules')), h('p', { class: 'help' }, t('plan_rules_help')), rules.map(ruleRow),
      h('div', { class: 'add' }, h('button', { class: 'button', type: 'button', disabled, onclick: () => change({ rules: [...rules, { match: '' }] }) }, t('plan_addRule')))),
    tester(plan));
}

/** Shows each step of a typed number on its way to the application. @param {DialPlan} plan */
function tester(plan) {
  const steps = h('ol', {});
  const out = h('div', { role: 'status' }, steps);
  const input = h('input', { class: 'field', dir: 'ltr', inputmode: 'tel', placeholder: '+39 02 1234 5678', oninput: async () => {
    const phone = await import('libphonenumber-js/min');
    const region = startRegion({});
    const entry = readEntry(input.value, region, phone);
    fill(steps, stepsOf(entry, plan, region).map(({ text, result }) => h('li', {}, h('div', {}, h('div', { class: 'small quiet' }, text), ltr(result, 'result')))));
  } });
  return h('div', { class: 'tester' }, h('label', {}, t('plan_test'), input), h('p', { class: 'small quiet' }, t('plan_test_help')), out);
}
