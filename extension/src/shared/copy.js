import { fill, h, icon } from './dom.js';
import { t } from './i18n.js';

/**
 * A button that copies a text, a command mostly.
 * @param {string} text @param {(word: string) => void} said  tells that it is done
 */
export function copyButton(text, said) {
  const button = h('button', { class: 'button square copy', type: 'button', 'aria-label': t('welcome_copy', text), title: t('card_copy'), onclick: async () => {
    await navigator.clipboard.writeText(text);
    fill(button, icon('check'));
    said(t('card_copied'));
  } }, icon('copy'));
  return button;
}

/** A command to be run in a terminal, with its button. @param {string} command @param {(word: string) => void} said */
export const commandLine = (command, said) => h('div', { class: 'command' }, h('code', {}, command), copyButton(command, said));
