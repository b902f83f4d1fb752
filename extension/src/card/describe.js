import { parsePhoneNumber } from 'libphonenumber-js/max';
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
 * @returns {{title: string, facts: string[]}}
 */
export function describe({ number: { e164, sip, ext }, text }) {
  if (!e164) return { title: sip ?? text, facts: sip ? [t('kind_address')] : [] };
  const extension = ext ? [t('card_extension', ext)] : [];
  try {
    const number = parsePhoneNumber(e164);
    const type = number.getType();
    const facts = [number.country && regionName(number.country), type && t(KINDS[type]), ...extension];
    return { title: number.formatInternational(), facts: /** @type {string[]} */ (facts.filter(Boolean)) };
  } catch {
    return { title: e164, facts: extension };
  }
}
