/** Finds phone numbers in text. Pure: no document, no storage, no clock. */
import { isWide, nextDigit } from './chars.js';
import { labelOf } from './label.js';
import { numbersInRun } from './detect.js';
import { isBare, mayContainNumber } from './gate.js';
import { e164, regionOf } from './plan.js';
import { loneEnd, readRun, run } from './scan.js';
import { inferRegion } from './region.js';
import { findSip } from './sip.js';
import { readVanity } from './vanity.js';
import { unread, weighVanity } from './score.js';
import { NONE, OTHER } from './words.js';

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

/**
 * `context` is what stands around the text where the caller cannot put it into the text itself: `before` and `after`
 * the neighbouring text, `header` the label of the column, row or form field. It only decides about what stands in the
 * text: one that {@link mayContainNumber} passes by holds nothing, whatever the context. Without `region` it is inferred
 * from the text and `lang`; an unknown region (`ZZ`) leaves only numbers with a country code.
 * @param {string} text
 * @param {{region?: string | null, lang?: string | null, sensitivity?: 'careful' | 'balanced' | 'eager', context?: {before?: string, after?: string, header?: string}}} [options]
 * @returns {Found[]} in order, not overlapping
 */
export function findNumbers(text, options) {
  const own = String(text ?? ''), context = options?.context;
  if (!context) return search(own, options ?? {}, null);
  if (!mayContainNumber(own)) return [];
  const before = context.before ? `${String(context.before).slice(-80)} ` : '', after = context.after ? ` ${String(context.after).slice(0, 40)}` : '';
  return search(before + own + after, options ?? {}, null)
    .filter(n => n.start >= before.length && n.end <= before.length + own.length)
    .map(n => ({ ...n, start: n.start - before.length, end: n.end - before.length }));
}

/** {@link findNumbers}, and what it weighs: `record` hears of each candidate; after `most` runs of seven digits or more it ends. */
export function search(/** @type {string} */ text, /** @type {any} */ options, /** @type {any} */ record, most = Infinity) {
  if (isBare(text)) return [];
  /** @type {Found[] | undefined} */ let found;
  const sips = findSip(text);
  const wide = isWide(text);
  let at = nextDigit(text, 0, wide), sip = 0;
  if (at < 0) return sips.map(s => ({ ...s, e164: null, ext: null }));
  const name = options.region === undefined || options.region === null ? inferRegion({ text, lang: options.lang }).region : String(options.region).toUpperCase();
  const region = name ? regionOf(name) : null;
  const sensitivity = options.sensitivity === 'careful' || options.sensitivity === 'eager' ? options.sensitivity : 'balanced';
  const setting = { text, left: unread(), ahead: unread(), among: { at: -1, is: false }, hash: { at: -1, length: 0, is: false }, floor: 0, last: -1, inherited: 0, header: options.context?.header ? labelOf(String(options.context.header), 0, String(options.context.header).length) : 0, sensitivity, note: null, run };
  for (let runs = 0; at >= 0 && runs < most;) {
    const lone = loneEnd(text, at);
    if (lone) { at = nextDigit(text, lone, wide); continue; }
    readRun(text, at, setting.floor);
    const total = run.at[run.count];
    let next = run.next;
    if (total > 6) runs++;
    while (sip < sips.length && sips[sip].end <= at) sip++;
    const inSip = sip < sips.length && sips[sip].start <= at;
    if (inSip) next = sips[sip].end;
    else if (run.count && run.end[run.count - 1] - run.start[run.count - 1] < 5 && letterFollows(text, run.end[run.count - 1])) {
      const v = readVanity(text, region);
      if (v && v.start >= setting.floor && weighVanity(setting, v, record)) {
        (found ??= []).push({ start: v.start, end: v.end, e164: e164(v.parsed), ext: null, country: v.parsed.main });
        setting.floor = next = v.end;
        setting.inherited = 0;
        at = nextDigit(text, next, wide);
        continue;
      }
    }
    if (!inSip && total >= 5 && run.count) {
      for (const c of numbersInRun(setting, region, record)) {
        const number = { start: c.start, end: c.end, e164: e164(c.parsed), ext: c.tail?.ext ?? null, country: c.parsed.main };
        if (c.tail?.postDial) Object.assign(number, { postDial: c.tail.postDial });
        (found ??= []).push(number);
        setting.floor = setting.last = c.end;
        setting.inherited = c.kind === OTHER ? NONE : c.kind;
        if (c.end > next) next = c.end;
      }
    }
    at = nextDigit(text, next, wide);
  }
  if (sips.length) found = [...found ?? [], ...sips.map(s => ({ ...s, e164: null, ext: null }))].sort((a, b) => a.start - b.start);
  return found ?? [];
}

/** A Latin letter within three characters: only then are the letters read as keys. */
function letterFollows(/** @type {string} */ text, /** @type {number} */ end) {
  for (let i = end; i < end + 4; i++) {
    const c = text.charCodeAt(i) | 32;
    if (c >= 97 && c <= 122) return i > end;
    if (c === 10 || c === 42) return false;
  }
  return false;
}
