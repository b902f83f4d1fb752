/**
 * What a PBX needs done to a number before it is dialled, for the preview; the host is the authority. Pure;
 * `host/webex_click_to_call/dialplan.py` is its twin. Both pass `tests/vectors/dialplan.json`.
 */
import builtIn from '../../../manifests/dialplan.json' with { type: 'json' };

/**
 * @typedef {{match: string, minLength?: number, maxLength?: number, strip?: number, replace?: string, prefix?: string}} Rule
 * @typedef {{internal?: {from: string, to: string}[], emergency?: string[], rules?: Rule[], outsideLine?: string}} DialPlan
 *   as `manifests/schema/messages.schema.json` defines it
 */

/**
 * The number to dial: an emergency number is never touched; an internal extension is dialled as it is; the first
 * rule that matches rewrites; then the outside-line digit.
 * @param {string} number `+` and digits, or local digits
 * @param {DialPlan} plan
 * @returns {string}
 * @throws {Error} named DIAL_PLAN_INVALID if a rule leaves no valid number, or an emergency number
 */
export function applyDialPlan(number, plan) {
  if (isEmergency(number, plan) || isInternal(number, plan)) return number;
  const rewritten = rewrite(number, plan.rules ?? []);
  const dialled = rewritten.startsWith('+') ? rewritten : (plan.outsideLine ?? '') + rewritten;
  if (!/^(?:\+[0-9]{1,15}|[0-9]{1,20})$/.test(dialled) || (isEmergency(dialled, plan) && !isInternal(dialled, plan))) {
    throw Object.assign(new Error('DIAL_PLAN_INVALID'), { name: 'DIAL_PLAN_INVALID' });
  }
  return dialled;
}

/** Whether the whole number is an emergency number. @param {string} number @param {DialPlan} plan */
export function isEmergency(number, plan) {
  return builtIn.emergency.includes(number) || (plan.emergency ?? []).includes(number);
}

/** Whether the number lies in a range of internal extensions of its own length. @param {string} number @param {DialPlan} plan */
export function isInternal(number, plan) {
  return (plan.internal ?? []).some(({ from, to }) => number.length === from.length && number.length === to.length && from <= number && number <= to);
}

/** @param {string} number @param {Rule[]} rules */
function rewrite(number, rules) {
  const length = number.replace('+', '').length;
  const rule = rules.find(({ match, minLength = 1, maxLength = 20 }) => number.startsWith(match) && minLength <= length && length <= maxLength);
  if (!rule) return number;
  const replaced = rule.replace === undefined ? number.slice(rule.strip ?? 0) : rule.replace + number.slice(rule.match.length);
  return (rule.prefix ?? '') + replaced;
}
