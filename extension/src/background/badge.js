import { api } from '../shared/api.js';

const COLOUR = '#0b6e5c';
const MOST = 999;

/** What the frames of each tab said last. @type {Map<number, {document?: string, frames: Map<number, {linked: number, resting: boolean}>}>} */
const tabs = new Map();

/**
 * Shows on the button how many numbers are linked in a tab, all frames together; an ellipsis says that linking rests
 * because the page changes without end.
 * @param {chrome.runtime.MessageSender} sender @param {{linked: number, resting: boolean}} count  of the sender's frame
 */
export async function showCount({ tab, frameId = 0, documentId }, { linked, resting }) {
  if (!tab?.id) return;
  let known = tabs.get(tab.id);
  if (!known || (frameId === 0 && known.document !== documentId)) tabs.set(tab.id, (known = { document: documentId, frames: new Map() }));
  known.frames.set(frameId, { linked, resting });
  const counts = [...known.frames.values()];
  const sum = counts.reduce((all, one) => all + one.linked, 0);
  const text = sum ? `${Math.min(sum, MOST)}${counts.some(one => one.resting) ? '…' : ''}` : '';
  await api.action.setBadgeBackgroundColor({ color: COLOUR });
  await api.action.setBadgeText({ tabId: tab.id, text }).catch(() => tabs.delete(/** @type {number} */ (tab.id))); // the tab is gone
}
