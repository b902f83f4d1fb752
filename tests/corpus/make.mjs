/**
 * Writes tuning.jsonl and heldout.jsonl from the templates beside it: same shape as dev.jsonl, seeded, one half of the
 * templates each (by a hash of the template), so that words fitted to one half meet the other unprepared.
 *   node tests/corpus/make.mjs
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { automaton } from '../../extension/src/find/metadata/digit-automaton.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const metadata = createRequire(import.meta.url)('libphonenumber-js/metadata.max.json');

export function random(seed) {
  return () => {
    seed = seed + 0x6D2B79F5 | 0;
    let t = Math.imul(seed ^ seed >>> 15, 1 | seed);
    t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
    return ((t ^ t >>> 14) >>> 0) / 4294967296;
  };
}
const hash = text => { let h = 2166136261; for (const ch of text) h = Math.imul(h ^ ch.codePointAt(0), 16777619); h ^= h >>> 15; h = Math.imul(h, 0x85ebca6b); return (h ^ h >>> 13) >>> 0; };

const automata = new Map();
function sample(region, kind, r) {
  const types = metadata.countries[region][11] ?? [];
  const pattern = (kind === 'mobile' ? types[1] || types[0] : types[0])?.[0];
  if (!pattern) return null;
  if (!automata.has(pattern)) automata.set(pattern, automaton(pattern));
  const a = automata.get(pattern);
  for (let attempt = 0; attempt < 50; attempt++) {
    let state = a.start, digits = '';
    while (!(a.accepts(state) && (a.lengths(state) === 1 || r() < 0.5))) {
      const open = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter(d => a.lengths(a.step(state, d)));
      const d = open[r() * open.length | 0];
      digits += d;
      state = a.step(state, d);
    }
    if (digits.length < 7 && region !== 'IS') continue;
    const number = parsePhoneNumberFromString(`+${metadata.countries[region][0]}${digits}`);
    if (number?.isValid()) return number;
  }
  return null;
}

const HABITS = {
  DE: [n => n.replace(/^(0\d+) /, '$1/'), n => n.replace(/^(0\d+) /, '($1) '), n => n.replace(/^(0\d+) /, '$1 - ')], AT: [n => n.replace(/^(0\d+) /, '$1/')], CH: [n => n.replace(/^(\d{3}) /, '$1/')],
  FR: [n => n.replace(/ /g, '.'), n => n.replace(/ /g, '-')], BE: [n => n.replace(' ', '/').replace(/ (?=\d\d)/g, '.')], IT: [n => n.replace(' ', '/'), n => n.replace(' ', '-'), n => n.replace(/ /g, '.')],
  US: [n => n.replace(/\((\d+)\) /, '$1-'), n => n.replace(/\((\d+)\) (\d+)-/, '$1.$2.'), n => '1-' + n.replace(/\((\d+)\) /, '$1-')], CA: [n => n.replace(/\((\d+)\) /, '$1-'), n => n.replace(/\((\d+)\) (\d+)-/, '$1.$2.')],
  GB: [n => n.replace(/^(\d+) /, '($1) '), n => n.replace(/ /g, '-')], IE: [n => n.replace(/[()]/g, ''), n => n.replace(/[()]/g, '').replace(' ', '-')], ES: [n => n.replace(/^(\d\d)(\d) (\d\d)(\d) ?(\d\d)(\d)/, '$1 $2$3 $4$5 $6'), n => n.replace(/ /g, '-'), n => n.replace(/(\d{3}) (\d\d)\s?(\d) ?(\d)(\d)\s?(\d)/, '$1 $2 $3$4 $5$6')],
  NL: [n => n.replace(/^(0\d+) /, '$1-').replace(/(?<=-.*) /g, ' '), n => n.replace(/^(0\d+) /, '($1) ')], PL: [n => n.replace(/ /g, '-'), n => n.replace(/^(\d\d) /, '($1) ')], RU: [n => n.replace(/^8 /, ''), n => n.replace(/[()]/g, '').replace(/ /g, '-')],
  JP: [n => n.replace(/-(\d+)-/, '($1)'), n => n.replace(/^(0\d+)-/, '($1)')], SE: [n => n.replace(/ /g, '')], BR: [n => n.replace(/[()]/g, ''), n => n.replace('(', '(0')], IN: [n => n.replace(/(\d{5}) (\d{5})/, '$1-$2'), n => n.replace(/ /g, '-')],
  AU: [n => n.replace(/[()]/g, '')], CN: [n => n.replace(/ /g, '-'), n => n.replace(/^(0\d+) (\d{4}) ?(\d{4})$/, '($1)$2$3')], KR: [n => n.replace(/-/g, '.'), n => n.replace(/^(\d+)-/, '$1)')], TR: [n => n.replace(/[()]/g, ''), n => n.replace(/\((0\d+)\) (\d+) (\d\d)(\d\d)/, '$1 $2 $3 $4')],
  GR: [n => n.replace(/^(2\d0) /, '$1-'), n => n.replace(/(\d{3}) (\d{3}) (\d{4})/, '$1 $2$3')], PT: [n => n.replace(/ /g, '.')], CZ: [n => n.replace(/ /g, '-')], HU: [n => n.replace(/\(?06 ?(\d+)\)? /, '06-$1/').replace(/[()]/g, '')], IL: [n => n.replace(/-(\d{3})(?=\d)/, '-$1-')],
  TH: [n => n.replace(/ /g, '-')], VN: [n => n.replace(/ /g, '.')], ID: [n => n.replace(/ /g, '-'), n => n.replace(/[()]/g, '')], MX: [n => n.replace(/^(\d\d) (\d{4}) /, '($1) $2-'), n => n.replace(/ /g, '-')], AR: [n => n.replace(/^0(\d+) /, '($1) '), n => n.replace(/^0(\d+) /, '(0$1) ')], CO: [n => n.replace(/ /g, '-')],
  UA: [n => n.replace(/^(0\d\d) /, '($1) ')], FI: [n => n.replace(/^(0\d+) (\d{3})(\d+)$/, '$1 $2 $3')], ZA: [n => n.replace(/^(\d{3}) /, '($1) ')], SG: [n => n.replace(' ', '-')], HK: [n => n.replace(' ', '-')], DK: [n => n.replace(/(\d\d) (\d\d) (\d\d) (\d\d)/, '$1$2 $3$4')], NO: [n => n.replace(/ /g, '')],
};

/** One way of writing a number, as a person there might. */
function written(number, region, r) {
  const x = r(), national = number.formatNational().replace(/\s*ext.*$/, ''), habits = HABITS[region];
  if (x < 0.2) return number.formatInternational();
  if (x < 0.25) return number.formatInternational().replace(/ /g, '-');
  if (x < 0.29) return number.number;
  if (x < 0.33 && national.startsWith('0')) return number.formatInternational().replace(/ /, ' (0)');
  if (x < 0.58 && habits) return habits[r() * habits.length | 0](national);
  if (x < 0.66) return national.replace(/\D/g, '');
  if (x < 0.72) return national.replace(/ /g, '\u00a0');
  return national;
}

function fill(template, region, r) {
  const expected = [], optional = [];
  let text = '', bad = false;
  for (const part of template.split(/(\{[NMFS]\})/)) {
    const slot = /^\{([NMFS])\}$/.exec(part)?.[1];
    if (!slot) { text += part.replace(/\\n/g, '\n').replace(/\\t/g, '\t'); continue; }
    const number = sample(region, slot === 'M' || (slot !== 'F' && r() < 0.3) ? 'mobile' : 'fixed', r);
    if (!number) { bad = true; continue; }
    let raw = written(number, region, r);
    if (slot === 'S') raw = r() < 0.55 ? number.formatNational() : number.formatNational().replace(/\D/g, '');
    else if (parsePhoneNumberFromString(raw, region)?.number !== number.number) raw = number.formatInternational();
    const start = text.length;
    text += raw;
    if (slot === 'F') optional.push({ raw, start, end: text.length, why: 'fax' });
    else if (slot !== 'S') expected.push({ raw, e164: number.number, ext: null, start, end: text.length });
  }
  return bad ? null : { text, expected, optional };
}

export function* records() {
  for (const file of fs.readdirSync(`${here}templates`).sort()) {
    let lang = 'en', regions = [];
    const lines = file.startsWith('documents');
    const source = fs.readFileSync(`${here}templates/${file}`, 'utf8');
    for (const block of lines ? source.split(/\n(?==== )/) : source.split('\n')) {
      let template = block, sign = '+', where;
      if (lines) {
        const head = /^=== (\S+) ([A-Z ]+)\n/.exec(block);
        if (!head) continue;
        [, lang] = head;
        regions = head[2].trim().split(' ');
        template = block.slice(head[0].length).replace(/\n+$/, '');
      } else {
        if (block.startsWith('@')) [lang, ...regions] = block.slice(1).split(' ');
        if (!/^[+-] /.test(block)) continue;
        sign = block[0];
        template = block.slice(2);
      }
      const h = hash(template), r = random(h);
      for (const region of lines ? regions : [0, 1, 2].map(i => regions[(h + i) % regions.length]).filter((x, i, a) => a.indexOf(x) === i || i < 2)) {
        const made = fill(template, region, r);
        if (!made) continue;
        const kind = made.expected.length || made.optional.length ? 'pos' : 'neg';
        yield { half: h & 1 ? 'tuning' : 'heldout', kind, cat: lines ? 'document' : `${kind === 'pos' ? 'line' : 'lure'}`, region, lang, ...made, sign };
      }
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const out = { tuning: [], heldout: [] };
  for (const { half, sign, ...record } of records()) out[half].push({ id: `${half[0]}${String(out[half].length + 1).padStart(4, '0')}`, ...record });
  for (const half of ['tuning', 'heldout']) {
    fs.writeFileSync(`${here}${half}.jsonl`, out[half].map(r => JSON.stringify(r)).join('\n') + '\n');
    console.log(half, out[half].length, 'records,', out[half].reduce((n, r) => n + r.expected.length, 0), 'numbers');
  }
}
