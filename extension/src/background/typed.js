import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { readEntry } from '../shared/entry.js';
import { startRegion } from '../shared/regions.js';
import { loadSettings } from '../shared/settings.js';
import { api } from '../shared/api.js';

/**
 * The call that a selected or typed text asks for; null when there is no number in it.
 * @param {string} text @param {'audio'|'video'} [kind]
 * @returns {Promise<import('../shared/messages.js').CallRequest | null>}
 */
export async function requestOf(text, kind) {
  const [{ settings }, { lastRegion }] = /** @type {[any, {lastRegion?: string}]} */ ( await Promise.all([loadSettings(), api.storage.local.get('lastRegion')]));
  const region = startRegion({ last: lastRegion, setting: settings.defaultRegion });
  // A selection often takes a word or a bracket along.
  const number = text.trim().slice(0, 500);
  const entry = readEntry(number, region, { parsePhoneNumberFromString }) ?? readEntry(/[+(]?\d[\d\s().\-/+]{4,}\d/.exec(number)?.[0] ?? '', region, { parsePhoneNumberFromString });
  if (!entry) return null;
  return { uri: entry.uri, shown: entry.number?.formatInternational() ?? entry.shown, ...(kind && { kind }), ...(entry.postDial && { postDial: entry.postDial }) };
}
