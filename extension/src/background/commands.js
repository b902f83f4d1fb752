import { api } from '../shared/api.js';
import { callFrom } from './spoken.js';
import { requestOf } from './typed.js';

/** Calls by keyboard: the selected text of the tab. Opening the popup is the browser's own command. */
export function setUpCommands() {
  api.commands?.onCommand.addListener(async (name, tab) => {
    if (name !== 'call-selection') return;
    const here = tab ?? (await api.tabs.query({ active: true, lastFocusedWindow: true }))[0];
    if (here?.id) await callFrom(await requestOf(await selection(here.id)), here);
  });
}

/** What is selected in any frame of a tab. @param {number} tabId */
async function selection(tabId) {
  const frames = await api.scripting.executeScript({ target: { tabId, allFrames: true }, func: () => String(getSelection() ?? '') }).catch(() => []);
  return frames.map(({ result }) => result ?? '').find(Boolean) ?? '';
}
