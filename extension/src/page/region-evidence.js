/**
 * Which country's numbers a part of the page means: evidence from the document as a whole, and from the address, card,
 * row or section around a number.
 */
const SAMPLE = 3000;
/** Lines with numbers show how numbers are written here; a few of them tell as much as many, and each costs a search in many plans. */
const WRITTEN = 400;
const CARD = 2000;
const STALE_MS = 5000;
const MAX_JSON = 200_000;
const CARDS = 'address, .vcard, .h-card, .adr, [itemscope], li, tr, dl, section, article, fieldset';
const ADDRESSES = 'address, .adr, .vcard, .h-card, [itemtype*="PostalAddress"], [class*="address" i], [id*="address" i], [class*="imprint" i], footer';
const COUNTRIES = '[itemprop~="addressCountry"], .country-name, .p-country-name';

/**
 * A part of the page whose numbers belong to one country.
 * @typedef {{evidence?: () => import('../find/region.js').Evidence, outer?: Place, inference?: import('../find/region.js').Inference}} Place
 *   `inference` is what the background made of the evidence, once it was asked
 */

/**
 * @param {Record<string, any>} settings  of PAGE.SETTINGS
 */
export function createRegions(settings) {
  /** @type {WeakMap<Element, {length: number, place: Place}>} parts by their element, while their text has this length */
  const parts = new WeakMap();
  let whole = asWhole(settings);

  return {
    /**
     * The place and language of the text in an element.
     * @param {Element} element @returns {{place: Place, lang: string}}
     */
    at(element) {
      const tagged = element.closest('[lang]');
      const lang = tagged?.getAttribute('lang') || document.documentElement.lang;
      const card = element.closest(CARDS);
      const own = tagged !== null && tagged !== document.documentElement;
      const length = card?.textContent?.length ?? Infinity;
      const part = length <= CARD ? card : own ? tagged : null;
      if (!part) return { place: whole.place, lang };
      let known = parts.get(part);
      if (known?.length !== length) {
        known = { length, place: { outer: whole.place, evidence: () => ({ country: countriesIn(part), address: sample(part, CARD), ...(own && { lang }) }) } };
        parts.set(part, known);
      }
      return { place: known.place, lang };
    },
    /** What holds for the whole is inferred again when the page has grown to twice its size. */
    review() {
      if (performance.now() - whole.at > STALE_MS && elements() > 2 * whole.elements) whole = asWhole(settings);
    },
  };
}

const elements = () => document.getElementsByTagName('*').length;

/** The document as a whole, as it is now. @param {Record<string, any>} settings @returns {{place: Place, at: number, elements: number}} */
const asWhole = settings => ({ at: performance.now(), elements: elements(), place: { evidence: () => ({
  country: [...countriesIn(document), ...jsonCountries(), ...metaCountries()],
  text: telling(sample(document.body, SAMPLE)),
  address: [...document.querySelectorAll(ADDRESSES)].slice(0, 20).map(part => part.textContent ?? '').join('\n').slice(0, 4000),
  numbers: [...document.querySelectorAll('a[href^="tel:+"]')].slice(0, 50).map(link => link.getAttribute('href')?.slice(4) ?? ''),
  lang: document.documentElement.lang,
  hreflang: [...document.querySelectorAll('link[rel~="alternate"][hreflang]')].filter(link => /** @type {HTMLLinkElement} */ (link).href === location.href).map(link => /** @type {HTMLLinkElement} */ (link).hreflang),
  host: location.hostname,
  locale: settings.browserLocale,
  setting: settings.defaultRegion === 'auto' ? undefined : settings.defaultRegion,
}) } });

/** What of a text tells of a country: its words, and the first of its numbers. @param {string} text */
function telling(text) {
  let numbers = 0;
  return text.split('\n').filter(line => !/\d.*\d.*\d.*\d/.test(line) || (numbers += line.length) <= WRITTEN).join('\n');
}

/** @param {ParentNode} root */
function countriesIn(root) {
  return [...root.querySelectorAll(COUNTRIES)].slice(0, 5).map(element => element.getAttribute('content') ?? element.textContent ?? '').filter(Boolean);
}

function metaCountries() {
  const value = document.querySelector('meta[name="geo.region" i], meta[name="geo.country" i]')?.getAttribute('content');
  return value ? [value.split('-')[0]] : [];
}

/** The `addressCountry` values of the page's JSON-LD (schema.org). */
function jsonCountries() {
  /** @type {string[]} */
  const found = [];
  for (const script of [...document.querySelectorAll('script[type="application/ld+json" i]')].slice(0, 10)) {
    const text = script.textContent ?? '';
    if (text.length > MAX_JSON || !text.includes('addressCountry')) continue;
    try {
      JSON.parse(text, (key, value) => {
        if (key === 'addressCountry') found.push(typeof value === 'string' ? value : String(value?.name ?? ''));
        return value;
      });
    } catch {
      // not JSON after all
    }
  }
  return found.filter(Boolean).slice(0, 10);
}

/** The first text of an element, in lines, without scripts. @param {Element | null} root @param {number} length */
function sample(root, length) {
  if (!root) return '';
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let text = '';
  while (text.length < length && walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    if (!/^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/.test(node.parentNode?.nodeName ?? '')) text += `${node.data.replace(/\s+/g, ' ')}\n`;
  }
  return text.slice(0, length);
}
