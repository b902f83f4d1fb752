/**
 * Measures the finder beside other detectors in one process; find.py installs them, starts this and shows the figures.
 *   node _find.mjs [--quick]          prints one JSON object
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';
import { build } from 'esbuild';
import * as libphonenumber from 'libphonenumber-js/max';
import { findNumbers } from '../../extension/src/find/index.js';
import { load, score } from '../corpus/score.mjs';
import { ADV, texts } from '../corpus/texts.mjs';

const here = name => fileURLToPath(new URL(name, import.meta.url));
const quick = process.argv.includes('--quick'), SIZE = quick ? 1e5 : 4e5;
const peers = createRequire(here('peers/package.json'));
const BASE = 'libphonenumber-js max';

/** What a peer found, as E.164 where it gives none itself: the same parser for all. */
const normal = (raw, region) => libphonenumber.parsePhoneNumberFromString(raw, region);
const found = (start, raw, region) => { const n = normal(raw, region); return { start, end: start + raw.length, e164: n?.number ?? raw, ext: n?.ext ?? null }; };

const { detect } = peers('@ringcentral-integration/phone-number');
const { Autolinker } = peers('autolinker');
const { recognizePhoneNumber } = peers('@microsoft/recognizers-text-sequence');
const knwl = new (peers('knwl.js'))('english');

/** Each detector: text and region in, `{start, end, e164, ext}` out; and how much of a text it is given, so that the slow ones end. The two that the ratio compares get the same. */
const detectors = {
  ours: [1, (text, region, lang) => findNumbers(text, { region, lang })],
  [BASE]: [1, (text, region) => libphonenumber.findPhoneNumbersInText(text, region).map(m => ({ start: m.startsAt, end: m.endsAt, e164: m.number.number, ext: m.number.ext ?? null }))],
  'autolinker 4.1.5': [0.3, (text, region) => Autolinker.parse(text, { phone: true, urls: false, email: false, mention: false, hashtag: false }).map(m => found(m.getOffset(), m.getMatchedText(), region))],
  'RingCentral phone-number': [0.1, (text, region) => (detect({ input: text, countryCode: region, areaCode: '' }) ?? []).map(m => ({ start: m.startsAt, end: m.endsAt, e164: m.phoneNumber, ext: m.ext ?? null }))],
  'knwl.js': [0.1, (text, region) => { knwl.init(text); return knwl.get('phones').map(m => found(Math.max(0, text.indexOf(m.phone)), m.phone, region)); }],
  'Microsoft recognizers': [0.02, (text, region) => recognizePhoneNumber(text, 'en-us').map(m => found(m.start, m.text, region))],
};

/** Processor time in milliseconds: what other programs take does not count. */
const clock = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e3; };

/** Fastest of several samples of at least three milliseconds each, in megabytes a second. */
function speed(run, bytes, budget = quick ? 150 : 500) {
  let best = Infinity, times = 1;
  const until = clock() + budget;
  for (let sample = 0; sample < 60 && (sample < 3 || clock() < until); sample++) {
    const start = clock();
    for (let i = 0; i < times; i++) run();
    const each = (clock() - start) / times;
    best = Math.min(best, each);
    if (each * times < 3) times = Math.ceil(3 / Math.max(each, 1e-4));
    if (each > 2000) break;
  }
  return bytes / 1e3 / best;
}

function speeds() {
  const all = texts(SIZE), out = {};
  const kinds = { ...all, prose_nodes: all.prose.split(/(?<=[.?])\s/), page_nodes: all.page.split(/(?<=[.?])\s|\n/) };
  for (const [kind, text] of Object.entries(kinds)) {
    out[kind] = {};
    for (const [name, [share, find]] of Object.entries(detectors)) {
      const part = text.slice(0, text.length * share | 0), list = Array.isArray(part) ? part : [part];
      out[kind][name] = speed(() => { for (const piece of list) find(piece, 'US'); }, list.reduce((n, piece) => n + piece.length, 0));
    }
  }
  return out;
}

/** How the time grows from 64 to 256 kB: 1 is linear. */
function growth() {
  return Object.fromEntries(Object.entries(ADV).map(([name, make]) => {
    const [small, large] = [65536, 262144].map(size => { const text = make(size); return size / speed(() => findNumbers(text, { region: 'US' }), size, 250); });
    return [name, { exponent: Math.log(large / small) / Math.log(4), mbPerSecond: 262144 / large }];
  }));
}

const summary = s => ({ precision: s.eP, recall: s.eR, f1: s.eF, extensions: s.extR, numberFreeHit: s.negRate });

function accuracy() {
  const records = load(here('../corpus/dev.jsonl')), out = {};
  for (const [name, [, find]] of Object.entries(detectors)) out[name] = summary(score(records, r => find(r.text, r.region, r.lang)));
  const child = spawnSync(process.env.CTC_PYTHON, [here('peers/phonenumbers_peer.py')], { input: JSON.stringify({ records: records.map(r => [r.text, r.region]), texts: Object.fromEntries(Object.entries(texts(SIZE)).map(([kind, text]) => [kind, text.slice(0, SIZE * 0.05)])) }), maxBuffer: 1 << 28, encoding: 'utf8' });
  if (child.status) throw new Error(child.stderr);
  const python = JSON.parse(child.stdout);
  for (const [name, predictions] of Object.entries(python.found)) { let at = 0; out[name] = summary(score(records, () => predictions[at++])); }
  return { out, speed: python.speed };
}

async function size() {
  const out = {};
  for (const [name, contents] of Object.entries({ finder: "export { findNumbers } from './index.js'", gate: "export { mayContainNumber } from './gate.js'", metadata: "export * from './metadata/plans.js'" })) {
    const built = await build({ stdin: { contents, resolveDir: here('../../extension/src/find') }, bundle: true, minify: true, format: 'iife', globalName: 'F', write: false, charset: 'utf8' });
    out[name] = { bytes: built.outputFiles[0].contents.length, gzip: zlib.gzipSync(built.outputFiles[0].contents, { level: 9 }).length };
  }
  return out;
}

const { out, speed: python } = accuracy();
const result = { node: process.version, base: BASE, growth: growth(), speed: speeds(), accuracy: out, size: await size() };
for (const [kind, row] of Object.entries(python)) Object.assign(result.speed[kind], row);
result.ratio = Object.fromEntries(Object.entries(result.speed).map(([kind, row]) => [kind, row.ours / row[BASE]]));
console.log(JSON.stringify(result));
