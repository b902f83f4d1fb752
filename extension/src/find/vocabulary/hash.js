/** How words are spelt and hashed, the same at build and at run time. */

/** Bits of a hash: one unknown word in some hundred thousand looks like a known one, and a hash is still a small integer to the engine. */
export const BITS = 30;
const MARKS = /[\u0300-\u036f]/g, LATER = /[^\x00-\x7f]/;
/** @type {Record<string, string>} */
const PLAIN = { đ: 'd', ø: 'o', ł: 'l', æ: 'ae', ß: 'ss', ı: 'i', œ: 'oe', þ: 'th' };

/** Lower case; Latin, Greek and Cyrillic letters without accents. */
export function plain(/** @type {string} */ word) {
  const low = word.toLowerCase();
  if (!LATER.test(low)) return low;
  const c = low.charCodeAt(0);
  return (c < 0x530 || (c >= 0x1e00 && c < 0x2000) ? low.normalize('NFD').replace(MARKS, '') : low).replace(/[đøłæßıœþ]/g, ch => PLAIN[ch]);
}

/** FNV-1a (started where no two listed words of different kinds meet) over UTF-16 code units `from…to`, mixed, cut to {@link BITS}. */
export function hash(/** @type {string} */ text, from = 0, to = text.length) {
  let h = 0x811c9dc6;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ h >>> 15, 0x2c1b3c6d);
  return (h ^ h >>> 13) >>> (32 - BITS);
}
