/**
 * The page's own call links, whose clicks are handled and whose markup is never touched.
 */
const CALL_LINK = /^(tel|sips?|callto):/i;
export const CALL_LINKS = ['tel', 'sip', 'sips', 'callto'].map(scheme => `a[href^="${scheme}:" i]`).join();
const MANY = 100;

/**
 * The call link among the elements that an event passes through, innermost first.
 * @param {EventTarget[]} path @returns {HTMLAnchorElement | null}
 */
export function callLinkOf(path) {
  for (const node of path) {
    if (node instanceof HTMLAnchorElement && node.hasAttribute('href')) return CALL_LINK.test(node.getAttribute('href')?.trim() ?? '') ? node : null;
  }
  return null;
}

/**
 * The URI of a call link; `callto:` (a number or an address, never standardised) becomes tel or sip. Null when it names nothing.
 * @param {string} href
 */
export function uriOfHref(href) {
  const [, scheme, rest] = /^([a-z]+):(?:\/\/)?(.*)$/is.exec(href.trim()) ?? [];
  if (!rest) return null;
  if (!/^callto$/i.test(scheme)) return `${scheme.toLowerCase()}:${rest}`;
  const [target] = rest.split('?');
  return /@/.test(target) ? `sip:${target}` : `tel:${target}`;
}

/** The texts of a link that may be of a number. @param {Element} anchor @returns {import('./text.js').Part[]} */
export function digitTexts(anchor) {
  const walker = document.createTreeWalker(anchor, NodeFilter.SHOW_TEXT);
  const parts = [];
  for (let node = walker.nextNode(); node && parts.length < MANY; node = walker.nextNode()) {
    const { data } = /** @type {Text} */ (node);
    if (/\p{Nd}/u.test(data)) parts.push({ node: /** @type {Text} */ (node), from: 0, to: data.length });
  }
  return parts;
}

/**
 * What a link shows or is read out as beside its text: what style sheets generate, and the words for its pictures.
 * @param {HTMLElement} anchor @returns {string[]}
 */
export function alsoShownBy(anchor) {
  const words = [];
  for (const element of [anchor, ...anchor.querySelectorAll('*')].slice(0, MANY)) {
    words.push(element.getAttribute('alt'), element.getAttribute('aria-label'), /** @type {HTMLInputElement} */ (element).value);
    for (const pseudo of ['::before', '::after']) words.push(...(getComputedStyle(element, pseudo).content.match(/"(?:[^"\\]|\\.)*"/g) ?? []).map(text => text.slice(1, -1)));
  }
  return words.filter(word => typeof word === 'string' && /\p{Nd}/u.test(word)).map(String);
}
