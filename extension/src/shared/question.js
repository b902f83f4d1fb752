import { t } from './i18n.js';

/**
 * The words of a question before a call: what is special about it, and the question itself.
 * @param {import('./messages.js').Question} ask @param {string} shown  the number as the person saw it
 * @returns {{notes: string[], question: string}}
 */
export function questionWords({ reason, details = {} }, shown) {
  if (reason === 'otherApplication') return { notes: [], question: t('ask_otherApplication', details.owner?.name ?? '?') };
  const { target, classes = [], unseen, doubt } = details;
  return {
    notes: [...(unseen ? [t('ask_frame')] : []), ...(doubt ? [t('ask_doubt')] : []), ...(target ? [t('ask_mismatch', details.shown ?? shown, target)] : []), ...classes.map((/** @type {string} */ name) => t(`risk_${name}`))],
    question: t('ask_confirm', target || shown),
  };
}
