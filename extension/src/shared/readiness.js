import { t, wordError } from './i18n.js';

/** Errors whose cure is on the welcome page; the others' is the diagnosis page. */
const SET_UP = new Set(['HOST_NOT_FOUND', 'HOST_FORBIDDEN', 'WEBEX_MISSING', 'HANDLER_MISSING']);

/**
 * Whether Webex will ring, in one line, and the one thing to do when it will not.
 * @typedef {{state: 'good'|'warn'|'bad', text: string, action?: {label: string, page: string}}} Readiness
 * @param {any} reply  of UI.STATUS
 * @returns {Readiness}
 */
export function readiness(reply) {
  if (!reply?.ok) {
    const error = reply?.error ?? { code: 904, name: 'HOST_EXITED' };
    return { state: 'bad', text: wordError(error).message, action: cure(error.name) };
  }
  if (reply.direct) return { state: 'good', text: t('status_direct') };
  const { webex, route } = reply;
  const way = route?.number;
  if (way?.error) return { state: 'bad', text: wordError(way.error).message, action: cure(way.error.name) };
  if (way?.app && !way.app.isWebex) return { state: 'warn', text: t('status_other', way.app.name), action: cure('') };
  if (!webex?.installed) return { state: 'bad', text: t('status_noWebex'), action: cure('WEBEX_MISSING') };
  return { state: 'good', text: t(webex.running ? 'status_ready' : 'status_starts') };
}

/** @param {string} name */
function cure(name) {
  return SET_UP.has(name) ? { label: t('status_setUp'), page: 'welcome.html' } : { label: t('status_diagnose'), page: 'diagnosis.html' };
}
