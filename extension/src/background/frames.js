import MARK from '../page/mark.css';
import { api } from '../shared/api.js';
import { FRAME } from '../shared/messages.js';
import { loadSettings } from '../shared/settings.js';
import { excludedOn, siteOn } from '../shared/sites.js';

/**
 * The host name whose rules hold for a frame: that of its tab, so that a person's "never on this site" covers the
 * advertisement frames as well.
 * @param {chrome.runtime.MessageSender} sender
 */
export function siteOf(sender) {
  try {
    return new URL(sender.tab?.url ?? sender.url ?? '').hostname;
  } catch {
    return '';
  }
}

/**
 * What a frame may know of the settings.
 * @param {chrome.runtime.MessageSender} sender
 */
export async function frameSettings(sender) {
  const { settings } = await loadSettings();
  const site = siteOf(sender);
  const names = ['defaultRegion', 'sensitivity', 'mark', 'adoptLinks', 'respectOptOut'];
  const excludedNumbers = excludedOn(site, settings.excludedNumbers);
  return { ...Object.fromEntries(names.map(name => [name, settings[name]])), excludedNumbers, locale: api.i18n.getUILanguage(), browserLocale: navigator.language, site, on: siteOn(site, settings) };
}

/**
 * Puts stage 2 into the frame that asks, when numbers are linked on its site.
 * @param {chrome.runtime.MessageSender} sender
 */
export async function inject(sender) {
  const { on } = await frameSettings(sender);
  if (!on || !sender.tab?.id) return false;
  const target = targetOf(sender.tab.id, sender);
  // With the user's origin the rules hold in shadow roots too, and the page's style sheets do not list them.
  await api.scripting.insertCSS({ target, css: MARK, origin: 'USER' });
  await api.scripting.executeScript({ target, files: ['page.js'], injectImmediately: true });
  return true;
}

/** @param {number} tabId @param {chrome.runtime.MessageSender} sender @returns {any} an injection target: the frame that asks */
const targetOf = (tabId, { documentId, frameId }) => ({ tabId, ...(documentId ? { documentIds: [documentId] } : { frameIds: [frameId ?? 0] }) });

/**
 * Puts the hover card beside stage 2 in the frame that asks.
 * @param {chrome.runtime.MessageSender} sender
 */
export async function injectCard(sender) {
  if (!sender.tab?.id) return false;
  await api.scripting.executeScript({ target: targetOf(sender.tab.id, sender), files: ['card.js'], injectImmediately: true });
  return true;
}

/** Tells every frame that settings changed; each asks again for what holds for it. */
export async function applyEverywhere() {
  for (const tab of await api.tabs.query({})) if (tab.id) api.tabs.sendMessage(tab.id, { type: FRAME.APPLY }).catch(() => {});
}

/** The numbers that the frames of a tab found, the main frame's first. @param {number} tabId @returns {Promise<any[]>} */
export async function numbersOf(tabId) {
  const frames = await api.scripting.executeScript({ target: { tabId, allFrames: true }, func: () => true }).catch(() => []);
  const lists = await Promise.all(frames.map(({ frameId }) => api.tabs.sendMessage(tabId, { type: FRAME.LIST }, { frameId }).catch(() => [])));
  return lists.flatMap(list => list ?? []);
}
