/**
 * Which country's numbering a text is written for. Every piece of evidence adds points to regions; the reason given is
 * the piece that weighed most for the winner, so that it can be shown.
 */
import { fitOf } from './fit.js';
import { countryCode, placesIn } from './places.js';
import { regionNames, regionOf } from './plan.js';
import { EUROZONE, LANGUAGES, SIGNS } from './vocabulary/places.js';

/**
 * @typedef {object} Evidence  all optional; the page layer gathers it for a document, or for a part of it
 * @property {string | string[]} [country]   schema.org `addressCountry`, microdata, vCard or `geo.region`: ISO code or name
 * @property {string} [text]      visible text (the first 20,000 characters count): signs of a country and numbers themselves
 * @property {string} [address]   text of `<address>`, of address-like lines or of a card: the same signs, weighing double, and numbers with country code
 * @property {string[]} [numbers] numbers with country code already known on the page, `+49…` (from `tel:` links, for instance)
 * @property {string} [lang]      BCP 47 tag of the part
 * @property {string[]} [hreflang] tags of the document's alternates that point at itself
 * @property {string} [host]      host name
 * @property {string} [locale]    browser locale
 * @property {string} [setting]   region the person or the administrator set
 * @property {string} [outer]     region already inferred for the enclosing document
 */
/** @typedef {{region: string | null, reason: string, value: string, confidence: number, others: string[]}} Inference
 *   reason: `country` `sign` `place` `number` `domain` `language-region` `hreflang` `language` `format` `outer` `locale` `setting` `none`;
 *   value: what was found (the name, the domain, the tag …); confidence 0…1; others: runners-up, best first */

/** Country domains that are sold as something else. */
const GENERIC_TLD = new Set('io co tv me ai ly fm gg to cc ws sh ac im la nu st tk ml ga cf gq pw vc so is'.split(' '));
const TLD = { uk: 'GB', su: 'RU' };
const EURO = /€|\bEUR\b/;
const SAMPLE = 20000, CANDIDATES = 40;
/** What a place says that is in a country where the page's language is read, and in another. */
const PLACE = 2.4, FOREIGN_PLACE = 1.8;

/** @type {Map<string, string[]> | undefined} */ let languages;
/** @type {[string, RegExp][] | undefined} */ let signs;

const regionsOf = (/** @type {string} */ lang) => {
  languages ??= new Map(LANGUAGES.split(/[\n|]/).filter(Boolean).map(line => { const [tag, ...regions] = line.split(' '); return [tag, regions]; }));
  const low = lang.toLowerCase().replace('_', '-');
  return languages.get(low) ?? languages.get(low.split('-').slice(0, 2).join('-')) ?? languages.get(low.split('-')[0]) ?? [];
};
const regionInTag = (/** @type {string} */ tag) => tag.split(/[-_]/).slice(1).find(part => /^[A-Za-z]{2}$/.test(part) && regionOf(part.toUpperCase()))?.toUpperCase();

/** @param {Evidence} [evidence] @returns {Inference} */
export function inferRegion(evidence) {
  const e = evidence ?? {};
  /** @type {Map<string, {points: number, best: number, reason: string, value: string}>} */ const tally = new Map();
  const add = (/** @type {string | null | undefined} */ region, /** @type {number} */ points, /** @type {string} */ reason, /** @type {string} */ value) => {
    if (!region || points <= 0) return;
    const entry = tally.get(region) ?? { points: 0, best: 0, reason, value };
    entry.points += points;
    if (points > entry.best) Object.assign(entry, { best: points, reason, value });
    tally.set(region, entry);
  };
  const lang = typeof e.lang === 'string' ? e.lang : '';
  for (const value of [e.country ?? []].flat()) add(countryCode(value, lang || 'en'), 8, 'country', String(value));
  const text = String(e.text ?? '').slice(0, SAMPLE);
  weighSigns(text, 2.2, add);
  const address = String(e.address ?? '').slice(0, 4000);
  if (address) weighSigns(address, 4, add);
  weighNumbers([...e.numbers ?? [], ...withCode(text), ...withCode(address)], add);
  if (e.host) {
    const tld = String(e.host).toLowerCase().replace(/\.$/, '').split('.').pop() ?? '';
    if (!GENERIC_TLD.has(tld)) add(TLD[/** @type {'uk'} */ (tld)] ?? (tld.length === 2 && regionOf(tld.toUpperCase()) ? tld.toUpperCase() : null), 5, 'domain', `.${tld}`);
  }
  const tagged = regionInTag(lang);
  if (tagged) add(tagged, tagged === 'US' || tagged === 'TW' ? 2.5 : 4, 'language-region', lang); // en-US and zh-TW are often no more than English and the older characters
  for (const tag of e.hreflang ?? []) add(regionInTag(String(tag)), 3, 'hreflang', String(tag));
  const spoken = lang ? regionsOf(lang) : [];
  const guess = spoken.length ? spoken : regionsOf(scriptLanguage(text));
  for (const [region, [first, ...rest]] of placesIn(`${text}\n${address}`, lang || 'en')) add(region, (guess.includes(region) ? PLACE : FOREIGN_PLACE) * Math.min(2, 1 + rest.length * 0.3), 'place', first);
  if (EURO.test(text)) for (const region of guess) if (EUROZONE.includes(region)) add(region, 1.2, 'sign', '€');
  guess.forEach((region, i) => add(region, i ? Math.max(0.1, 0.9 - i * 0.12) : 1.5, 'language', lang || scriptLanguage(text)));
  add(e.outer ?? null, 2, 'outer', String(e.outer));
  if (e.locale) add(regionInTag(String(e.locale)), 1.2, 'locale', String(e.locale));
  if (e.setting) add(String(e.setting).toUpperCase(), 1.6, 'setting', String(e.setting));
  if (/\d/.test(text) || /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/.test(text)) {
    const candidates = [...tally].sort((a, b) => b[1].points - a[1].points).slice(0, CANDIDATES).map(([region]) => region);
    for (const [region, fit] of fitOf(text, candidates, lang)) add(region, fit, 'format', region);
  }
  const order = [...tally].sort((a, b) => b[1].points - a[1].points);
  if (!order.length) return { region: null, reason: 'none', value: '', confidence: 0, others: [] };
  const [region, top] = order[0], second = order[1]?.[1].points ?? 0;
  return { region, reason: top.reason, value: top.value, confidence: Math.round(Math.min(1, (top.points - second * 0.6) / 8) * 100) / 100, others: order.slice(1, 4).map(([name]) => name) };
}

/** The same from nothing but a text and its language. */
export const inferRegionFromText = (/** @type {string} */ text, /** @type {{lang?: string | null}} */ options = {}) => inferRegion({ text, lang: options?.lang ?? undefined });

function weighSigns(/** @type {string} */ text, /** @type {number} */ weight, /** @type {(r: string, p: number, reason: string, value: string) => void} */ add) {
  signs ??= SIGNS.trim().split('\n').map(line => [line.slice(0, 2), new RegExp(line.slice(3), 'u')]);
  for (const [region, pattern] of signs) {
    const m = pattern.exec(text);
    if (m) add(region, weight, 'sign', m[0]);
  }
}

const withCode = (/** @type {string} */ text) => [...text.matchAll(/(?:[+＋]\s?\(?|(?<![\d])\(?00\s?(?=[1-9]))(\d[\d\s().\-\u00a0]{6,18})/g)].map(m => m[1]);

function weighNumbers(/** @type {string[]} */ numbers, /** @type {(r: string | undefined, p: number, reason: string, value: string) => void} */ add) {
  if (!numbers.length) return;
  /** @type {Map<number, number>} */ const codes = new Map();
  for (const n of numbers) {
    const digits = String(n).replace(/\D/g, '');
    for (const length of [1, 2, 3]) { const cc = +digits.slice(0, length); if (byCode(cc)) { codes.set(cc, (codes.get(cc) ?? 0) + 1); break; } }
  }
  for (const [cc, count] of codes) for (const [i, region] of (byCode(cc) ?? []).entries()) add(region, (i ? 2 : 3) * Math.min(1, 0.4 + count / numbers.length * 0.6), 'number', `+${cc}`);
}

/** @type {Map<number, string[]> | undefined} */ let codes;
function byCode(/** @type {number} */ cc) {
  if (!codes) {
    codes = new Map();
    for (const name of regionNames()) { const region = regionOf(name); if (region) codes.set(region.cc, [...codes.get(region.cc) ?? [], name]); }
  }
  return codes.get(cc);
}

/** The language a script gives away when none is declared. */
function scriptLanguage(/** @type {string} */ text) {
  const m = /[\u3041-\u30ff]|[\uac00-\ud7a3]|[\u4e00-\u9fff]|[\u0e01-\u0e5b]|[\u05d0-\u05ea]|[پچژگ]|[\u0620-\u064a]|[\u0904-\u0939]|[\u0985-\u09b9]|[іїєґ]|[ўЎ]|[ђћџљњ]|[\u0430-\u044f]|[\u03b1-\u03c9]|[\u10d0-\u10f0]|[\u0561-\u0586]|[ßẞ]|[ąęłżź]|[řěů]|[őű]|[ñ¿]|[ãõ]|[șțăș]|[ığş]|[åø]|[äö]|[çœ]/u.exec(text)?.[0];
  if (!m) return 'en';
  const c = m.codePointAt(0) ?? 0;
  if (c >= 0x3041 && c <= 0x30ff) return 'ja';
  if (c >= 0xac00 && c <= 0xd7a3) return 'ko';
  if (c >= 0x4e00 && c <= 0x9fff) return /[\u3041-\u30ff]/.test(text) ? 'ja' : 'zh';
  if (c >= 0xe01 && c <= 0xe5b) return 'th';
  if (c >= 0x5d0 && c <= 0x5ea) return 'he';
  if (/[پچژگ]/.test(m)) return 'fa';
  if (c >= 0x620 && c <= 0x64a) return /[پچژگ]/.test(text) ? 'fa' : 'ar';
  if (c >= 0x904 && c <= 0x939) return 'hi';
  if (c >= 0x985 && c <= 0x9b9) return 'bn';
  if (c >= 0x3b1 && c <= 0x3c9) return 'el';
  if (c >= 0x10d0 && c <= 0x10f0) return 'ka';
  if (c >= 0x561 && c <= 0x586) return 'hy';
  if (c >= 0x400 && c < 0x530) return /[іїєґ]/i.test(text) ? /ў/i.test(text) ? 'be' : 'uk' : /[ђћџљњ]/i.test(text) ? 'sr' : 'ru';
  return { ß: 'de', ñ: 'es', '¿': 'es', ã: 'pt', õ: 'pt', å: 'sv', ø: 'da', ä: 'de', ö: 'de', ç: 'fr', œ: 'fr' }[m] ?? (/[ąęłżź]/.test(m) ? 'pl' : /[řěů]/.test(m) ? 'cs' : /[őű]/.test(m) ? 'hu' : /[șță]/.test(m) ? 'ro' : 'tr');
}
