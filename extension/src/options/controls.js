import table from '../../../manifests/schemes.json' with { type: 'json' };
import { h, icon } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { regionName } from '../shared/regions.js';
import { planEditor } from './plan.js';

/**
 * One control of the options page.
 * @typedef {{name: string, rule: any, value: any, disabled: boolean, save: (value: any) => void, labelled: string, described: string, regions: string[]}} Parts
 *   `labelled` and `described` are the ids of the setting's title and help
 */

/** The word for a value of an enumeration. @param {string} name @param {string} value */
export const choiceWord = (name, value) => t(`choice_${name}_${value.replace(/\W/g, '_')}`);

/** @param {Parts} parts */
const named = ({ labelled, described, disabled }) => ({ 'aria-labelledby': labelled, 'aria-describedby': described, disabled });

/** @param {Parts} parts */
function toggle(parts) {
  const input = h('input', { type: 'checkbox', role: 'switch', ...named(parts), onchange: () => parts.save(input.checked) });
  input.checked = parts.value;
  return h('span', { class: 'switch' }, input);
}

/** @param {Parts} parts */
function choices({ name, rule, value, disabled, save, labelled, described }) {
  return h('span', { class: 'choices', role: 'radiogroup', 'aria-labelledby': labelled, 'aria-describedby': described }, rule.enum.map((/** @type {string} */ choice) => {
    const input = h('input', { type: 'radio', name, value: choice, disabled, onchange: () => save(choice) });
    input.checked = choice === value;
    return h('label', {}, input, choiceWord(rule['x-choices'] ?? name, choice));
  }));
}

/** @param {Parts} parts */
function number(parts) {
  const input = h('input', { type: 'number', class: 'field', min: parts.rule.minimum, max: parts.rule.maximum, value: parts.value, ...named(parts), onchange: () => parts.save(Number(input.value)) });
  return input;
}

/** @param {Parts} parts */
function text(parts) {
  const input = h('input', { type: 'text', class: 'field', maxlength: parts.rule.maxLength, value: parts.value, ...named(parts), onchange: () => parts.save(input.value.trim()) });
  return input;
}

/** @param {Parts} parts */
function region(parts) {
  const order = new Intl.Collator(document.documentElement.lang);
  const names = parts.regions.map(id => ({ id, name: regionName(id) })).sort((a, b) => order.compare(a.name, b.name));
  const select = h('select', { class: 'field', ...named(parts), onchange: () => parts.save(select.value) },
    h('option', { value: 'auto' }, t('choice_defaultRegion_auto')), names.map(({ id, name }) => h('option', { value: id }, name)));
  select.value = parts.value;
  return select;
}

/**
 * A list of texts: add one (or paste many lines), take one away.
 * @param {Parts} parts
 */
function list(parts) {
  const { value, disabled, save, labelled, described, rule } = parts;
  const input = h('input', { type: 'text', class: 'field', dir: 'ltr', maxlength: 4000, placeholder: rule['x-format'] === 'sites' ? 'example.com' : '+39800*', 'aria-labelledby': labelled, 'aria-describedby': described, spellcheck: 'false', disabled });
  const add = () => {
    const more = input.value.split(/[\n,;]+/).map(item => item.trim().replace(/^https?:\/\//, '').replace(/\/.*$/, '')).filter(Boolean);
    if (more.length) save([...new Set([...value, ...more])]);
  };
  input.addEventListener('keydown', event => {
    if (event.key === 'Enter') add();
  });
  return h('div', {},
    h('ul', { class: 'items' }, value.map((/** @type {string} */ item) => h('li', {}, h('bdi', { class: 'value', dir: 'ltr' }, item),
      h('button', { class: 'button bare', type: 'button', disabled, 'aria-label': t('options_remove', item), title: t('options_remove', item), onclick: () => save(value.filter((/** @type {string} */ other) => other !== item)) }, icon('close'))))),
    h('div', { class: 'add' }, input, h('button', { class: 'button', type: 'button', disabled, onclick: add }, t('options_add'))));
}

/** An order of fixed names, moved with buttons. @param {Parts} parts */
function order(parts) {
  const { value, disabled, save, rule } = parts;
  const known = /** @type {string[]} */ (rule.items.enum);
  const standard = Object.keys(table.schemes).filter(scheme => known.includes(scheme));
  const now = [...value, ...standard.filter(scheme => !value.includes(scheme))];
  /** @param {number} from @param {number} step */
  const move = (from, step) => {
    const next = [...now];
    next.splice(from + step, 0, ...next.splice(from, 1));
    save(next);
  };
  const button = (/** @type {'up'|'down'} */ way, /** @type {string} */ scheme, /** @type {number} */ index) => h('button', {
    class: 'button bare', type: 'button', 'aria-label': t(`options_${way}`, scheme), title: t(`options_${way}`, scheme),
    disabled: disabled || (way === 'up' ? index === 0 : index === now.length - 1), onclick: () => move(index, way === 'up' ? -1 : 1),
  }, icon(way));
  return h('ol', { class: 'items', 'aria-labelledby': parts.labelled }, now.map((scheme, index) => h('li', {},
    h('code', { class: 'value', dir: 'ltr' }, `${scheme}:`), button('up', scheme, index), button('down', scheme, index))));
}

/** Anything that has no control of its own yet: as JSON. @param {Parts} parts */
function json(parts) {
  const area = h('textarea', { class: 'field', dir: 'ltr', spellcheck: 'false', ...named(parts), onchange: () => {
    try {
      area.setCustomValidity('');
      parts.save(JSON.parse(area.value || JSON.stringify(parts.rule.default)));
    } catch {
      area.setCustomValidity(t('problem_type'));
      area.reportValidity();
    }
  } });
  area.value = JSON.stringify(parts.value, null, 2);
  return area;
}

/**
 * The control for a setting, and whether it needs the whole width.
 * @param {Parts} parts
 * @returns {{control: HTMLElement, tall: boolean}}
 */
export function controlFor(parts) {
  const { rule } = parts;
  if (rule.type === 'boolean') return { control: toggle(parts), tall: false };
  if (rule.enum) return { control: choices(parts), tall: rule.enum.length > 3 };
  if (rule['x-format'] === 'region') return { control: region(parts), tall: false };
  if (rule['x-format'] === 'dialPlan') return { control: planEditor(parts), tall: true };
  if (rule.type === 'integer') return { control: number(parts), tall: false };
  if (rule.type === 'string') return { control: text(parts), tall: true };
  if (rule.type === 'array' && rule.items.enum) return { control: order(parts), tall: true };
  if (rule.type === 'array' && rule.items.type === 'string') return { control: list(parts), tall: true };
  return { control: json(parts), tall: true };
}
