// One line a rule. `text | region | E.164 (x extension) …`; nothing after the region: nothing to call; ⏎ and ⇥ stand for a line's and a cell's end.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explain } from '../../../extension/src/find/explain.js';
import { findNumbers } from '../../../extension/src/find/index.js';
import { inferRegion, inferRegionFromText } from '../../../extension/src/find/region.js';

const VECTORS = `
Registration of births and deaths 0161 496 0594 | GB | +441614960594
Pass och körkort (040) 628 03 65 | SE | +46406280365
Sort code and account (0117) 496 0549 | GB |
Orders before noon 01904 412 469 | GB | +441904412469
Faktura: Turid 22 12 38 05 | NO | +4722123805
Zähler 0176 048 20393 | DE |
Zählerstände: 0176 048 20393 | DE | +4917604820393
Ufficio contratti (0461) 88 37 16 | IT | +390461883716
Auftragsannahme 0221 4710 644 | DE | +492214710644
Case (312) 555-0118 dismissed | US |
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
0201-1976 Roman, 0208-1978, 0208-1983 | DE |
Tel. 212-555-0100 and ask for extension 45 | US | +12125550100x45
Tel. 212-555-0100 (x45) | US | +12125550100x45
Tel. 030 2312510, dann Durchwahl 45 | DE | +49302312510x45
Tel. 020 445 1289 (toestelnr. 45) | NL | +31204451289x45
Tel. 8 (495) 445-12-89, внутренний номер 45 | RU | +74954451289x45
Tel. 011 445 1289، تحويلة: ٤٥ | SA | +966114451289x45
Tel. 010-64451289转分机45 | CN | +861064451289x45
Adolf-Baeyer-Str. 12, 030 2312510 | DE | +49302312510
Anna Price, 12 High St, 033 718 1590 | ZA | +27337181590
Centro de arbitragem: 213 456 700 | PT | +351213456700
Maria Costa, 912345118 | PT | +351912345118
Cholula: 14 Ote. 207, 01 222 123 4520 | MX | +522221234520
моб. 8-067-412-34-56 | UA | +380674123456
Bestellannahme (Mo–Sa): 0 41 31 - 23 45 68 | DE | +494131234568
021 412 3456 – 083 412 3457 | ZA | +27214123456 +27834123457
T: 01-4123456 M: 086-4123456 | IE | +35314123456 +353864123456
株式会社花田電気 – 0778-38-4439 | JP | +81778384439
Для звернень читачів: 0 800 123 417 | UA | +380800123417
les fiches 0475.12.34.21 à 0475.12.34.60 y sont | BE |
CDC 0214   0274-118-902 612.00            4,094.87 | NZ |
202-555-0113..202-555-0190 reserved | US |
DNI 400 77 46 53 | ES |
phone_id IN (2125550101) | US |
Заказ 89124451289 | RU |
Tel +39 02 3031 1002Tel +39 02 3031 1003 | IT | +390230311002 +390230311003
02 3031 1002E-mail: a@b.example | IT | +390230311002
Tel +39 02 3031 1002abc | IT |
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
could you call the member center at 319-555-0164 | US | +13195550164
did the lot. He's also on 07400-118-220 | GB | +447400118220
gate code from Thabo 071 123 4488 | ZA | +27711234488
Sifariş nömrəsi (046) 071 50 24 | AZ |
Sort code 20-45-77 Account (057) 082 3311 | IE |
Klachten over geluid: 020 - 123 45 67 | NL | +31201234567
Kartenreservierung unter 0341/1234567 | DE | +493411234567
Studijní: 221 123 410, klapka 12 | CZ | +420221123410x12
Intercom code ready: +441914980377;114 | GB | +441914980377x114
妇儿保健 (0755)83123479-8023。 | CN | +8675583123479x8023
Flagstaff, AZ 86001 • 928-555-0174 • renee | US | +19285550174
al celu 0223 15-512-3456 | AR | +5492235123456
Гаряча лінія МОЗ: 0 800 60 20 19. | UA | +380800602019
Hwy 90 W ..........251 555-0190 | US | +12515550190
Shayela ihhovisi ku-031 345 6712 phakathi | ZA | +27313456712
fjelloppsynet på 951 23 479. | NO | +4795123479
Crisis? Ring 13 23 45 any hour | AU | +61132345
Per la legna secca senti Piero, 340 1234512 | IT | +393401234512
Nakliyat 05321234512 şehir içi | TR | +905321234512
M 1 877 TICKETS⏎W www.example.org | US | +18778425387
Jade Fall Place⏎07 3176 3917 | AU | +61731763917
Beto⇥477-312-3485⏎Agua⇥4771233486 | MX | +524773123485 +524771233486
VS 0912001234 | SK |
Title deed 04234/2021, BUA | AE |
Veranstaltungs-ID 0692 3125 117, Kennwort 40669 | DE |
(IEEE) 60000-64999: globally allocated | IN |
the supply (5717/5719) | HK |
liefert, der Motor, 800-DPI-Schritte durchzuführen | US |
compression by TLS 1.3 DC-DC | AU |
100 0 99 6⏎99 6 99 12⏎98 18 96 24⏎96 24 95 30 | SG |
63 -77 68 -72 | SG |
entre −922 et +922 337 203 685 477,5807 | FR |
issn = {0163-5980} | IT |
2014 002E 055D 0531 0561 0532 055F | DE |
 p             70   97   97   97   70       97 | GB |
MAX_INT (017777777777 on 32-bit | DE |
bsd_signal 3 2023-02-05 "Linux" | JP |
0xa9 = 1010 1001 (copyright) | CN |
* [\`0658424227\`](https://example.org) | FR |
Position [ 0 530 1000 70 ] | IT |
v1.20.300.4000 is 1.20.300.4000 | IN |
14 14 0 0 0 15 15 | US |
Attendance line (leave name, class and ID): (541) 555-0165 | US | +15415550165
Escritório (Rua Ginga, 148, r/c): 222 39 48 20 | AO | +244222394820
Goods in (gate 3, 6:00–14:00) – 040/66969-310 | DE | +494066969310
stères de chêne. Marcel, 0261910633 heures des repas | FR | +33261910633
Gigi 338.41 80 772 ore pasti | IT | +393384180772
98765 43210 tonnes | IN |
ag 074 957 9392 nó 086 815 1388 roimh 14:00 | IE | +353749579392 +353868151388
تلفن شعبه: ۰۷۱-۳۶۲۷ ۴۰۱۹ | IR | +987136274019
Farmácia Polana, Maputo, 21 48 20 17, entregas | MZ | +25821482017
Larmnummer: 0771-55 01 77 | SE | +46771550177
Dial 1-800-555-ROOF today; CCB# 201437 | US | +18005557663
din străinătate: 0040 723 562 668⏎CF nr. 261874 | RO | +40723562668
Contact: 20 22 31 56/66 12 34 78 | ML | +22320223156 +22366123478
Ofisa: telefoni 24 715 | WS | +68524715
Skrivstovan 37 13 16, skiparin 21 34 46 | FO | +298371316 +298213446
Bestillinger inden kl. 10 86 12 21 36 | DK | +4586122136
Technika 8–16 637 3052 | EE | +3726373052
Casa particular: tel. 41 99 7146 o móvil | CU | +5341997146
defined at 48 C.F.R. § 252.227-7014(a)(1)) and | US |
subparagraph 252.227-7013 (c) (1) of DFARs | US |
followed by the bytes \`\`1A 44 53 00 00 00\`\` | US |
Biometrika Vol. 33, No. 3, pp. 239-251. 1945. | US |
ring R = 2147482801, x, lp; | US |
4+131573/53805x3-910/633x2 | US |
25ca+4534789049/1391386880d2b2 | US |
$ at 09:00 27.07.22 <<END | GL |
a   +39 02 3031 1006   b | IT | +390230311006
1+39 02 3031 1041, riga 1 | IT | +390230311041
ufficio verbali 800 550 144 (numero verde) | IT | +39800550144
me chama no 019 99555-0138 | BR | +5519995550138
T.C. kimlik no (0348) 257 82 85 | TR |
através do n.º 918.440.263 | PT | +351918440263
Razón: 600·55·01·77 | ES | +34600550177
David: 774-8201, 6482-0173, RUC 14820-173-55014 | PA | +5077748201 +50764820173
TIC Tolmin – (05) 380 04-80 | SI | +38653800480
Mahaia: 943-55.41.18 | ES | +34943554118
eller 56 51 41 18 om kvelden | NO | +4756514118
Trade customers: (03) 7010 4421 | AU | +61370104421
Lähetystunnus 0932957297 | FI |
Brezplačna številka: 080 19 47 | SI | +386801947
Č. objednávky 229 140 371 | CZ |
Zakázky na míru 229 140 371 | CZ | +420229140371
Blokada kartica 01 4456 102 | HR | +38514456102
Уверења и потврде 018/520-686 | RS | +38118520686
Договори: 0888 757 350 | BG | +359888757350
Договор 0888 757 350 | BG |
Līgumi 67864546 | LV | +37167864546
Līgums 29 600 330 | LV |
Poliçe 0(242) 886-78-65 | TR |
Technická kontrola 8–16 220 591 340 | CZ | +420220591340
Ραντεβού: 26510 32371 | GR | +302651032371
Ιερός Ναός, π. Γεώργιος 210 3431 171 | GR | +302103431171
nadzór 81 881 42 00 w. 31 | PL | +48818814200x31
(35) 3371-1205 r. 26 | BR | +553533711205x26
"| 0000: 02 23 44 30 13 40 ac 34 df 3d" | DE |
e8 1d 94 ff e0 3d 00 08 00 00 75 16 be 17 00 00 | GB |
[ 09 06 06 04 05 50 ff f1] | DE |
Sous 01 8100 8101 81807F. | FR |
Mairie 01 42 33 44 55 de 9 h à 12 h | FR | +33142334455
the IP address 192.168.250.3, with an alternative at 192.168.230.27. | CN |
query for 192.168.254/24 (zone | CN |
m 0.255.255.255 dst-ip | FR |
(82.50.72.202) | VN |
192.168.0.250  0x1  0xc | CN |
tel. 22.123.45.67 | PL | +48221234567
root  7245  0.1  0.1   2308  1096 pts/0 | FR |
root  7250  0.0  0.3   4988  3740 pts/0 | JP |
 192  100  195.128  138.65 | CN |
656  99.93440      74 | IN |
dovecot (0.99.20050712-1) unstable | CN |
0.13-20070314. It used to be there | GB |
ISBN 0-13-110362-8 (paperback), 0-13-110370-9 (hardback). | SE |
0-596-00027-8 | JP |
v1.00 beta 01 (980507) | AT |
Math. Comp., 33 (146) (1979), 812–814. | IT |
Linear Algebra Appl., 226/228 (1995), 331–344. | US |
// 0-7 16-23 8-15 24-31 -> xzyw | CN |
reg = <70 71 72 73⏎74 75 76 77>; | HK |
-4 0 7 4915200 0x10 | FR |
detection of flags for C++98/11/14/17 has been improved | US |
M 1 048 576, G 1 073 741 824 och så vidare | IT |
eth0 key 0123-4567-89 | IT |
Linux Base Driver for the Ethernet Controller 700 Series | AU |
:menu 80.900 Buffer.last | RU |
zmieniana na 12345678901.gz. Nazwy | US |
imap  (25693 25686 25679 25669) (fd95 | IN |
.text 294880 8192  .data 81920 | IN |
CheckDigitUPC("07164183001"); | GB |
CheckDigitISBN("052166103"); | SE |
PostalMoneyOrder(16786457155); | US |
[ [ 312330173, 15560030349, -125721926670 ], | CN |
A 01101010 számot adja | SE |
Europe:⇥Fax:⇥⇥33 (0)1 41 15 12 13 | AT |
Theoret. Comput. Sci. 255 (2001) 539–553. | GB |
J. London Math. Soc. 54 (1996) 25–38. | US |
J. Algebra **81** (1983). 258-265. | IN |
Publ. Math. Debrecen 13 1966 103-107. | IN |
Mathematical Programming, 147 (2014) 155-170. | US |
Adv. in Math., Volume 229, Issue 5, pp. 2950–2984. | HK |
Journal of Physics A. 39(11):2611--2655, 2006. | HK |
y^2 = x^3 + 170246996*x + 2036646110 over a field | US |
(133/6747*a - 5373/96707)*x^6 + (-6/2249*a + 18584/290121)*x^5 | US |
680504/9*a^3-66622345345/24*a^2+33276655441/12*a-24931615912/9 | US |
-140.4711702... + 469.0793692...*I | US |
 + (395507812500*E(5) + 791015625000*E(5)^2 | US |
(-7095/502681 : -366258864/356400829 : 1)], | IN |
z + 1/24*z^3 + 29/384*z^5 - 8399/322560*z^7 | IN |
[-13422227300, -49322830557, 12167000000]] | CN |
x^2 - 37746035*x - 89296920339 over a field | RU |
8255385638/3*a + 15567609440/3 | US |
The granularity is 1/2147483648 of it. | US |
Max keyfile length:   17179868159 | US |
[ 664   54   30  233  217 1078] | IN |
[ 0  1 96 16 75  0  0 17 17 80 80  0  0 74 40 ] | SE |
05| 05 07 11 01 08 09 02 03 10 00 04 06 | DE |
fib Main    205     2692537  100.0  100.0 | CN |
0000040   I   S   T   A   N 377 377 377 377 003 | IT |
a hexadecimal string in the form 0102030405 | FR |
0 -1.573076  0.075792 -1.722223 | AT |
编码 040-0177 ( 041-0176 ) 或 0240-0377 | DE |
0 134 139⇥⇥turquoise4 | AU |
(2;0) 16.94444 | SE |
43691/131072 | AT |
isValidIBAN('NL91 ABNA 0417 1643 00') | DE |
the_geom -12279454 6741885 -12064207 6732101 -11941908 6595126 | CN |
"send_at": 1409348513, | IN |
"Position", [ 0 502 200 25 ], ... | SE |
[ 14 253 55 286 ] | IN |
 pix_lock  256 4007140         4882          0.1218 | IN |
Class. Quant. Grav. 17 2885-2902 (2000). | IN |
11|01144467789 | GB |
adds support for JIS X 0212-1990.  That means | DE |
0 83 4722 0 1412881037 916203 3108 | IN |
1877 IMATELEM(*mm,i,j) | US |
rand() % 60000 - 30000; | IN |
==> 333333 444444 | IT |
DST in 1980 (08-02/09-13) and 1984 | SE |
'02 46 37 37 25 25 02 00' = 24mm | DE |
Phone: +41 (0)1 635 5209 | AU |
8859-11 | SM |
0549 885911 | SM | +3780549885911
Blocks 4099 - 8191 | HK |
3367834yz14+18058968265/357858y6z9-8673 | US |
(%o4) y   + 80 y   + 7520 y   + 49475840 y | US |
6 lb + 9.8218858 oz | US |
code := CodePcgs( p );⏎5790338948 | US |
log_p(a+2, p1, 20)⏎8255385638 | US |
M⇥+49 30 2312510⏎T⇥0341 2312567 | DE | +49302312510 +493412312567
k = 9⏎73 1153 1873 | US |
53482 53480 | IN |
3600000 2089 | IT |
PYTHONHASHSEED='2211987514' | CN |
<taskend task="Service scan" time="1151384788" /> | IN |
124992471088310 | CN |
**Tel. 0341 2312567** | DE | +493412312567
住民票・印鑑登録:市民課 0466-50-3820 | JP | +81466503820
登録証 0466-50-3820 | JP |
免許返納 0852-55-2210 | JP | +81852552210
組合員証 0258-33-1872 | JP |
房产证 0551-6288 4431 | CN |
办证 0551-6288 4431 | CN | +8655162884431
ใบขับขี่ 095-332-7714 | TH |
자동차 등록·이전 차량등록사업소 051-888-3365 | KR | +82518883365
검사 신청번호 051-888-3365 | KR |
แผนกบัญชี 02-749-3316 | TH | +6627493316
เลขที่บัญชี 02-749-3316 | TH |
ग्राहक सेवा 98291 44170 | IN | +919829144170
ग्राहक क्र. 98291 44170 | IN |
رقم التسجيل 06 535 5000 | JO |
التسجيل والقبول 06 535 5000 | JO | +96265355000
Blokir kartu ATM 021 500 2345 | ID | +62215002345
Lidnommer 051 447 1184 | ZA |
`;

for (const line of VECTORS.trim().split('\n')) {
  const [text, region, wanted = '', label = ''] = line.replaceAll('⏎', '\n').replaceAll('⇥', '\t').split(' | ').map(part => part.replace(/ \|$/, '').trim());
  test(`${text} (${region.replace(' |', '')})`, () => {
    const source = label ? `${label.replace('label: ', '')} ${text}` : text;
    const got = findNumbers(source, { region: region.replace(/ ?\|$/, '') }).map(n => n.sip ? `sip:${n.sip}` : n.e164 + (n.ext ? `x${n.ext}` : ''));
    assert.deepEqual(got, wanted ? wanted.split(' ') : [], JSON.stringify(explain(source, { region })));
  });
}

test('a long text that never speaks of calling holds no number without a label, in the middle of a sentence', () => {
  const prose = 'The archive holds letters, maps and prints that were given to the town by several families. '.repeat(5);
  const text = `${prose}The view marked 01223 336 771 shows the mill.`;
  assert.equal(findNumbers(text, { region: 'GB' }).length, 0);
  assert.equal(findNumbers(`${text} Please call us.`, { region: 'GB' }).length, 1);
});

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
  for (const [country, lang, region] of [['Allemagne', 'fr', 'DE'], ['St. Lucia', 'en', 'LC'], ['U.S.A.', 'en', 'US']]) assert.equal(inferRegion({ country, lang }).region, region, country);
  assert.equal(inferRegion({ host: 'www.example.co.nz', lang: 'en' }).region, 'NZ');
  assert.equal(inferRegion({ numbers: ['+41 44 668 18 00', '+41 31 322 21 11'], lang: 'de' }).region, 'CH');
  assert.equal(inferRegion({ lang: 'pt-BR' }).reason, 'language-region');
  assert.equal(inferRegionFromText('Tel. 021 233 46 75', { lang: 'de' }).region, 'CH');
  for (const [text, lang, region] of [
    ['Dive shop, Muscat: 9212 3412, landline 24 123 412', 'en', 'OM'], ['Transport Kinshasa–Matadi, départ 6h, 0812 345 618', 'fr', 'CD'],
    ['Zimmerei Stöckl, Kufstein, 05372/64218-14', 'de', 'AT'], ['ورشة تصليح مكيفات، مسقط، 9212 3418', 'ar', 'OM'],
    ['Unser Haus in Österreich: 05372/64218', 'de', 'AT'], ['Chalet en Suisse, 021 233 46 75', 'fr', 'CH'],
    ['Booked by ringing Carmel on (066) 712 4418. Baskets €386.20', 'en', 'IE'],
  ]) assert.equal(inferRegion({ text, lang }).region, region, text);
  assert.equal(inferRegion({}).region === null || typeof inferRegion({}).region === 'string', true);
});
