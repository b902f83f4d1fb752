import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * What is known of a number: the metadata that tells a landline from a mobile is too large for every page.
 * @param {{e164?: string | null}} number
 * @returns {import('../shared/messages.js').Described | null} null: nothing is known
 */
export function describe({ e164 }) {
  const number = e164 && parsePhoneNumberFromString(e164);
  return number ? { international: number.formatInternational(), country: number.country, kind: number.getType() } : null;
}
