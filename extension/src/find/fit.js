/** How well a text's numbers fit the plan of a region: the evidence of {@link import('./region.js').inferRegion} that no word gives. */
import { search } from './index.js';
import { regionOf } from './plan.js';
import { MOBILES } from './vocabulary/places.js';

const PHONE = new Set(['phone-word', 'phone-word-after', 'extension']);
/** Habits are many, so that one fits more easily than the plan's own grouping. */
const HABIT = 46;
/** The share of a number that neither a word nor a national prefix speaks for, and what all such may count for together. */
const LEAST = 0.3, UNSAID = 1.4;
const NUMBERS = 8, RUNS = 30, MOBILE = 1.3;
/** @type {Map<string, RegExp> | undefined} */ let mobiles;

/**
 * Points for the numbers of a text that have no country code: the more they are written the way that country writes them, the more.
 * @param {string} text @param {string[]} regions @param {string} [lang] @returns {[string, number][]}
 */
export function fitOf(text, regions, lang = '') {
  mobiles ??= new Map(MOBILES.split(' ').map(entry => [entry.slice(0, 2), new RegExp('^' + entry.slice(2))]));
  /** @type {Map<number | undefined, number>} */ const known = new Map();
  return regions.map(name => {
    const cc = regionOf(name)?.cc;
    if (!known.has(cc)) known.set(cc, fit(text, name, String(cc).length, lang));
    return [name, known.get(cc) ?? 0];
  });
}

function fit(/** @type {string} */ text, /** @type {string} */ region, /** @type {number} */ code, /** @type {string} */ lang) {
  /** @type {Map<number, {form: number, share: number}>} */ const forms = new Map();
  const found = search(text, { region, lang }, (/** @type {any} */ c, /** @type {import('./points.js').Reason[]} */ reasons) => {
    if (!c.parsed || c.parsed.how === 'plus') return;
    const form = reasons.reduce((sum, r) => sum + (/word|extension|parentheses|beside/.test(r.code) || r.points < -900 ? 0 : r.code === 'grouped-by-habit' ? HABIT : r.points), 0) + habit(c.parsed, text.slice(c.start, c.start + 3));
    const share = reasons.some(r => PHONE.has(r.code)) ? 1 : form < 30 ? 0 : form > 30 && reasons.some(r => r.code === 'contact-word') ? 0.8 : form >= 55 && c.parsed.prefix ? 0.6 : form >= 40 ? LEAST : 0;
    if (form > (forms.get(c.start)?.form ?? -Infinity)) forms.set(c.start, { form, share });
  }, RUNS);
  let points = 0, unsaid = UNSAID;
  for (const n of found.slice(0, NUMBERS)) {
    const own = forms.get(n.start);
    if (!own) continue;
    if (mobiles?.get(region)?.test(String(n.e164).slice(1 + code)) && ('CO PE CL'.includes(region) || /^\D?0/.test(text.slice(n.start, n.start + 2)))) points += MOBILE;
    const weight = (1.5 + Math.min(4.5, Math.max(0, (own.form - 30) / 8))) * own.share;
    points += own.share > LEAST ? weight : Math.min(weight, unsaid);
    if (own.share <= LEAST) unsaid = Math.max(0, unsaid - weight);
  }
  return points;
}

/** A country's own code without a plus tells much; 1800 written together is no North American habit; a given-up zero is none at all. */
function habit(/** @type {import('./plan.js').Parsed} */ p, /** @type {string} */ begin) {
  if (p.how === 'code') return /^\D?0/.test(begin) ? -15 : 25;
  return p.cc === 1 && /^1\d/.test(begin) ? -15 : 0;
}
