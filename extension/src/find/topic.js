/** Words for ids that here name what one calls about: a desk, a topic, what is done with a thing, people who are served. */
import { isLetter } from './chars.js';
import { wordStart } from './token.js';
import { CONTACT, kindOf, NUMBER, OTHER, PHONE } from './words.js';

/** One booking has an id, bookings have a desk. */
export const SINGULAR = /^(?!.*[a-z]s$)(?:booking|r[eé]servation|reserva|buchung|reservierung|prenotazione|boo?kning|rezerwacja|rezervacija|foglal[aá]s|rendel[eé]s|poli[cç]e$|брон|резервация|κράτηση|حجز|الحجز|tempahan|reservasi|bestilling|narocilo)/i;

/** The same of orders, first on the line: “Заказ 8912…”, not “Bakery, orders 0478…”. */
export const ORDERED = /^(?:заказ|замовлення|sipari[sş]|поръчка|comand[aă]|objedn[aá]vka|tilaus|παραγγελ[ιί]α)$/i;

/** People who are served: “atención al socio”, “service client”, “customer” are about calling when a service word leads. */
export const CUSTOMER = /^(?:client|kund|klant|customer|klient|z[aá]kazn|[uü]gyf|soci|m[uü][sş]teri|asiakas|клиент|клієнт|πελατ|lid|leden|member|medlem|patient|pa[cz]ient|abonn|assur|usuario|utente)/i;

/** What is done with a card, a parcel or a meter is a desk's work: “блокировка карт”, “preuzimanje paketa”, “odbiór wyników”. */
const ACTION = /^(?:blo[ck]k?[aio]|bllok|zastrze|preuz|prevzem|odbi[oó]r|v[yý]d[ae]j|vr[aá][ct]en|выдач|видач|блок[иу]|издаван|prodaj|prodej|predaj|sprzeda|продаж|prijav|nahl[aá][sš]|ode[cč]t|odczyt|показ[ан]|самоотч|передач|strat|ztr[aá]t|zagub|απ[ωώ]λει|δ[ηή]λωσ|[εέ]νδειξ|naro[cč]anj|obra[cč]un|запис[иь]?$|при[её]м|прийом|pieteik|dupli[kc][aá]t|дубл[иі]к|[wv][yý]pisy|extrase|выписки|витяги|kontrol|контрол|[εέ]λεγχ|повер[кч]|повірк|legaliz|возврат|αλλαγ|εκκαθ|reklam|ankes|skarg|жалоб|скарг|пригов|lost|stolen|verlore|block|blok(?:ir|kier|ker)|sperr|opposition|retrait|demande|d[eé]p[oô]t|relev[eé]s?|d[eé]pannage|perte|perdid|retur\b|renouvel|renew|pembuatan|perpanjangan|pengurusan|pengambilan|kehilangan|hilang|legalisir|c[aấ]p|kh[oó]a|kufunga|kupotea|[وا]?(?:ل)?(?:إيقاف|تجديد|إصدار|استخراج|استلام|تسجيل|فقدان|سرقة|تحديث|إلغاء|خسارت|مسدود|صدور|تمدید|دریافت|اعلام|تعویض)|חסימת|חידוש|ביטול|הנפקת|אובדן|गुम|নষ্ট|হারানো)/iu;

const QUESTION = /^(?:frage|question|quer|enquir|inquir|d[uú]das?$|domand|d[uú]vida|vra+g|fr[aå]g|sp[oø]r[gs]|pytan|dotaz|ot[aá]zk|k[eé]rd[eé]s|[iî]ntreb|вопрос|питан|въпрос|ερωτ|soru|kysy|ask|info|problem|störung|panne)/i;

/** “ufficio contratti”, “suivi de colis”, “atención al paciente”: in Romance and Celtic languages the desk or what it does comes first. */
const DESK = /^(?:ufficio|sportello|ritiro|consegna|pagamento|vendita|oficina|ventanilla|m[oó]dulo|recogida|recollida|atenci[oó]n?|expedici[oó]n?|ven[td]a|aver[ií]as|balc[aã]o|setor|cart[oó]rio|retirada|entrega|emiss[aã]o|apoio|atendimento|guichet|accueil|suivi|retrait|vente|bureau|swyddfa|oifig)$/i;

/** “for complaints”, “для звернень”, “शिकायत के लिए”: what one calls about. */
const FOR = /(?:^|[\s\u00a0(,;·|–-])(?:for|f[uü]r|bei|zu|zur|zum|pour|para|per|por|voor|bij|f[oö]r|vid|ved|til|om|dla|pro|na|o|pri|za|pentru|для|по|при|за|щодо|γιά|για|لل|برای|untuk|cho|v[eề])[ \u00a0](?:[\p{L}'’]{1,12}[ \u00a0])?$/iu;

const FOR_AFTER = /^[ \u00a0]?(?:(?:करने |कराने |बुक करने )?के लिए|करें|करने|कराने|हेतु|साठी|गर्न|করতে|করুন|செய்ய|చేయ|ಮಾಡಲು|ചെയ്യ|કરવા|ਕਰਨ|کے لیے|کیلئے|کرنے|i[cç]in|uchun|[uü][cç][uü]n|үшін|এর জন্য|জন্য|கு|కోసం)/iu;

export function isPurpose(/** @type {string} */ text, /** @type {number} */ from, /** @type {number} */ end) {
  return FOR.test(text.slice(Math.max(0, from - 24), from)) || FOR_AFTER.test(text.slice(end, end + 8));
}

export function servedBefore(/** @type {string} */ text, /** @type {number} */ from, /** @type {number} */ limit, /** @type {boolean} */ customer) {
  for (let i = from - 1, n = 0; i >= limit && n < 3; i--) {
    const c = text.charCodeAt(i);
    if (isLetter(c)) { const start = wordStart(text, i, limit); const word = text.slice(start, i + 1); if (QUESTION.test(word) || ACTION.test(word) || DESK.test(word) || (customer && kindOf(word) === CONTACT)) return true; i = start; n++; } else if (c !== 32 && c !== 39 && c !== 0x200c && c !== 0x2019 && c !== 0xa0) return false;
  }
  return false;
}

/** “Invoices: Turid 412 …”, “firewood in sacks, Arne 412 …”: a name that is asked for. */
export const ASKED = /[,:] $/;

/** “orders before noon”: a topic has its hours, an id has none. */
export const TIMED = /^[ \u00a0](?:before|after|until|vor|nach|bis|avant|apr[eè]s|jusqu|voor|antes|despu[eé]s|ap[oó]s|abans|despr[eé]s|prima|dopo|entro|f[oø]re?|efter|etter|inden|ennen|eftir|fyrir|roimh|cyn)[ \u00a0]/i;

/** “births and deaths 020 …”, “pass och körkort”: two things are what one calls about. */
const TOPIC = /(\p{L}[\p{L}.’'-]{2,}) ?(?:&|[ \u00a0](?:and|und|et|en|y|e|i|и|та|і|й|[eé]s|[sș]i|ve|και|ir|dhe|va|və|և|და|og|och|ja|agus|eta|ac)) (\p{L}[\p{L}’'-]{3,})[ \u00a0:.–-]*$/u, CODED = /(?:code|[ck]od[ei]?|n[ro]|id|ref|account)$/i;

export function isTopic(/** @type {string} */ text, /** @type {number} */ pos, /** @type {number} */ limit) {
  const two = TOPIC.exec(text.slice(limit, pos))?.slice(1);
  return Boolean(two) && /** @type {string[]} */ (two).every(word => kindOf(word) !== NUMBER && !CODED.test(word));
}

/** Where one thing ends in -s too: “līgums”, “polisas”. */
const BALTIC = /[āēīūģķļņėęįųąčšž]|^(?:polis|protokol|dokument|abonent|kont|talon|konkurs|diplom|objekt|biliet|konteiner)a?s$|(?:im|ym|av)as$|[gj]ums$/i;

/** An id belongs to one thing: “invoices”, “clients”, “Rechnungen” are what one calls about. */
export const isPlural = (/** @type {string} */ word) => /ungen$/i.test(word) || (/[^\Wsui]s$/.test(word) && word.length > 4 && !BALTIC.test(word) && (kindOf(word.slice(0, -1)) === OTHER || (/es$/.test(word) && kindOf(word.slice(0, -2)) === OTHER)));

/** 住民票・市民課, 차량등록사업소: a place ends the stretch; แผนกบัญชี, อายัดบัตร: a desk or what one asks of it begins it. */
const PLACE_LAST = /(?:[課係室科処署所院館園局組班]|センター|デスク|[部科处處所局室站厅廳馆館队隊组組台]|中心|窗口|사업소|출장소|지점|센터|창구|데스크|[가-힣]{2}(?:(?<!결)과|팀|실|국))(?:へ|まで|に|は|로)?$/;

/** Japanese, Chinese and Korean say last what a thing is: 免許返納 is no licence; …証, …券, ใบ…: papers, which bear numbers. */
export const HEAD_LAST = /[\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/;

const PAPER = /(?:[証票状簿]|[^秘古辞聖読蔵図]書|[^办代辦]证|[^辦辨]證|[^办辦失挂掛退丢]卡|券|[^菜]单|[^菜]單|증명|지시서|증명서|확인서|신청서|계약서|명세서|전표|[가-힣]증)$|^(?:ใบ|บัตร)/, TICKETS = /[机機车車门門船戏影]票$/;

export const isPaper = (/** @type {string} */ stretch) => PAPER.test(stretch) && !TICKETS.test(stretch);

const DESK_FIRST = /^(?:แผนก|ฝ่าย|งาน|ห้อง|ศูนย์|กอง|กลุ่ม|หน่วย|ร้าน|ช่าง|สำนัก|แจ้ง|อายัด|ติดตาม|ลงทะเบียน|ต่อ|ทำ|ขอ|สมัคร|ยกเลิก|เคลม|ซ่อม|ส่ง|บริการ|ຝ່າຍ|ຫ້ອງ|ຮ້ານ|ຈອງ|ສັ່ງ|ផ្នែក|ការិយាល័យ)/;

const ID_DENSE = /เลข|รหัส|ເລກ|ລະຫັດ|លេខ|កូដ/;

export const isDesk = (/** @type {string} */ stretch, /** @type {number} */ end) => (end < stretch.length && PLACE_LAST.test(stretch)) || (DESK_FIRST.test(stretch) && !ID_DENSE.test(stretch));

/** تلفن شعبه: “telephone of the branch”. */
export function followsPhone(/** @type {string} */ text, /** @type {number} */ from, /** @type {number} */ limit) {
  if (from - 2 < limit || text.charCodeAt(from - 1) !== 32 || !isLetter(text.charCodeAt(from - 2))) return false;
  return kindOf(text.slice(wordStart(text, from - 2, limit), from - 1)) === PHONE;
}
