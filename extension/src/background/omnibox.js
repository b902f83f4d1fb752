import { api } from '../shared/api.js';
import { t } from '../shared/i18n.js';
import { callFrom } from './spoken.js';
import { requestOf } from './typed.js';

/** Text of a suggestion is markup in Chromium. @param {string} text */
const escaped = text => text.replace(/[<>&"']/g, sign => `&#${sign.charCodeAt(0)};`);

/** Calls from the address bar: the keyword, then a number; Firefox for Android has no keywords. */
export function setUpOmnibox() {
  if (!api.omnibox) return;
  const plain = __BROWSER__ === 'firefox';
  api.omnibox.setDefaultSuggestion({ description: t('omnibox_type') });
  api.omnibox.onInputChanged.addListener(async text => {
    const request = await requestOf(text);
    const words = request ? t('omnibox_call', request.shown ?? text) : t('omnibox_type');
    api.omnibox.setDefaultSuggestion({ description: plain ? words : escaped(words) });
  });
  api.omnibox.onInputEntered.addListener(async text => {
    const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
    await callFrom(await requestOf(text), tab);
  });
}
