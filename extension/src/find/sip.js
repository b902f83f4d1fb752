/** SIP addresses: `sip:` and `sips:` URIs, addresses that a SIP label announces, and devices and people on Webex's calling domains. */
const URI = /\bsips?:(?:\/\/)?([\w.!~*'()&=+$,;?%-]{1,64}@(?:(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}|\d{1,3}(?:\.\d{1,3}){3})(?::\d{1,5})?)/gi;
const BARE = /(?<![\w.+%@/:-])([\w.!~+%-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}(?::\d{1,5})?)(?![\w@-])/gi;
const CALLING_DOMAIN = /@(?:[a-z0-9-]+\.)*(?:calls|rooms|room|call)\.(?:webex|ciscospark|wbx2)\.com$/i;
const LABEL = /(?:\bsips?(?:[ -](?:address|uri|adresse|adress|direccion|direcci\u00f3n|endere\u00e7o|indirizzo|adres|osoite|id|url|dial|video))?|\bvideo (?:address|system|dial)|\bvideoadresse|SIP\u5730\u5740|SIP\u30a2\u30c9\u30ec\u30b9|SIP \uc8fc\uc18c)\s*[:\uff1a=\u2013-]?\s*$/i;
/** A meeting's own address: only digits before the at sign of a Webex site. */
const MEETING = /^\d{8,12}@(?!(?:[a-z0-9-]+\.)*(?:calls|rooms|room)\.)(?:[a-z0-9-]+\.)*webex\.com$/i;

/** @param {string} text @returns {{start: number, end: number, sip: string}[]} */
export function findSip(text) {
  /** @type {{start: number, end: number, sip: string}[]} */ const found = [];
  if (!text.includes('@')) return found;
  const any = (text.includes('sip') || text.includes('webex.com') || /SIP|Sip|Video|video|WEBEX/.test(text));
  if (!any) return found;
  URI.lastIndex = 0;
  for (let m = URI.exec(text); m; m = URI.exec(text)) {
    const sip = m[1], start = m.index + m[0].indexOf(sip);
    if (!MEETING.test(sip.replace(/:\d+$/, ''))) found.push({ start, end: start + sip.length, sip });
  }
  BARE.lastIndex = 0;
  for (let m = BARE.exec(text); m; m = BARE.exec(text)) {
    const start = m.index, sip = m[1];
    if (MEETING.test(sip.replace(/:\d+$/, '')) || found.some(f => f.start <= start && start < f.end)) continue;
    if (CALLING_DOMAIN.test(sip.replace(/:\d+$/, '')) || LABEL.test(text.slice(Math.max(0, start - 32), start))) found.push({ start, end: start + sip.length, sip });
  }
  return found.sort((a, b) => a.start - b.start);
}
