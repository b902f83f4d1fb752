import { applyDialPlan, isEmergency, isInternal } from '../shared/dialplan.js';
import { t, wordError } from '../shared/i18n.js';
import { regionName } from '../shared/regions.js';
import { expressUri, parseUri } from '../shared/uri.js';
import table from '../../../manifests/schemes.json' with { type: 'json' };

/**
 * What happens to a number from the keyboard to the application, step by step.
 * @param {import('../shared/entry.js').Entry | null} entry @param {import('../shared/dialplan.js').DialPlan} plan @param {string} region
 * @returns {{text: string, result: string}[]}
 */
export function stepsOf(entry, plan, region) {
  if (!entry) return [];
  const call = parseUri(entry.uri);
  if (!call.number) return [{ text: t('step_address'), result: call.address ?? entry.uri }, last({ ...call })];
  const steps = [{ text: entry.number ? t('step_read', regionName(entry.number.country ?? region)) : t('step_asTyped'), result: call.number }];
  let dialled;
  try {
    dialled = applyDialPlan(call.number, plan);
  } catch {
    return [...steps, { text: wordError({ code: 218, name: 'DIAL_PLAN_INVALID' }).message, result: '' }];
  }
  steps.push({ text: t(ruleWord(call.number, plan)), result: dialled });
  return [...steps, last({ ...call, number: dialled })];
}

/** Which part of the plan decided. @param {string} number @param {import('../shared/dialplan.js').DialPlan} plan */
function ruleWord(number, plan) {
  if (isEmergency(number, plan)) return 'step_emergency';
  if (isInternal(number, plan)) return 'step_internal';
  const ruled = applyDialPlan(number, { ...plan, outsideLine: '' });
  const dialled = applyDialPlan(number, plan);
  if (ruled !== number) return dialled === ruled ? 'step_rule' : 'step_ruleOutside';
  return dialled === number ? 'step_unchanged' : 'step_outside';
}

/** @param {import('../shared/uri.js').Call} call */
function last(call) {
  const scheme = call.number ? table.order.number[0] : table.order.address[0];
  try {
    const { number, address } = expressUri(call, scheme);
    return { text: t('step_handed'), result: `${scheme}:${number ?? address}` };
  } catch {
    return { text: t('step_handed'), result: `${scheme}:${call.number ?? call.address}` };
  }
}
