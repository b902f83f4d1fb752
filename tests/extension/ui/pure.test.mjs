import assert from 'node:assert/strict';
import test from 'node:test';
import { place } from '../../../extension/src/card/place.js';
import { englishFindings, wordFinding } from '../../../extension/src/diagnosis/findings.js';
import { masked, report } from '../../../extension/src/diagnosis/report.js';
import { fromFile, toFile } from '../../../extension/src/options/file.js';
import { readRanges } from '../../../extension/src/options/plan.js';
import { directLink } from '../../../extension/src/shared/platform.js';
import { withRecent } from '../../../extension/src/shared/recents.js';
import { likelyRegions, startRegion } from '../../../extension/src/shared/regions.js';
import { DEFAULTS } from '../../../extension/src/shared/settings.js';
import { excludedOn, siteOn, switchSite } from '../../../extension/src/shared/sites.js';

test('a site is switched off and on again, wildcards and allow lists included', () => {
  const off = { ...DEFAULTS, ...switchSite('a.example.com', false, DEFAULTS) };
  assert.equal(siteOn('a.example.com', off), false);
  assert.equal(siteOn('b.example.com', off), true);
  const wild = { ...DEFAULTS, blockedSites: ['*.example.com'], allowedSites: ['other.org'] };
  assert.equal(siteOn('a.example.com', { ...wild, ...switchSite('a.example.com', true, wild) }), true);
});

test('an excluded number may be limited to a site', () => {
  const entries = ['+39800*', '+390230312345 example.com', '+49301 *.example.de'];
  assert.deepEqual(excludedOn('example.com', entries), ['+39800*', '+390230312345']);
  assert.deepEqual(excludedOn('shop.example.de', entries), ['+39800*', '+49301']);
});

test('recents: the newest first, each number once, no more than the limit', () => {
  const call = (/** @type {string} */ uri, /** @type {number} */ at) => ({ uri, shown: uri, kind: /** @type {const} */ ('audio'), at });
  let list = [call('tel:1', 1), call('tel:2', 0)];
  list = withRecent(list, call('tel:2', 5), 2);
  assert.deepEqual(list.map(({ uri }) => uri), ['tel:2', 'tel:1']);
  list = withRecent(list, call('tel:3', 6), 2);
  assert.deepEqual(list.map(({ uri }) => uri), ['tel:3', 'tel:2']);
});

test('the likely country: chosen, set, then the browser\'s languages', () => {
  assert.deepEqual(likelyRegions(['it', 'en-GB', 'pt-BR', 'x']), ['IT', 'GB', 'BR']);
  assert.equal(startRegion({ last: 'CH', setting: 'DE' }), 'CH');
  assert.equal(startRegion({ setting: 'DE' }), 'DE');
});

test('settings come back from the file they went into; what cannot hold is named', () => {
  const own = { mark: 'solid', blockedSites: ['example.com'], recentsLimit: 7 };
  assert.deepEqual(fromFile(toFile(own, '1.0.0'), []), { values: own, problems: [] });
  const read = fromFile(toFile({ mark: 'wavy', recentsLimit: 'many', nonsense: 1, supportLink: 'https://x', confirm: 'always', enabled: false }, '1'), ['enabled']);
  assert.deepEqual(read?.values, { confirm: 'always' });
  assert.deepEqual(read?.problems, [
    { name: 'mark', problem: 'choice' }, { name: 'recentsLimit', problem: 'type' }, { name: 'nonsense', problem: 'unknown' },
    { name: 'supportLink', problem: 'unknown' }, { name: 'enabled', problem: 'locked' }]);
  for (const text of ['', '{}', '[]', 'null', '{"product":"click-to-call-for-webex"}', '{"product":"click-to-call-for-webex","settings":[]}']) assert.equal(fromFile(text, []), null, text);
});

test('ranges of internal extensions', () => {
  assert.deepEqual(readRanges('2000-2999\n 17 \nx\n300–399'), [{ from: '2000', to: '2999' }, { from: '17', to: '17' }, { from: '300', to: '399' }]);
});

test('the copy for support shows no number, address or user name', () => {
  const text = masked('last +39 02 3031 2345 to anna.b@example.com in /home/anna/.config and C:\\Users\\Anna\\x; version 0.1.0, code 404');
  assert.doesNotMatch(text, /3031|anna|Anna|0230/);
  assert.match(text, /•45/);
  assert.match(text, /version 0\.1\.0, code 404/);
  assert.match(report([{ name: 'Host', value: '1.2.3' }], [{ level: 'bad', id: 'host.x', what: 'gone', fix: 'install' }]), /Host: 1\.2\.3[\s\S]*\[bad\] host\.x: gone → install/);
});

test('the card stays inside the viewport and off the number', () => {
  const view = { width: 800, height: 600 };
  const card = { width: 300, height: 200 };
  for (const [left, top] of [[10, 10], [700, 10], [10, 560], [700, 560], [400, 300]]) {
    for (const rtl of [false, true]) {
      const number = { left, right: left + 90, top, bottom: top + 18 };
      const at = place(number, card, view, rtl);
      assert.ok(at.left >= 0 && at.left + card.width <= view.width && at.top >= 0 && at.top + card.height <= view.height, JSON.stringify(at));
      assert.ok(at.top >= number.bottom || at.top + card.height <= number.top, 'covers the number');
    }
  }
});

test('only on Android the link itself is opened, and it is one that Webex takes there', () => {
  for (const os of ['linux', 'win', 'mac', 'cros', 'openbsd']) assert.equal(directLink(os, 'tel:+390230312345'), null, os);
  assert.equal(directLink('android', 'tel:+390230312345'), 'webextel://login?telephone=%2B390230312345');
  assert.equal(directLink('android', 'sip:anna@example.com'), 'webextel:anna@example.com');
});

test('a finding is worded with its facts apart; one of a newer host is left to the host', () => {
  assert.equal(englishFindings().finding_host_manifestMissing_mend, 'Run: $2');
  assert.equal(wordFinding('host.newer', 'seen', {}), null);
});
