/**
 * The page's own call links, whose clicks are handled and whose markup is never touched.
 */
const CALL_LINK = /^(tel|sips?|callto):/i;

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
