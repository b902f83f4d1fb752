// What Chromium is told of managed settings. A value that breaks this schema vanishes before the extension sees it
// (a bad nested one takes its parent along), so it says types only: choices, limits and patterns are checked by the
// extension, which names what is wrong.
// Source: https://developer.chrome.com/docs/extensions/reference/manifest/storage
import { SCHEMA, whole } from './src/shared/schema.js';

/** @param {Record<string, any>} given @returns {Record<string, any>} */
function typesOnly(given) {
  const rule = whole(given);
  const type = rule.type ?? 'string';
  const described = { type, ...(rule.title && { title: rule.title }), ...(rule.description && { description: rule.description }) };
  if (type === 'array') return { ...described, items: typesOnly(rule.items) };
  if (type !== 'object') return described;
  const named = rule.properties ?? Object.fromEntries(whole(rule.propertyNames).enum.map((/** @type {string} */ name) => [name, rule.additionalProperties]));
  return { ...described, properties: Object.fromEntries(Object.entries(named).map(([name, inner]) => [name, typesOnly(inner)])) };
}

/** The file that `storage.managed_schema` of the manifest names. */
export function managedSchema() {
  return { type: 'object', properties: Object.fromEntries(Object.entries(SCHEMA).map(([name, rule]) => [name, typesOnly(rule)])) };
}
