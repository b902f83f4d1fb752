/**
 * What in a text speaks for a country. LANGUAGES: where a language is read, likeliest first. SIGNS: currencies, company
 * forms, tax ids, capitals and large cities, as `REGION pattern`, patterns as regular expressions.
 */
export const LANGUAGES = `
en US GB IN AU CA IE NZ ZA SG HK PH KE NG GH PK AE MY MT UG TZ ZW LK BD JM TT
de DE AT CH LI LU|fr FR BE CH CA LU MA TN DZ SN CI CM MC RE GP MQ GF CD|es ES MX AR CO CL PE EC VE UY GT CR DO BO PY PA HN SV NI CU PR|pt BR PT AO MZ CV|it IT CH SM VA
nl NL BE SR|sv SE FI AX|da DK GL FO|no NO SJ|nb NO|nn NO|fi FI|is IS|et EE|lv LV|lt LT|pl PL|cs CZ|sk SK|hu HU|ro RO MD|hr HR BA|bs BA|sl SI|sr RS ME BA|bg BG|mk MK|sq AL XK|el GR CY|ru RU KZ BY KG|uk UA|be BY
ka GE|hy AM|az AZ|kk KZ|ky KG|uz UZ|tg TJ|tk TM|tr TR CY|he IL|ar SA EG AE MA DZ IQ JO KW QA LB TN OM BH LY SD YE SY PS|fa IR AF|ur PK IN|hi IN|bn BD IN|ta IN LK SG|te IN|mr IN|gu IN|kn IN|ml IN|pa IN PK|si LK|ne NP|my MM|km KH|lo LA|th TH|vi VN|id ID|ms MY BN SG|tl PH|fil PH|jv ID|mn MN
zh CN TW HK SG MO|zh-tw TW HK|zh-hant TW HK MO|zh-hk HK|zh-cn CN|yue HK|ja JP|ko KR KP|sw KE TZ UG|am ET|so SO|rw RW|ha NG|yo NG|ig NG|af ZA NA|zu ZA|xh ZA|ca ES AD|eu ES|gl ES|cy GB|gd GB|ga IE|mt MT|fy NL|li NL|hsb DE|dsb DE|nds DE|gsw CH|rm CH|br FR|co FR|oc FR|wa BE|sc IT|fur IT|scn IT|an ES|csb PL|szl PL|ku IQ TR SY IR|ckb IQ IR|sn ZW|nd ZW|ny MW ZM|bem ZM|st LS ZA|tn BW ZA|wo SN|ln CD|mg MG|rn BI|lg UG|ti ET ER|om ET|dv MV|dz BT|ps AF PK|sd PK|or IN|as IN|to TO|sm WS|fj FJ|mi NZ|ht HT|qu PE BO EC|ay BO PE|gn PY|kl GL|fo FO|lb LU|ceb PH|tt RU|ba RU|cv RU|ug CN|bo CN|ast ES|se NO`;

/** How mobile numbers begin, national prefix left out, where other countries that speak the language use the same digits otherwise. */
export const MOBILES = 'AU4 ZA(6|7|8[1-4]) NZ2[127] CO3[0125] PE9 CL9 PH9 KE7 NG(70|80[2-79]|81|90) PK3 LK7 UG7 TZ[67] ZW7 MY1 DE1[567] AT6 CH7[5-9] MA[67] DZ[567] SA5 AE5 EG1 JO7 IQ7 BA6 ME6 XK4';

/** Prices in euros say which of the countries that share a language. */
export const EUROZONE = 'AD AT BE CY DE EE ES FI FR GP GF GR HR IE IT LT LU LV MC ME MQ MT NL PT RE SI SK SM VA XK';

export const SIGNS = `
GB £|\\bVAT Reg|\\b(?:London|Manchester|Birmingham|Leeds|Glasgow|Edinburgh|Bristol|Cardiff|Belfast|NHS|Sussex|Kent|Devon)\\b|\\b[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}\\b
IE \\b(?:Dublin|Cork|Galway|Limerick|Eircode|Garda[ií]?|HSE|Co\\. [A-Z][a-z]+)\\b|\\b[AC-FHKNPRTV-Y]\\d[\\dW] [\\dA-Z]{4}\\b
US \\b(?:AL|AZ|CA|CO|CT|FL|GA|IL|MA|MD|MI|MN|MO|NC|NJ|NV|NY|OH|OR|PA|TN|TX|UT|VA|WA|WI) \\d{5}\\b|\\bUSPS\\b|\\b(?:Inc|LLC)\\b|\\bZIP\\b|\\bSSN\\b
CA \\b[A-Z]\\d[A-Z] ?\\d[A-Z]\\d\\b|\\b(?:Toronto|Ontario|Qu[ée]bec|Montr[ée]al|Vancouver|Calgary|Ottawa)\\b
AU \\bPty\\b|\\bABN\\b|\\b(?:NSW|QLD|VIC|Sydney|Melbourne|Brisbane|Perth|Adelaide|Canberra)\\b|\\bA\\$
NZ \\bNZ\\b|\\bNZ\\$|\\b(?:Auckland|Wellington|Christchurch|Dunedin|Hamilton|NZBN|IRD)\\b
IN ₹|\\bRs\\.|\\b(?:GSTIN?|PIN|Aadhaar|PAN|Lakh|Crore|New Delhi|Delhi|Mumbai|Bengaluru|Bangalore|Chennai|Kolkata|Hyderabad|Pune|Nagar|Marg|Pvt)\\b
ZA \\bR ?\\d{2,}|\\b(?:Johannesburg|Cape Town|Durban|Pretoria|Gauteng|SARS|CIPC)\\b
SG \\bS\\$|\\bSingapore\\b|\\b(?:UEN|NRIC|Pte)\\b
HK \\bHK\\$|\\b(?:Hong Kong|Kowloon|Mong Kok|Wan Chai|Tsim Sha Tsui)\\b|香港|九龍|新界
PH ₱|\\b(?:Manila|Quezon|Makati|Cebu|Davao|Barangay|Brgy|PHP)\\b
KE \\bK(?:Sh|ES)\\b|\\b(?:Nairobi|Mombasa|Kisumu|M-?PESA|KRA|Kitengela|Nakuru|Eldoret)\\b
NG ₦|\\b(?:Lagos|Abuja|Ikeja|Kano|Ibadan|Port Harcourt|NGN)\\b
GH \\b(?:Accra|Kumasi|GH₵|GHS)\\b
PK \\b(?:Karachi|Lahore|Islamabad|PKR|Rawalpindi)\\b
MY \\bRM ?\\d|\\b(?:Kuala Lumpur|Selangor|Penang|Johor|Sdn|Bhd|Jalan)\\b
AE \\bAED\\b|\\b(?:Dubai|Abu Dhabi|Sharjah)\\b|دبي|أبوظبي|أبو ظبي|الشارقة|الإمارات|درهم
DE \\b(?:Berlin|Hamburg|M[üu]nchen|K[öo]ln|Frankfurt|Stuttgart|Leipzig|Dresden|Hannover|HRB|Amtsgericht|Bundes)\\b
AT \\b(?:Wien|Graz|Linz|Salzburg|Innsbruck|Klagenfurt|ATU\\d+|FN \\d+|[ÖO]sterreich)\\b|\\bA-\\d{4}\\b
CH \\b(?:CHF|Fr\\.|Z[üu]rich|Basel|Bern|Gen[èe]ve|Lausanne|Luzern|Lugano|CHE-|AHV|MWST|Schweiz|Suisse|Svizzera|Tessin|Ticino)\\b|\\bCH-\\d{4}\\b
FR \\b(?:Paris|Lyon|Marseille|Toulouse|Bordeaux|Lille|Nantes|SIRET|SIREN|RCS|SARL|Cedex|CEDEX|N° Vert|[Nn]uméro [Vv]ert|Mairie|[Pp]réfecture)\\b|\\b0 8\\d\\d \\d{3} \\d{3}\\b
BE \\b(?:Bruxelles|Brussel|Antwerpen|Gent|Li[èe]ge|Namur|Charleroi|Brugge|Leuven|BTW BE|BE ?0\\d|BV?BA|Belgi[ëe]|Belgique)\\b|\\bB-\\d{4}\\b
LU \\b(?:Luxembourg|Esch-sur|Ettelbruck|L-\\d{4})\\b
NL \\b(?:Amsterdam|Rotterdam|Utrecht|Den Haag|Eindhoven|Groningen|KvK|BSN)\\b|\\b\\d{4} ?[A-Z]{2}\\b
ES \\b(?:Madrid|Barcelona|Valencia|Sevilla|Zaragoza|M[áa]laga|Bilbao|Espa[ñn]a|DNI|NIE|S\\.L\\.)
MX \\b(?:M[ée]xico|CDMX|Guadalajara|Monterrey|Puebla|Quer[ée]taro|CURP|RFC|S\\.A\\. de C\\.V|MXN|Col\\.|Piso)\\b
AR \\b(?:Buenos Aires|C[óo]rdoba|Rosario|Mendoza|CABA|CUIT|CUIL|AFIP|Argentina)\\b
CO \\b(?:Bogot[áa]|Medell[íi]n|Cali|Barranquilla|NIT|COP|Colombia|Carrera|Cra\\.?)\\b
CL \\b(?:Santiago|Valpara[íi]so|Concepci[óo]n|RUT|Chile|Providencia|Las Condes)\\b
PE \\b(?:Lima|Arequipa|Cusco|Trujillo|Per[úu]|SUNAT|Miraflores)\\b|S/\\.? ?\\d
EC \\b(?:Quito|Guayaquil|Ecuador)\\b
VE \\b(?:Caracas|Venezuela|Maracaibo)\\b
UY \\b(?:Montevideo|Uruguay)\\b
BR R\\$|\\b(?:CPF|CNPJ|CEP|S[ãa]o Paulo|Rio de Janeiro|Belo Horizonte|Curitiba|Bras[íi]l|Ltda|Fone|Disque|Zap|CNPJ)\\b
PT \\b(?:Lisboa|Porto|Coimbra|Braga|NIF|NIPC|Portugal|[Tt]elem[óo]vel|[Cc]ontactos?|connosco|Unipessoal|utente|Morada)\\b
IT \\b(?:Roma|Milano|Torino|Napoli|Bologna|Firenze|P\\. ?IVA|S\\.r\\.l|S\\.p\\.A)\\b
SE \\b(?:Stockholm|G[öo]teborg|Malm[öo]|Uppsala|org\\.nr)\\b
FI \\b(?:Helsinki|Helsingfors|Tampere|Turku|[ÅA]bo|Y-tunnus|FO-nummer)\\b
CY \\b(?:Nicosia|Limassol|Larnaca)\\b|Λευκωσία|Λεμεσός|Κύπρος
MD \\b(?:Chi[șs]in[ăa]u|Moldova|MDL)\\b
BA \\b(?:Sarajevo|Mostar|Banja Luka|KM\\b|BiH|Bosn)
ME \\b(?:Podgorica|Crna Gora|Nik[šs]i[ćc]|Budva)|Подгорица
XK \\b(?:Prishtin|Kosov|Prizren)
KZ Алматы|Астана|Казахстан|Қазақстан|тенге|₸|БИН|ЖСН|БСН
BY Минск|Гомель|Беларус|УНП|BYN|бел\\. ?руб
KG Бишкек|Кыргыз
EG القاهرة|الإسكندرية|الجيزة|مصر|\\bEGP\\b|جنيه|\\b(?:Cairo|Egypt|Alexandria|Giza)\\b
SA الرياض|جدة|مكة|الدمام|السعودية|\\bSAR\\b|\\b(?:Riyadh|Jeddah|Dammam)\\b
MA المغرب|الرباط|الدار البيضاء|مراكش|\\b(?:Maroc|Casablanca|Rabat|Marrakech|MAD)\\b
JO الأردن|عمّان|عمان الأردن|\\bJOD\\b
IQ العراق|بغداد|دينار عراقي
KW الكويت|\\bKWD\\b|\\bKD ?\\d
QA قطر|الدوحة|\\bQAR\\b|\\bQR ?\\d
LB لبنان|بيروت|\\bLBP\\b
TN تونس|\\b(?:Tunis|Tunisie|TND|Sfax)\\b
DZ الجزائر|وهران|\\b(?:Alger|Alg[ée]rie|Oran|DZD)\\b
BD ঢাকা|চট্টগ্রাম|বাংলাদেশ|৳|\\b(?:Dhaka|Bangladesh|BDT)\\b
LK \\b(?:Colombo|Sri Lanka|Kandy|LKR)\\b
TW 台北|臺北|台灣|臺灣|高雄|台中|新北|NT\\$|統一編號
CN 北京|上海|广州|深圳|人民币|中国|ICP|元(?!月)
MO 澳門|\\bMOP\\b
TZ \\b(?:Dar es Salaam|Tanzania|TZS|Arusha|Dodoma)\\b
UG \\b(?:Kampala|Uganda|UGX)\\b
ZW \\b(?:Harare|Zimbabwe|Bulawayo)\\b
OM عمان|\\bOMR\\b|\\bR\\.?O\\.? ?\\d
BH البحرين|\\bBHD\\b|\\bBD ?\\d
ET \\b(?:ETB|Birr)\\b
ZM \\b(?:ZMW|Kwacha)\\b
RW \\b(?:FRW|RWF|Frw)\\b
CD \\b(?:CDF|FC)\\b
AO \\bKz\\b|\\bAOA\\b
MZ \\b(?:MZN|Mts?)\\b
BO \\bBs\\.? ?\\d|\\$us
PY ₲|\\bGs\\.? ?\\d
HN \\bL(?:ps?)?\\.? ?\\d|\\bHNL\\b
NI C\\$|\\bNIO\\b
GT \\bQ ?\\d|\\bGTQ\\b
CR ₡|\\bCRC\\b
PA B/\\.
DO RD\\$
FJ FJ\\$|\\bFJD\\b
BW \\bBWP\\b|\\bP ?\\d
NA N\\$|\\bNAD\\b
MW \\bMWK\\b
SN \\bDakar\\b|S[ée]n[ée]gal
CI \\bAbidjan\\b|C[ôo]te d[’']Ivoire`;
