/** Countries and towns named in a text: evidence of {@link import('./region.js').inferRegion}. */
import { regionNames, regionOf } from './plan.js';
import { TOWNS } from './vocabulary/gazetteer.js';
import { hash, townKey, unpack } from './vocabulary/hash.js';

/** Names of up to so many words, and so many characters where no space divides words. */
const WORDS = 3, CHARACTERS = 5;
const WORD = /\p{L}[\p{L}\p{M}]*/gu, DENSE = /[\u3400-\u9fff]{2,}/g, CASED = /\p{Ll}|\p{Lu}/u;
const COMMON = { usa: 'US', uk: 'GB', england: 'GB', scotland: 'GB', wales: 'GB' };

/** @type {Map<number, string> | undefined} */ let towns;
/** @type {Map<string, Map<string, string>>} */ const countries = new Map();

/** “U.S.A.”, “St. Lucia”. */
const countryKey = (/** @type {string} */ name) => townKey(name.replace(/\./g, ''));

/** Names of the countries in English and in one more language → ISO code. */
function countriesIn(/** @type {string} */ lang) {
  const known = countries.get(lang);
  if (known) return known;
  /** @type {Map<string, string>} */ const names = new Map(Object.entries(COMMON));
  for (const tag of ['en', lang]) {
    let display;
    try { display = new Intl.DisplayNames([tag], { type: 'region' }); } catch { continue; }
    for (const region of regionNames()) names.set(countryKey(display.of(region) ?? region), region);
  }
  if (countries.size > 8) countries.clear();
  countries.set(lang, names);
  return names;
}

/** @returns {string | null} ISO code of a country given by code or by name in English or the language of the part */
export function countryCode(/** @type {string} */ value, lang = 'en') {
  const text = String(value).trim(), code = text.toUpperCase();
  if (/^[A-Z]{2}$/.test(code)) return regionOf(code) ? code : code === 'UK' ? 'GB' : null;
  return countriesIn(lang).get(countryKey(text)) ?? null;
}

/** @param {string} text @param {string} lang @returns {Map<string, string[]>} region → its name and its towns that the text names, as written, each once */
export function placesIn(text, lang) {
  towns ??= unpack(TOWNS, name => name);
  const named = countriesIn(lang);
  /** @type {Map<string, Set<string>>} */ const out = new Map();
  const look = (/** @type {string} */ name) => {
    const key = townKey(name), region = named.get(key) ?? towns?.get(hash(key));
    if (region) out.set(region, (out.get(region) ?? new Set()).add(name));
    return region !== undefined;
  };
  const words = [...text.matchAll(WORD)];
  for (let i = 0; i < words.length; i++) {
    if (!mayBegin(words[i][0])) continue;
    let last = i;
    while (last < i + WORDS - 1 && words[last + 1] && isTied(text, words[last], words[last + 1])) last++;
    for (; last >= i; last--) if (look(text.slice(words[i].index, words[last].index + words[last][0].length))) { i = last; break; }
  }
  for (const { 0: run } of text.matchAll(DENSE)) {
    for (let i = 0; i < run.length - 1; i++) for (let n = Math.min(CHARACTERS, run.length - i); n > 1; n--) if (look(run.slice(i, i + n))) { i += n - 1; break; }
  }
  return new Map([...out].map(([region, names]) => [region, [...names]]));
}

/** A capital where the script has them; CJK is read by its own rule. */
const mayBegin = (/** @type {string} */ word) => CASED.test(word[0]) ? word[0] !== word[0].toLowerCase() : word < '\u3400';
/** One space or hyphen between two words. */
const isTied = (/** @type {string} */ text, /** @type {RegExpMatchArray} */ a, /** @type {RegExpMatchArray} */ b) => {
  const gap = (a.index ?? 0) + a[0].length;
  return b.index === gap + 1 && (text[gap] === ' ' || text[gap] === '-');
};
