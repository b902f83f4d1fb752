import messages from '../../../manifests/schema/messages.schema.json' with { type: 'json' };
import settings from '../../../manifests/schema/settings.schema.json' with { type: 'json' };

/** @typedef {Record<string, any>} Rule  a JSON Schema, of the keywords that the project's own schemas use */
/** @typedef {'unknown' | 'type' | 'choice' | 'limit'} Problem */

/**
 * A rule with its `$ref` into messages.schema.json resolved; what stands beside the `$ref` wins.
 * @param {Rule} rule @returns {Rule}
 */
export function whole(rule) {
  const name = /#\/\$defs\/(\w+)$/.exec(rule.$ref ?? '')?.[1];
  return name ? { ...whole(/** @type {Record<string, Rule>} */ (messages.$defs)[name]), ...rule, $ref: undefined } : rule;
}

/** @type {Record<string, Rule>} every setting by its name */
export const SCHEMA = Object.fromEntries(Object.entries(settings.properties).map(([name, rule]) => [name, whole(rule)]));

/** @param {any} value */
const typeOf = value => (Array.isArray(value) ? 'array' : value === null ? 'null' : Number.isInteger(value) ? 'integer' : typeof value);

/**
 * Why a value does not fit a rule, or null when it does.
 * @param {Rule} given @param {any} value @returns {null | Problem}
 */
export function mismatch(given, value) {
  const rule = whole(given);
  const type = typeOf(value);
  if (type !== (rule.type ?? (rule.enum ? 'string' : type))) return 'type';
  if (rule.enum && !rule.enum.includes(value)) return 'choice';
  if (type === 'string') {
    if (value.length > (rule.maxLength ?? Infinity)) return 'limit';
    if (rule.pattern && !new RegExp(rule.pattern, 'u').test(value)) return 'type';
  }
  if (type === 'integer' && (value < (rule.minimum ?? -Infinity) || value > (rule.maximum ?? Infinity))) return 'limit';
  if (type === 'array') {
    if (value.length > (rule.maxItems ?? Infinity) || value.length < (rule.minItems ?? 0)) return 'limit';
    if (rule.uniqueItems && new Set(value.map((/** @type {any} */ item) => JSON.stringify(item))).size < value.length) return 'limit';
    return first(value.map((/** @type {any} */ item) => mismatch(rule.items ?? {}, item)));
  }
  return type === 'object' ? members(rule, value) : null;
}

/** @param {Rule} rule @param {Record<string, any>} value */
function members(rule, value) {
  if (rule.required?.some((/** @type {string} */ name) => !(name in value))) return 'type';
  if (rule.not?.required?.every((/** @type {string} */ name) => name in value)) return 'type';
  return first(Object.entries(value).map(([name, item]) => {
    const inner = Object.hasOwn(rule.properties ?? {}, name) ? rule.properties[name] : rule.additionalProperties;
    if (inner === false || (rule.propertyNames && mismatch(rule.propertyNames, name))) return 'unknown';
    return mismatch(typeof inner === 'object' ? inner : {}, item);
  }));
}

/** @param {(null | Problem)[]} problems @returns {null | Problem} */
const first = problems => problems.find(Boolean) ?? null;
