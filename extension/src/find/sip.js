/** SIP addresses: `sip:` and `sips:` URIs, addresses that a SIP label announces, and devices and people on Webex's calling domains. */
const HOST = /(?:(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}|\d{1,3}(?:\.\d{1,3}){3})(?::\d{1,5})?/iy;
const BARE_HOST = /(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}(?::\d{1,5})?(?![\w@-])/iy;
const SCHEME = /\bsips?:(?:\/\/)?$/i, USER = /[\w.!~*'()&=+$,;?%-]/, BARE_USER = /[\w.!~+%-]/, GLUE = /[\w.+%@/:-]/;
const MAX_USER = 64;
const CALLING_DOMAIN = /@(?:[a-z0-9-]+\.)*(?:calls|rooms|room|call)\.(?:webex|ciscospark|wbx2)\.com$/i;
const LABEL = /(?:\bsips?(?:[ -](?:address|uri|adresse|adress|direccion|direcci\u00f3n|endere\u00e7o|indirizzo|adres|osoite|id|url|dial|video))?|\bvideo (?:address|system|dial)|\bvideoadresse|SIP\u5730\u5740|SIP\u30a2\u30c9\u30ec\u30b9|SIP \uc8fc\uc18c)\s*[:\uff1a=\u2013-]?\s*$/i;
/** A meeting's own address: only digits before the at sign of a Webex site. */
const MEETING = /^\d{8,12}@(?!(?:[a-z0-9-]+\.)*(?:calls|rooms|room)\.)(?:[a-z0-9-]+\.)*webex\.com$/i;

/** @param {string} text @returns {{start: number, end: number, sip: string}[]}  in order */
export function findSip(text) {
  /** @type {{start: number, end: number, sip: string}[]} */ const found = [];
  for (let at = text.indexOf('@'), floor = 0; at >= 0; at = text.indexOf('@', at + 1)) {
    const address = withScheme(text, at, floor) ?? announced(text, at, floor);
    if (!address || MEETING.test(address.sip.replace(/:\d+$/, ''))) continue;
    found.push(address);
    floor = address.end;
  }
  return found;
}

/** The address around an at sign, from its user part to what `host` matches. */
function around(/** @type {string} */ text, /** @type {number} */ start, /** @type {number} */ at, /** @type {RegExp} */ host) {
  host.lastIndex = at + 1;
  const end = start < at && host.test(text) ? host.lastIndex : -1;
  return end < 0 ? null : { start, end, sip: text.slice(start, end) };
}

/** How far back from an at sign a user part may reach. */
function userStart(/** @type {string} */ text, /** @type {number} */ at, /** @type {number} */ floor, /** @type {RegExp} */ user) {
  let start = at;
  while (start > floor && start > at - MAX_USER && user.test(text[start - 1])) start--;
  return start;
}

function withScheme(/** @type {string} */ text, /** @type {number} */ at, /** @type {number} */ floor) {
  const start = userStart(text, at, floor, USER);
  return SCHEME.test(text.slice(Math.max(floor, start - 9), start)) ? around(text, start, at, HOST) : null;
}

/** Without a scheme: on a domain of Webex's, or behind a label. */
function announced(/** @type {string} */ text, /** @type {number} */ at, /** @type {number} */ floor) {
  let start = userStart(text, at, floor, BARE_USER);
  while (start < at && start > 0 && GLUE.test(text[start - 1])) start++;
  const address = around(text, start, at, BARE_HOST);
  return address && (CALLING_DOMAIN.test(address.sip.replace(/:\d+$/, '')) || LABEL.test(text.slice(Math.max(0, start - 32), start))) ? address : null;
}
