/**
 * The finder beside other detectors, in one process, one run: speed, accuracy, growth on adversarial text, size.
 *   node tests/bench/find.mjs [--json] [--quick]          peers: npm ci --prefix tests/bench/peers
 * Ratios are what to read: absolute figures belong to the machine.
 */
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

/** Each detector: text and region in, `{start, end, e164, ext}` out. */
const detectors = {
  ours: (text, region) => findNumbers(text, { region }),
  'libphonenumber-js max': (text, region) => libphonenumber.findPhoneNumbersInText(text, region).map(m => ({ start: m.startsAt, end: m.endsAt, e164: m.number.number, ext: m.number.ext ?? null })),
  'libphonenumber-js max, search': (text, region) => [...libphonenumber.searchPhoneNumbersInText(text, region)].map(m => ({ start: m.startsAt, end: m.endsAt, e164: m.number.number, ext: m.number.ext ?? null })),
};
const absent = [];
function peer(name, make) { try { detectors[name] = make(); } catch { absent.push(name); } }
peer('RingCentral phone-number', () => {
  const { detect } = peers('@ringcentral-integration/phone-number');
  return (text, region) => (detect({ input: text, countryCode: region, areaCode: '' }) ?? []).map(m => ({ start: m.startsAt ?? m.start ?? text.indexOf(m.phone ?? m.number), end: m.endsAt ?? m.end ?? 0, e164: m.e164 ?? m.phone ?? m.number?.number ?? m.number, ext: m.ext ?? null }));
});
peer('knwl.js (US only)', () => {
  const Knwl = peers('knwl.js'), knwl = new Knwl('english');
  return text => { knwl.init(text); return knwl.get('phones').map(m => ({ start: m.preview ? text.indexOf(m.phone) : 0, end: 0, e164: m.phone })); };
});

/** Processor time in milliseconds: other programs on the machine do not count. */
const clock = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e3; };

/** Best of several turns, the first of which warm the compiler up, in megabytes a second; stops early for the slow. */
function speed(run, bytes) {
  let best = Infinity;
  const until = clock() + (quick ? 300 : 800);
  for (let turn = 0; turn < 30 && (turn < 2 || clock() < until); turn++) {
    const start = clock();
    run();
    best = Math.min(best, Math.max(0.02, clock() - start));
  }
  return bytes / 1e3 / best;
}

function speeds() {
  const all = texts(SIZE), out = {};
  const kinds = { ...all, prose_nodes: all.prose.split(/(?<=[.?])\s/), page_nodes: all.page.split(/(?<=[.?])\s|\n/) };
  for (const [kind, text] of Object.entries(kinds)) {
    out[kind] = {};
    for (const [name, find] of Object.entries(detectors)) {
      const share = name === 'ours' ? 1 : /directory|hard_ids/.test(kind) ? 0.1 : 0.3;
      const part = Array.isArray(text) ? text.slice(0, text.length * share | 0) : text.slice(0, text.length * share | 0);
      const bytes = Array.isArray(part) ? part.reduce((n, t) => n + t.length, 0) : part.length;
      try { out[kind][name] = speed(() => { if (Array.isArray(part)) for (const t of part) find(t, 'US'); else find(part, 'US'); }, bytes); } catch { out[kind][name] = null; }
    }
  }
  return out;
}

function growth() {
  const out = {};
  for (const [name, make] of Object.entries(ADV)) {
    const times = [65536, 262144].map(size => { const text = make(size); return 1 / speed(() => findNumbers(text, { region: 'US' }), size) * size; });
    out[name] = { exponent: Math.log(times[1] / times[0]) / Math.log(4), mbPerSecond: 262144 / times[1] };
  }
  return out;
}

function accuracy() {
  const records = load(here('../corpus/dev.jsonl')), out = {};
  for (const name of ['ours', 'libphonenumber-js max']) {
    const s = score(records, r => detectors[name](r.text, r.region));
    out[name] = { precision: s.eP, recall: s.eR, f1: s.eF, extensions: s.extR, numberFreeHit: s.negRate };
  }
  return out;
}

async function size() {
  const out = {};
  for (const [name, contents] of Object.entries({ finder: "export { findNumbers } from './index.js'", gate: "export { mayContainNumber } from './gate.js'", metadata: "export * from './metadata/plans.js'" })) {
    const built = await build({ stdin: { contents, resolveDir: here('../../extension/src/find') }, bundle: true, minify: true, format: 'iife', globalName: 'F', write: false, charset: 'utf8' });
    out[name] = { bytes: built.outputFiles[0].contents.length, gzip: zlib.gzipSync(built.outputFiles[0].contents, { level: 9 }).length };
  }
  return out;
}

const result = { speed: speeds(), growth: growth(), accuracy: accuracy(), size: await size(), absent };
const base = 'libphonenumber-js max';
result.ratio = Object.fromEntries(Object.entries(result.speed).map(([kind, row]) => [kind, row.ours / row[base]]));

const names = Object.keys(detectors);
console.log(['MB/s'.padEnd(14), ...names.map(n => n.slice(0, 22).padStart(23)), 'ratio'.padStart(9)].join(''));
for (const [kind, row] of Object.entries(result.speed)) console.log([kind.padEnd(14), ...names.map(n => (row[n] === null ? '–' : row[n].toFixed(2)).padStart(23)), `${result.ratio[kind].toFixed(1)}×`.padStart(9)].join(''));
const worst = Object.entries(result.growth);
console.log(`adversarial, ${worst.length} families, 64 → 256 kB: exponent at most ${Math.max(...worst.map(([, g]) => g.exponent)).toFixed(2)}, slowest ${Math.min(...worst.map(([, g]) => g.mbPerSecond)).toFixed(2)} MB/s`);
for (const [name, a] of Object.entries(result.accuracy)) console.log(`${name.padEnd(24)} precision ${(100 * a.precision).toFixed(1)} recall ${(100 * a.recall).toFixed(1)} extensions ${(100 * a.extensions).toFixed(1)} number-free hit ${(100 * a.numberFreeHit).toFixed(1)} %`);
for (const [name, s] of Object.entries(result.size)) console.log(`${name.padEnd(24)} ${s.bytes} bytes, ${s.gzip} gzipped`);
if (absent.length) console.log(`not installed: ${absent.join(', ')} (npm ci --prefix tests/bench/peers)`);
if (process.argv.includes('--json')) console.log(JSON.stringify(result));
