import { api } from '../shared/api.js';
import { loadRecents, saveRecents, withRecent } from '../shared/recents.js';
import { loadSettings } from '../shared/settings.js';

/**
 * Passes an outcome on and, when the call was handed over or opened as a link, keeps it among the recent ones; never from a private window.
 * @param {import('../shared/messages.js').CallRequest} call
 * @param {Promise<import('../shared/messages.js').Outcome>} placed
 * @param {boolean} isPrivate
 */
export async function remember(call, placed, isPrivate) {
  const outcome = await placed;
  // The process of Chromium's private windows writes into the same storage as the others.
  if ((outcome.ok || outcome.fallback) && !isPrivate && !api.extension?.inIncognitoContext) {
    const { settings } = await loadSettings();
    const recent = { uri: call.uri, shown: call.shown || call.uri.replace(/^[a-z]+:/, ''), kind: call.kind ?? 'audio', at: Date.now() };
    if (settings.recents) await saveRecents(withRecent(await loadRecents(), recent, settings.recentsLimit));
  }
  return outcome;
}
