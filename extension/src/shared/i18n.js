import { api } from './api.js';

/**
 * The text of a message in the person's language; the key itself when there is none.
 * @param {string} key @param {...(string|number)} parts  what $1, $2, … stand for
 */
export function t(key, ...parts) {
  return api.i18n.getMessage(key, parts.map(isolated)) || key;
}

/** What is put into a sentence that runs from right to left keeps its own direction (UAX #9, FSI and PDI): else "+44 20" is read as "20 44+". @param {string|number} part */
const isolated = part => (api.i18n.getMessage('@@bidi_dir') === 'rtl' ? `\u2068${part}\u2069` : String(part));

/**
 * What an error means and what to do about it, in the person's language. Codes come from manifests/errors.json; an
 * unknown one (a newer host) is worded by the host's own English text.
 * @param {import('./messages.js').CodedError} error
 */
export function wordError(error) {
  const name = error.code < 190 ? 'HOST_PROTOCOL' : error.name;
  const message = api.i18n.getMessage(`error_${name}`) || error.message || error.name;
  const advice = api.i18n.getMessage(`advice_${name}`) || error.advice || '';
  return { message, advice, code: error.code };
}

/**
 * Fills a document: `data-i18n` is the element's text, `data-i18n-NAME` its attribute NAME.
 * @param {Document} document
 */
export function translate(document) {
  document.documentElement.lang = api.i18n.getUILanguage();
  document.documentElement.dir = api.i18n.getMessage('@@bidi_dir');
  for (const element of document.querySelectorAll('[data-i18n], [data-i18n-title], [data-i18n-aria-label], [data-i18n-placeholder]')) {
    for (const { name, value } of [...element.attributes]) {
      if (name === 'data-i18n') element.textContent = t(value);
      else if (name.startsWith('data-i18n-')) element.setAttribute(name.slice('data-i18n-'.length), t(value));
    }
  }
}
