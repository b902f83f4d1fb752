// Whatever it is given, the finder answers, in order, within the text, in linear work; the gate never says no where it says yes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explain } from '../../../extension/src/find/explain.js';
import { mayContainNumber } from '../../../extension/src/find/gate.js';
import { findNumbers } from '../../../extension/src/find/index.js';
import { inferRegion } from '../../../extension/src/find/region.js';
import { readRun, run } from '../../../extension/src/find/scan.js';
import { digitValue } from '../../../extension/src/find/chars.js';
import { load } from '../../corpus/score.mjs';
import { ADV, rng } from '../../corpus/texts.mjs';

const REGIONS = ['US', 'DE', 'FR', 'JP', 'AR', 'IT', 'RU', 'CN', 'SA', 'AU', null, 'ZZ'];
const PIECES = ['+', '(', ')', ' ', '-', '.', '/', '\n', '\t', '0', '1', '49', '212', '555', '0100', '800', 'ext', 'x', '#', ',', ';', 'Tel', 'FLOWERS', '\u200b', '\u202a', '٣', '９', '電話', '☎', '📞', '@', 'sip:', 'a.b', '\ud83d', '%', '$', '(0)', '00', '011', '[', ']', '*', '~', '\u00ad', 'é', 'e\u0301'];
const recordsOf = name => load(new URL(`../../corpus/${name}.jsonl`, import.meta.url).pathname);

function sound(text, found) {
  let last = 0;
  for (const n of found) {
    assert.ok(n.start >= last && n.end > n.start && n.end <= text.length, JSON.stringify([text, n]));
    assert.ok(n.sip ? n.e164 === null : /^\+[1-9]\d{4,16}$/.test(n.e164), JSON.stringify(n));
    assert.ok(n.ext === null || /^\d{1,15}$/.test(n.ext), JSON.stringify(n));
    last = n.end;
  }
}

test('random and adversarial text', () => {
  const r = rng(20231123);
  for (let i = 0; i < 6000; i++) {
    let text = '';
    for (let k = r() * 24 | 0; k >= 0; k--) text += r() < 0.9 ? PIECES[r() * PIECES.length | 0] : String.fromCharCode(r() * 65536);
    const options = { region: REGIONS[r() * REGIONS.length | 0], sensitivity: ['careful', 'balanced', 'eager'][r() * 3 | 0] };
    const found = findNumbers(text, options);
    sound(text, found);
    if (found.length) assert.ok(mayContainNumber(text), JSON.stringify(text));
    if (i % 10 === 0) explain(text, options);
  }
  for (const make of Object.values(ADV)) { const text = make(4096); sound(text, findNumbers(text, { region: 'US' })); }
});

test('odd arguments', () => {
  for (const text of [undefined, null, 0, 12125550100, {}, [], '\ud800']) for (const options of [undefined, null, {}, { region: 'xx' }, { region: 7 }, { region: '' }, { lang: 5 }, { lang: 'x'.repeat(99) }, { sensitivity: 'loud' }]) assert.ok(Array.isArray(findNumbers(text, options)));
  for (const evidence of [undefined, null, {}, { lang: '' }, { country: 'Atlantis' }, { host: '' }, { locale: '--' }, { numbers: ['+', 'x'] }]) inferRegion(evidence);
});

test('the gate lets through every corpus text that has a number', () => {
  for (const name of ['dev', 'tuning', 'heldout']) for (const record of recordsOf(name)) {
    if (findNumbers(record.text, { region: record.region, lang: record.lang }).length) assert.ok(mayContainNumber(record.text), record.id);
  }
});

test('offsets do not depend on what stands far away', () => {
  const text = 'Tel. +49 30 2312510';
  for (const pad of ['', 'x\n'.repeat(500), '1234 5678 '.repeat(80) + '\n']) {
    const [n] = findNumbers(`${pad}${text}\n`, { region: 'DE' }).slice(-1);
    assert.deepEqual([n.start - pad.length, n.end - pad.length, n.e164], [5, 19, '+49302312510']);
  }
});

test('work grows with the text, not with its square: groups read a character', () => {
  for (const [name, make] of Object.entries(ADV)) {
    const count = size => {
      const text = make(size);
      let groups = 0, runs = 0;
      for (let at = 0; at < text.length;) {
        if (digitValue(text.charCodeAt(at)) < 0) { at++; continue; }
        readRun(text, at, 0);
        groups += run.count;
        runs++;
        assert.ok(run.next > at, name);
        at = run.next;
      }
      return groups + runs;
    };
    const small = count(8192), large = count(32768);
    assert.ok(large <= 4.3 * small + 64, `${name}: ${small} → ${large}`);
  }
});

test('a digit is met wherever it stands, after long text of any script', () => {
  const fillers = ['Words and no figures. ', 'Слова без цифр; ', '숫자가 없는 글입니다. ', '这里没有数字，只有文字。', 'كلمات بلا أرقام، ', 'अंक के बिना शब्द। ', '‘quoted’ words — '];
  for (const filler of fillers) for (const number of ['+1 212 555 0100', '＋１ ２１２ ５５５ ０１００', '+١ ٢١٢ ٥٥٥ ٠١٠٠']) {
    for (const length of [40, 999, 1000, 3001, 3017]) {
      const text = `${filler.repeat(200).slice(0, length)}\n${number}`;
      assert.deepEqual(findNumbers(text, { region: 'US' }).map(n => n.e164), ['+12125550100'], `${number} after ${length} of ${filler}`);
      assert.ok(mayContainNumber(text));
    }
  }
});
