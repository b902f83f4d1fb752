import { api } from './api.js';
import { mismatch, SCHEMA } from './schema.js';

export { SCHEMA };

/** @typedef {Record<string, any>} Settings  one value for every property of settings.schema.json */

export const DEFAULTS = Object.freeze(Object.fromEntries(Object.entries(SCHEMA).map(([name, rule]) => [name, rule.default])));
const MANAGED_TIMEOUT_MS = 2000;

/**
 * Why a value cannot be the value of a setting, or null when it can.
 * @param {string} name @param {unknown} value
 * @returns {null | 'unknown' | 'type' | 'choice' | 'limit'}
 */
export function problem(name, value) {
  return Object.hasOwn(SCHEMA, name) ? mismatch(SCHEMA[name], value) : 'unknown';
}

/**
 * The settings that hold: the default, then the person's value, then the administrator's. A managed value is a lock when
 * `lockedSettings` names it (or holds `*`), else a default that the person may change.
 * @param {Record<string, unknown>} own @param {Record<string, unknown>} managed
 * @returns {{settings: Settings, locked: string[], managed: string[], problems: {name: string, problem: string, from: 'managed'|'own'}[]}}
 */
export function resolve(own, managed) {
  /** @type {Settings} */
  const settings = { ...DEFAULTS };
  /** @type {{name: string, problem: string, from: 'managed'|'own'}[]} */
  const problems = [];
  const good = (/** @type {Record<string, unknown>} */ values, /** @type {'managed'|'own'} */ from) => Object.entries(values).filter(([name, value]) => {
    const wrong = problem(name, value) ?? (from === 'own' && SCHEMA[name]['x-who'] === 'administrator' ? 'unknown' : null);
    if (wrong) problems.push({ name, problem: wrong, from });
    return !wrong;
  });
  const managedValues = Object.fromEntries(good(managed, 'managed'));
  const locks = /** @type {string[]} */ (managedValues.lockedSettings ?? []);
  const locked = Object.keys(managedValues).filter(name => locks.includes('*') || locks.includes(name));
  Object.assign(settings, managedValues, Object.fromEntries(good(own, 'own').filter(([name]) => !locked.includes(name))));
  return { settings, locked, managed: Object.keys(managedValues), problems };
}

/** What the administrator set; `{}` when nothing answers in time (Chromium fills it seconds after a first forced install). */
async function managedValues() {
  const late = new Promise(done => setTimeout(done, MANAGED_TIMEOUT_MS, {}));
  return Promise.race([api.storage.managed.get(null).catch(() => ({})), late]);
}

/** The settings that hold now. */
export async function loadSettings() {
  const [own, managed] = await Promise.all([api.storage.local.get('settings'), managedValues()]);
  return resolve(/** @type {Settings} */ (own.settings ?? {}), /** @type {Settings} */ (managed ?? {}));
}

/**
 * Keeps the person's values of some settings; null takes one back to its default. Throws a RangeError for a bad value.
 * @param {Record<string, unknown>} changes
 */
export async function saveSettings(changes) {
  const { settings = {} } = /** @type {{settings?: Settings}} */ (await api.storage.local.get('settings'));
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) delete settings[name];
    else {
      const wrong = problem(name, value);
      if (wrong) throw new RangeError(`${name}: ${wrong}`);
      settings[name] = value;
    }
  }
  await api.storage.local.set({ settings });
}

/** @param {() => void} changed  called whenever a person or an administrator changed a setting */
export function watchSettings(changed) {
  api.storage.onChanged.addListener((changes, area) => {
    if (area === 'managed' || (area === 'local' && 'settings' in changes)) changed();
  });
}
