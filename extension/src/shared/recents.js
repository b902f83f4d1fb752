import { api } from './api.js';

/** @typedef {{uri: string, shown: string, kind: 'audio'|'video', at: number}} Recent  `at` in ms since 1970 */

/**
 * The list with one more call in front; a number that is there already moves up.
 * @param {Recent[]} list @param {Recent} call @param {number} limit
 * @returns {Recent[]}
 */
export function withRecent(list, call, limit) {
  return [call, ...list.filter(other => other.uri !== call.uri)].slice(0, limit);
}

/** @returns {Promise<Recent[]>} newest first */
export async function loadRecents() {
  const { recents } = await api.storage.local.get('recents');
  return Array.isArray(recents) ? recents.filter(call => typeof call?.uri === 'string' && typeof call.shown === 'string') : [];
}

/** @param {Recent[]} recents */
export async function saveRecents(recents) {
  if (recents.length) await api.storage.local.set({ recents });
  else await api.storage.local.remove('recents');
}
