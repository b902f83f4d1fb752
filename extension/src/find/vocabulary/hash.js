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

const START = 0x811c9dc6, PRIME = 0x01000193;
/** FNV-1a (started where no two listed words of different kinds meet) over UTF-16 code units `from…to`, mixed, cut to {@link BITS}. */
export function hash(/** @type {string} */ text, from = 0, to = text.length) {
  let h = START;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), PRIME);
  return mixed(h);
}

function mixed(/** @type {number} */ h) {
  h = Math.imul(h ^ h >>> 15, 0x2c1b3c6d);
  return (h ^ h >>> 13) >>> (32 - BITS);
}

/** `hash(plain(word))`; makes no string where the word is ASCII. */
export function hashPlain(/** @type {string} */ word) {
  let h = START;
  for (let i = 0; i < word.length; i++) {
    const c = word.charCodeAt(i);
    if (c > 0x7f) return hash(plain(word));
    h = Math.imul(h ^ (c >= 65 && c <= 90 ? c | 32 : c), PRIME);
  }
  return mixed(h);
}

/** A town's name as it is hashed: hyphens are spaces. */
export const townKey = (/** @type {string} */ name) => plain(name).replace(/-/g, ' ');

/**
 * Reads `name,k,count,digits …`, a sorted set of hashes a name: their differences, quotient in ones and a zero, remainder in k bits.
 * @template T @param {string} packed @param {(name: string) => T} valueOf @returns {Map<number, T>}
 */
export function unpack(packed, valueOf) {
  /** @type {Map<number, T>} */ const out = new Map();
  for (const part of packed.split(' ')) {
    const [name, k, count] = part.split(',', 3), from = name.length + k.length + count.length + 3, value = valueOf(name);
    let at = from, h = -1, held = 0, left = 0;
    const take = (/** @type {number} */ bits) => {
      for (; left < bits; left += 6) { const c = part.charCodeAt(at++); held = (held << 6 | (c === 126 ? 44 : c - 48)) & 0x3ffffff; }
      return held >> (left -= bits) & ((1 << bits) - 1);
    };
    const low = Math.min(+k, 15), high = +k - low;
    for (let n = 0; n < +count; n++) {
      let d = 0;
      while (take(1)) d++;
      d = (d << high | take(high)) << low | take(low);
      h += d + 1;
      out.set(h, value);
    }
  }
  return out;
}
