// What the JavaScript targets are given: texts made of what numbers are made of, the kept inputs with pieces changed, and anything.
import fc from 'fast-check';
import fs from 'node:fs';

const PIECES = [
  '+', '(', ')', ' ', '-', '.', '/', '\n', '\t', '0', '1', '9', '39', '49', '212', '555', '0100', '800', '2345678', '00', '011', '(0)', ' ext. ', ' x', '#', ',', ';', ',,', 'p', 'w', ';ext=', 'Tel. ', 'Fax: ',
  'FLOWERS', 'phone ', 'ISBN ', '€', '%', '$', '\u200b', '\u202a', '\u202e', '\u00a0', '\u2011', '\u00ad', '·', '٣', '٠٢', '９', '０３', '電話', '☎', '📞', '@', 'sip:', 'a.b', 'alice@example.com', '\ud83d', '[', ']', '*', '~', 'é', 'e\u0301', ':', '2026-03-14', '192.168.0.1',
];
const SCHEMES = ['tel:', 'sip:', 'sips:', 'callto:', 'callto://', 'clicktocall:', 'webextel:', 'webextel://login?telephone=', 'TEL:', 'tel://', '//', '', 'javascript:'];
const URI_PIECES = [...PIECES, '%2B', '%23', '%2A', '%0a', '%00', '%', '?', '&', '=', '/', ';user=phone', ';phone-context=+39', ';ext=', '\\', '"', "'", '<', '>', '|', '`', '{', '\r'];
const REGIONS = ['', 'US', 'DE', 'FR', 'JP', 'AR', 'IT', 'RU', 'CN', 'SA', 'AU', 'MX', 'ZZ', 'xx', 'UK', '__proto__'];

/** @param {string[]} pieces */
const text = pieces => fc.oneof(
  { weight: 8, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map(all => all.join('')) },
  { weight: 2, arbitrary: fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 60 }).map(all => all.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);
const words = text(PIECES);
const region = fc.constantFrom(...REGIONS);

/** The parts of each target's input, in order. @type {Record<string, import('fast-check').Arbitrary<string>[]>} */
const PARTS = {
  find: [words, region, fc.constantFrom('', 'it', 'en-GB', 'ja', 'ar', 'x'), fc.constantFrom('', 'careful', 'balanced', 'eager', 'loud'), words, words, words],
  guard: [words, fc.tuple(fc.constantFrom(...SCHEMES), text(URI_PIECES)).map(both => both.join('')), region, fc.constantFrom('', '12#', ',,1', '*21*', 'x')],
};

/** @param {string} name  of a target @returns {import('fast-check').Arbitrary<Uint8Array>} */
export function inputs(name) {
  const folder = new URL(`corpus/${name}/`, import.meta.url);
  const kept = fs.readdirSync(folder).sort().map(file => fs.readFileSync(new URL(file, folder)));
  const made = fc.integer({ min: 1, max: PARTS[name].length }).chain(count => fc.tuple(...PARTS[name].slice(0, count))).map(parts => Buffer.from(parts.join('\0')));
  const changed = fc.tuple(fc.constantFrom(...kept), fc.array(fc.tuple(fc.nat(4096), fc.oneof(fc.constantFrom(...URI_PIECES), fc.constant('\0')), fc.nat(4)), { maxLength: 6 })).map(([whole, changes]) => {
    for (const [at, piece, cut] of changes) {
      const place = at % (whole.length + 1);
      whole = Buffer.concat([whole.subarray(0, place), Buffer.from(piece), whole.subarray(place + cut)]);
    }
    return whole;
  });
  return fc.oneof({ weight: 3, arbitrary: made }, { weight: 2, arbitrary: changed }, { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) });
}
