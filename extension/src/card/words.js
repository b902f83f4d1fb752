import { regionName } from '../shared/regions.js';
import { t } from '../shared/i18n.js';

/** libphonenumber's types of number → our message keys. */
const KINDS = {
  FIXED_LINE: 'kind_landline', MOBILE: 'kind_mobile', FIXED_LINE_OR_MOBILE: 'kind_either', TOLL_FREE: 'kind_free',
  PREMIUM_RATE: 'kind_premium', SHARED_COST: 'kind_shared', VOIP: 'kind_voip', PERSONAL_NUMBER: 'kind_personal',
  UAN: 'kind_company', PAGER: 'kind_pager', VOICEMAIL: 'kind_voicemail',
};

/**
 * What a person is told of a number: how it is written internationally, its country and its kind.
 * @param {{number: import("./watch.js").CardLink["number"], text: string}} link
 * @param {import('../shared/messages.js').Described | null} known
 * @returns {{title: string, facts: string[]}}
 */
export function wordsOf({ number: { e164, sip, ext }, text }, known) {
  const facts = [known?.country && regionName(known.country), known?.kind && t(/** @type {Record<string, string>} */ (KINDS)[known.kind]), sip && t('kind_address'), ext && t('card_extension', ext)];
  return { title: known?.international ?? e164 ?? sip ?? text, facts: /** @type {string[]} */ (facts.filter(Boolean)) };
}
