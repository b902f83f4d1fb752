import { api } from '../shared/api.js';
import { t, wordError } from '../shared/i18n.js';
import { FRAME } from '../shared/messages.js';
import { place } from './calls.js';
import { remember } from './recents.js';

const BADGE_MS = 6000;

/**
 * Places a call that started outside the page (menu, keyboard, omnibox) and says what became of it: on the page when
 * the page layer is there, else on the toolbar button.
 * @param {import('../shared/messages.js').CallRequest | null} request  null: what was chosen is no number
 * @param {chrome.tabs.Tab} [tab]
 */
export async function callFrom(request, tab) {
  const outcome = request ? await remember(request, place(request), Boolean(tab?.incognito)) : notANumber();
  await show(outcome, request, tab);
}

/** @returns {import('../shared/messages.js').Outcome} */
const notANumber = () => ({ ok: false, error: { code: 909, name: 'NOT_A_NUMBER' } });

/** Says on a tab's page, else on the toolbar button, what became of a call. @param {import('../shared/messages.js').Outcome} outcome @param {any} request @param {chrome.tabs.Tab} [tab] */
export async function show(outcome, request, tab) {
  if (!outcome.ok && outcome.fallback) return void (await api.tabs.update(tab?.id ?? 0, { url: outcome.fallback }));
  if (tab?.id && /^https?:/.test(tab.url ?? '')) {
    const message = { type: FRAME.TOAST, outcome, shown: request?.shown, request };
    const toast = () => api.tabs.sendMessage(tab.id ?? 0, message, { frameId: 0 }).catch(() => false);
    if (await toast()) return;
    // In a page without numbers there is the first stage only, which shows nothing: the page layer comes for this.
    await api.scripting.executeScript({ target: { tabId: tab.id }, files: ['page.js'] }).catch(() => {});
    if (await toast()) return;
  }
  const words = outcome.ok ? t('outcome_handed', outcome.handedTo.name) : Object.values(wordError(outcome.error)).slice(0, 2).join(' ');
  await api.action.setBadgeText({ text: outcome.ok ? '✓' : '!' });
  await api.action.setTitle({ title: words });
  setTimeout(() => {
    api.action.setBadgeText({ text: '' });
    api.action.setTitle({ title: t('extensionName') });
  }, BADGE_MS);
}
