import { t } from '../shared/i18n.js';

/** The finder's codes that speak for a number, in a person's words; several codes may say the same. */
const WORDS = {
  'country-code': 'reason_country_code', 'international-prefix': 'reason_prefix', 'national-prefix': 'reason_prefix',
  'grouped-as-written-there': 'reason_grouped', 'grouped-finer': 'reason_grouped', 'grouped-coarser': 'reason_grouped',
  'area-code-apart': 'reason_grouped', 'grouped-evenly': 'reason_grouped', 'grouped-by-habit': 'reason_grouped', compact: 'reason_compact', 'area-code-in-parentheses': 'reason_area',
  'phone-word': 'reason_word', 'contact-word': 'reason_word', 'phone-word-after': 'reason_word', alone: 'reason_alone', 'same-column': 'reason_column',
  extension: 'reason_extension', 'sip-address': 'reason_address', letters: 'reason_letters',
};

/**
 * Why a number was linked.
 * @param {{reasons: {code: string, points: number}[]} | null | undefined} explained  what find/explain.js says of it
 * @returns {string[]}
 */
export function reasonWords(explained) {
  const keys = (explained?.reasons ?? []).filter(({ points }) => points > 0).map(({ code }) => /** @type {Record<string, string>} */ (WORDS)[code]).filter(Boolean);
  return [...new Set(keys.length ? keys : ['reason_unknown'])].map(key => t(key));
}
