import { problem, SCHEMA } from '../shared/settings.js';

const PRODUCT = 'click-to-call-for-webex';

/**
 * Settings as a file to keep or to carry to another machine.
 * @param {Record<string, unknown>} own @param {string} version
 */
export function toFile(own, version) {
  return `${JSON.stringify({ product: PRODUCT, version, settings: own }, null, 2)}\n`;
}

/**
 * Reads such a file: the values that hold, and what is wrong with the others.
 * @param {string} text @param {string[]} locked
 * @returns {{values: Record<string, unknown>, problems: {name: string, problem: string}[]} | null} null when it is no file of ours
 */
export function fromFile(text, locked) {
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  if (data?.product !== PRODUCT || typeof data.settings !== 'object' || data.settings === null || Array.isArray(data.settings)) return null;
  /** @type {Record<string, unknown>} */
  const values = {};
  const problems = [];
  for (const [name, value] of Object.entries(data.settings)) {
    const wrong = locked.includes(name) ? 'locked' : Object.hasOwn(SCHEMA, name) && SCHEMA[name]['x-who'] !== 'administrator' ? problem(name, value) : 'unknown';
    if (wrong) problems.push({ name, problem: wrong });
    else values[name] = value;
  }
  return { values, problems };
}
