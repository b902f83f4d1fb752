import { api } from '../shared/api.js';
import { copy } from '../shared/clipboard.js';
import { byId } from '../shared/dom.js';
import { t, wordError } from '../shared/i18n.js';
import { UI } from '../shared/messages.js';
import { questionWords } from '../shared/question.js';

/** @typedef {import('../shared/messages.js').CallRequest} CallRequest */

/** @param {string} text @param {'good'|'bad'|''} tone */
export function say(text, tone = '') {
  byId('outcome').textContent = text;
  byId('outcome').className = `outcome ${tone}`;
}

/**
 * Asks a person yes or no.
 * @param {string} text @param {string} [more]
 * @returns {Promise<boolean>}
 */
function ask(text, more = '') {
  const dialog = byId('ask');
  byId('askText').textContent = text;
  byId('askMore').textContent = more;
  dialog.showModal();
  return new Promise(done => {
    byId('askYes').onclick = () => dialog.close('yes');
    byId('askNo').onclick = () => dialog.close('');
    dialog.addEventListener('close', () => done(dialog.returnValue === 'yes'), { once: true });
    dialog.returnValue = '';
  });
}

/** The words of a question that comes before a call. @param {any} question @param {string} shown */
function askWords(question, shown) {
  const words = questionWords(question, shown);
  return /** @type {const} */ ([words.question, words.notes.join(' ')]);
}

/**
 * Places a call, asks what must be asked, and says what became of it.
 * @param {CallRequest} request
 * @returns {Promise<boolean>} whether it was handed over
 */
export async function place(request) {
  const outcome = await api.runtime.sendMessage({ type: UI.CALL, private: api.extension.inIncognitoContext, ...request });
  if (outcome.ok) {
    const { extension, postDial } = outcome.notCarried ?? {};
    const dial = extension || postDial;
    if (dial) copy(dial);
    say(t('outcome_handed', outcome.handedTo.name) + (dial ? ` ${t('outcome_extension', dial)} (${t('card_copied')})` : ''), 'good');
    return true;
  }
  if (outcome.ask) {
    const yes = await ask(...askWords(outcome.ask, request.shown ?? request.uri));
    if (!yes) {
      say(wordError({ code: 908, name: 'CALL_DECLINED' }).message);
      return false;
    }
    return place({ ...request, confirmed: true, ...(outcome.ask.consent && { consent: outcome.ask.consent }) });
  }
  if (outcome.fallback) {
    open(outcome.fallback, '_self');
    return true;
  }
  const { message, advice } = wordError(outcome.error);
  say(`${message} ${advice}`, 'bad');
  return false;
}
