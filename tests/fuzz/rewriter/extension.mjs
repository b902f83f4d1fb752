// The extension's page layer in this page, with a fake of the browser's extension API between it and the real finder.
import { API } from './api.mjs';
import { find, why } from '../../../extension/src/background/finder.js';
import { FRAME, PAGE } from '../../../extension/src/shared/messages.js';
import { DEFAULTS } from '../../../extension/src/shared/settings.js';

let on = false;
/** @type {Record<string, (message: any) => any>} */
const ANSWERS = {
  [PAGE.SETTINGS]: () => ({ ...DEFAULTS, on, browserLocale: 'it' }),
  [PAGE.FIND]: find,
  [PAGE.WHY]: why,
};
API.answer = message => ANSWERS[message.type]?.(message);

/** Switches linking on or off for this page, as the background does when a setting changed. @param {boolean} to */
export function switchTo(to) {
  on = to;
  API.tell({ type: FRAME.APPLY });
}
