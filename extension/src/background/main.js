import { api } from '../shared/api.js';
import { codedError } from '../shared/errors.js';
import { PAGE, UI } from '../shared/messages.js';
import { directLink, systemName } from '../shared/platform.js';
import { saveSettings, loadSettings, watchSettings } from '../shared/settings.js';
import { showCount } from './badge.js';
import { forHost, place } from './calls.js';
import { setUpCommands } from './commands.js';
import { describe } from './describe.js';
import { find, why } from './finder.js';
import { applyEverywhere, frameSettings, inject, injectCard, numbersOf, siteOf } from './frames.js';
import { log } from './log.js';
import { setUpMenus } from './menus.js';
import { request, warm } from './native.js';
import { setUpOmnibox } from './omnibox.js';
import { remember } from './recents.js';
import { show } from './spoken.js';
import { greet } from './welcome.js';

/** @typedef {chrome.runtime.MessageSender} Sender */

/** What each message does. Page messages come from our content script in a tab; ui messages from our own pages. */
const FROM_PAGE = {
  [PAGE.WANTED]: (/** @type {any} */ _, /** @type {Sender} */ sender) => inject(sender),
  [PAGE.SETTINGS]: (/** @type {any} */ _, /** @type {Sender} */ sender) => frameSettings(sender),
  [PAGE.FIND]: find,
  [PAGE.WHY]: why,
  [PAGE.WARM]: () => warm(),
  [PAGE.CALL]: async (/** @type {any} */ message, /** @type {Sender} */ sender) => {
    const call = callOf(message);
    const outcome = await remember(call, place({ ...call, origin: siteOf(sender) }), Boolean(sender.tab?.incognito));
    if (!call.unseen) return outcome;
    // A frame that may be hidden must not ask its own questions: they stand on the tab's page.
    await show(outcome, { ...call, unseen: undefined }, sender.tab);
    return null;
  },
  [PAGE.CARD]: (/** @type {any} */ _, /** @type {Sender} */ sender) => injectCard(sender),
  [PAGE.DESCRIBE]: (/** @type {any} */ message) => describe(message.number ?? {}),
  [PAGE.COUNT]: (/** @type {any} */ message, /** @type {Sender} */ sender) => showCount(sender, message),
  [PAGE.RULE]: (/** @type {any} */ message, /** @type {Sender} */ sender) => rule(siteOf(sender), message),
};
const FROM_UI = {
  [UI.CALL]: (/** @type {any} */ message) => remember(callOf(message), place(callOf(message)), Boolean(message.private)),
  [UI.STATUS]: () => ask('status'),
  [UI.DOCTOR]: async () => {
    const reply = await ask('doctor');
    for (const { id, facts } of reply.findings ?? []) {
      if (id === 'settings.managedInvalid') await log('warning', `setting ${facts.setting}: does not hold (managed)`);
    }
    return reply;
  },
  [UI.NUMBERS]: async () => {
    const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
    return tab?.id ? numbersOf(tab.id) : [];
  },
};

/** @param {'status'|'doctor'} verb */
async function ask(verb) {
  if (directLink(await systemName(), 'tel:0')) return { ok: true, direct: true };
  return request(verb, { settings: forHost((await loadSettings()).settings), ...(verb === 'doctor' && { extensionVersion: __VERSION__ }) });
}

/** Only what a call may carry goes on. @param {any} message */
function callOf(message) {
  const { uri, kind, postDial, shown, also, adopted, consent, confirmed, unseen, doubt } = message;
  return { uri: String(uri), kind, postDial, shown, also, adopted, consent, confirmed, ...(unseen && { unseen: true }), ...(doubt && { doubt: true }) };
}

/** @param {string} site @param {{rule: 'number'|'site', number?: string, undo?: boolean}} wish */
async function rule(site, { rule, number, undo }) {
  const { settings } = await loadSettings();
  const name = rule === 'site' ? 'blockedSites' : 'excludedNumbers';
  const value = rule === 'site' ? site : number && `${number} ${site}`;
  if (!value) return;
  const rest = settings[name].filter((/** @type {string} */ item) => item !== value);
  await saveSettings({ [name]: undo ? rest : [...rest, value] });
}

/** @param {Sender} sender */
const isUi = sender => sender.url?.startsWith(api.runtime.getURL('')) ?? false;
/** @param {Sender} sender */
const isPage = sender => Boolean(sender.tab) && !isUi(sender);

api.runtime.onMessage.addListener((message, sender, answer) => {
  const table = sender.id !== api.runtime.id ? {} : isUi(sender) ? FROM_UI : isPage(sender) ? FROM_PAGE : {};
  const work = /** @type {Record<string, (message: any, sender: Sender) => any>} */ (table)[message?.type];
  if (!work) {
    answer({ ok: false, error: codedError('SENDER_REFUSED') });
    return false;
  }
  Promise.resolve().then(() => work(message, sender)).then(answer, error => {
    log('error', String(error));
    answer({ ok: false, error: codedError('HOST_PROTOCOL', { reason: String(error) }) });
  });
  return true;
});

/** Says in the log which values of settings do not hold, and why. */
async function nameProblems() {
  for (const { name, problem, from } of (await loadSettings()).problems) await log('warning', `setting ${name}: ${problem} (${from})`);
}

watchSettings(applyEverywhere);
watchSettings(nameProblems);
nameProblems();
setUpMenus();
setUpCommands();
setUpOmnibox();
api.runtime.onInstalled.addListener(greet);
