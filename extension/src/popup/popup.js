import { AsYouType } from 'libphonenumber-js/min';
import { api } from '../shared/api.js';
import { t, translate, wordError } from '../shared/i18n.js';
import { UI } from '../shared/messages.js';

const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const field = /** @type {HTMLInputElement} */ (byId('number'));

translate(document);

field.addEventListener('input', () => {
  if (!/^[+\d\s().-]+$/.test(field.value) || field.selectionStart !== field.value.length) return;
  field.value = new AsYouType(/** @type {any} */ (navigator.language.split('-')[1])).input(field.value);
});

byId('dial').addEventListener('submit', async event => {
  event.preventDefault();
  const digits = field.value.replace(/[^\d+*#,;]/g, '');
  const uri = /^[a-z]+:/i.test(field.value.trim()) ? field.value.trim() : field.value.includes('@') ? `sip:${field.value.trim()}` : `tel:${digits}`;
  const outcome = await api.runtime.sendMessage({ type: UI.CALL, uri, shown: field.value });
  if (outcome.ok) byId('outcome').textContent = t('outcome_handed', outcome.handedTo.name);
  else {
    const { message, advice } = wordError(outcome.error);
    byId('outcome').textContent = `${message} ${advice}`;
  }
});

const status = await api.runtime.sendMessage({ type: UI.STATUS });
byId('state').textContent = status.ok ? t(status.webex.installed ? (status.webex.running ? 'popup_ready' : 'popup_notRunning') : 'popup_noWebex') : Object.values(wordError(status.error)).slice(0, 2).join(' ');
