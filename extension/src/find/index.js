/** Finds phone numbers in text. Pure: no document, no storage, no clock. */
import { DIGITS } from './chars.js';
import { numbersInRun } from './detect.js';
import { e164, regionOf } from './plan.js';
import { readRun, run } from './scan.js';

/**
 * @typedef {object} Found
 * @property {number} start  UTF-16 offset of the first character (plus or bracket included)
 * @property {number} end    offset behind the last, extension included
 * @property {string | null} e164  `+` and digits; null for a SIP address
 * @property {string | null} ext   extension digits
 * @property {string} [postDial]   digits to send after the answer: `,` `;` `p` `w` pauses kept
 * @property {string} [sip]        `user@host`
 * @property {string} [country]    main region of the calling code
 */

const FIRST = new RegExp(`[${DIGITS}]`, 'g');

/**
 * @param {string} text
 * @param {{region?: string | null, lang?: string | null, sensitivity?: 'careful' | 'balanced' | 'eager', context?: {before?: string, after?: string, header?: string}}} [options]
 * @returns {Found[]} in order, not overlapping
 */
export function findNumbers(text, options) {
  return search(String(text ?? ''), options ?? {}, null);
}

export function search(/** @type {string} */ text, /** @type {any} */ options, /** @type {any} */ record) {
  /** @type {Found[] | undefined} */ let found;
  FIRST.lastIndex = 0;
  if (!FIRST.test(text)) return [];
  const region = options.region ? regionOf(String(options.region).toUpperCase()) : null;
  const sensitivity = options.sensitivity === 'careful' || options.sensitivity === 'eager' ? options.sensitivity : 'balanced';
  const setting = { text, floor: 0, inherited: 0, header: 0, before: 0, after: 0, sensitivity, note: null };
  let at = FIRST.lastIndex - 1;
  while (at >= 0) {
    readRun(text, at, setting.floor);
    const total = run.at[run.count];
    let next = run.next;
    if (total >= 5 && run.count) {
      for (const c of numbersInRun(setting, region, record)) {
        const number = { start: c.start, end: c.end, e164: e164(c.parsed), ext: c.tail?.ext ?? null, country: c.parsed.main };
        if (c.tail?.postDial) Object.assign(number, { postDial: c.tail.postDial });
        (found ??= []).push(number);
        setting.floor = c.end;
        setting.inherited = c.kind;
        if (c.end > next) next = c.end;
      }
    }
    FIRST.lastIndex = next;
    at = FIRST.test(text) ? FIRST.lastIndex - 1 : -1;
  }
  return found ?? [];
}
