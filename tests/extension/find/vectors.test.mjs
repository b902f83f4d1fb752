// One line a rule. `text | region | E.164 (x extension) …`; nothing after the region: nothing to call.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explain } from '../../../extension/src/find/explain.js';
import { findNumbers } from '../../../extension/src/find/index.js';
import { inferRegion, inferRegionFromText } from '../../../extension/src/find/region.js';

const VECTORS = `
Tel. +49 (0) 30 / 23 12 5 - 0 45 | DE | +493023125045
Fon: 0049 (0) 30 23125 045 | DE | +493023125045
089 99998 321 | DE | +498999998321
Tel.: 01/234 56 DW 17 | AT | +43123456x17
02)312-3456 | KR | +8223123456
010-12345678转8001 | CN | +861012345678x8001
(0xx11) 2345-6789 | BR | +551123456789 | label: Fone:
011-15-2278-6488 | AR | +5491122786488
011 44 20 7946 0958 from the US | US | +442079460958
+38(050)123-45-67 | UA | +380501234567
フリーダイヤル 0120-777-526 | JP | +81120777526
携帯 ０９０−１２３４−５６７９ | JP | +819012345679
फ़ोन: ०२२ २३४५ ६७८९ | IN | +912223456789
1-888-PLUMBERS4U | US | +18887586237
(888) NEW-ROOF | US | +18886397663
212-555-0166, 212-555-0167 | US | +12125550166 +12125550167
Tel: +1 212-555-0166 ext. 45 | US | +12125550166x45
514 555-0122, poste 204 | CA | +15145550122x204
Tel.: +65 6121 6546/7 | SG | +6561216546
06 12 34 56 78 07 56 78 90 12 | FR | +33612345678 +33756789012
Join by phone +1-415-655-0001 US Toll, access code 2551 234 5678 | US | +14156550001
Webex meeting 2551 234 5678, password 4821 | US |
Meeting-Kennnummer (Zugriffscode): 2734 030 2312 | DE |
Access code: 2132 555 0166## | US |
Order #2125550166 has shipped | US |
2147483647 | US |
212.555.0166.2 | US |
192.168.10.200 | US |
01 99 00 45 67 | FR | +33199004567
Tirage : 04 12 23 31 45 | FR |
03/04/2023-05/06/2023 | DE |
12 345 678 EUR | CZ |
https://x.example/t/212.555.0166/view | US |
abc-212-555-0166-xyz.zip | US |
sip:alice@example.com | US | sip:alice@example.com
SIP: bob@pbx.example.org:5061 | US | sip:bob@pbx.example.org:5061
25512345678@example.webex.com | US |
`;

for (const line of VECTORS.trim().split('\n')) {
  const [text, region, wanted = '', label = ''] = line.split(' | ').map(part => part.replace(/ \|$/, '').trim());
  test(`${text} (${region.replace(' |', '')})`, () => {
    const source = label ? `${label.replace('label: ', '')} ${text}` : text;
    const got = findNumbers(source, { region: region.replace(/ ?\|$/, '') }).map(n => n.sip ? `sip:${n.sip}` : n.e164 + (n.ext ? `x${n.ext}` : ''));
    assert.deepEqual(got, wanted ? wanted.split(' ') : [], JSON.stringify(explain(source, { region })));
  });
}

test('digits sent after the answer', () => {
  const [n] = findNumbers('Dial +1-650-479-3208,,25512345678# to join', { region: 'US' });
  assert.equal(n.e164, '+16504793208');
  assert.equal(n.postDial, ',,25512345678#');
});

test('sensitivity moves the line', () => {
  const text = 'Ref 4155550132';
  assert.equal(findNumbers('4155550132', { region: 'US' }).length, 0);
  assert.equal(findNumbers('4155550132', { region: 'US', sensitivity: 'eager' }).length, 1);
  assert.equal(findNumbers(text, { region: 'US' }).length, 0);
});

test('context stands in for what the text does not hold', () => {
  assert.equal(findNumbers('4155550132', { region: 'US', context: { before: 'Phone:' } }).length, 1);
  assert.equal(findNumbers('415-555-0132', { region: 'US', context: { header: 'Order no.' } }).length, 0);
  assert.equal(findNumbers('415-555-0132', { region: 'US', context: { after: '€' } }).length, 0);
});

test('explain names the candidate, the outcome and the reasons', () => {
  const [taken] = explain('Tel. 030 2312510', { region: 'DE' }).filter(c => c.taken);
  assert.deepEqual([taken.e164, taken.reasons.some(r => r.code === 'phone-word')], ['+49302312510', true]);
  const refused = explain('Rechnungsnummer 030 2312510', { region: 'DE' });
  assert.ok(refused.length && refused.every(c => !c.taken) && refused.some(c => c.reasons.some(r => r.code === 'other-word')));
});

test('the region comes with a reason', () => {
  assert.deepEqual(Object.values(inferRegion({ country: 'Deutschland', lang: 'de' })).slice(0, 3), ['DE', 'country', 'Deutschland']);
  assert.equal(inferRegion({ host: 'www.example.co.nz', lang: 'en' }).region, 'NZ');
  assert.equal(inferRegion({ numbers: ['+41 44 668 18 00', '+41 31 322 21 11'], lang: 'de' }).region, 'CH');
  assert.equal(inferRegion({ lang: 'pt-BR' }).reason, 'language-region');
  assert.equal(inferRegionFromText('Tel. 021 233 46 75', { lang: 'de' }).region, 'CH');
  assert.equal(inferRegion({}).region === null || typeof inferRegion({}).region === 'string', true);
});
