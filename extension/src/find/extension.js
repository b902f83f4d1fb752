/** What follows a number: an extension in the words of its language, or digits to be dialled after the call is answered. */
import { digitValue, isInvisible, isLetter } from './chars.js';

/** Words for “extension”, longest first where one begins another. Latin ones may end in a dot; the rest stand as they are. */
const WORDS = [
  'extension', 'extensión', 'extens', 'ex', 'loc', 'durchw', 'nebenst', 'durchwahlnummer', 'ank', 'mell', 'psw', 'ekstensi', 'sisetel', 'ichki', 'brend', 'bylyn', 'số máy lẻ', 'lẻ', 'שלו', 'وصلة', 'внутренний', 'вътр', 'вътрешен', 'extensao', 'extensão', 'estensione', 'extn', 'exten', 'ext', 'xtn', 'ekst',
  'durchwahl', 'nebenstelle', 'apparat', 'klappe', 'app', 'dw', 'kl', 'nst',
  'poste', 'interne', 'post', 'interno', 'internos', 'internal', 'int', 'anexo', 'anx', 'ramal', 'ram', 'rml',
  'toestel', 'tst', 'doorkiesnummer', 'doorkies', 'intern', 'internt', 'anknytning', 'ankn', 'anknytn', 'lokal', 'local', 'lok', 'lokalnummer', 'linje', 'direktelinje',
  'alanumero', 'alanro', 'alanum', 'vaihde', 'wew', 'wewn', 'wewnętrzny', 'wewnetrzny', 'linka', 'klapka', 'kl', 'klapa', 'mellék', 'mellek', 'int', 'interior', 'dahili', 'dah', 'dâhili',
  'доб', 'добавочный', 'добав', 'вн', 'внутр', 'внутренний', 'внутрішній', 'внутрішн', 'дод', 'додатковий', 'вътр', 'вътрешен', 'в', 'лок', 'локал', 'кућни', 'дапоўн', 'унутр',
  'εσωτ', 'εσωτερικό', 'εσωτερικο', 'εσ', 'sambungan', 'samb', 'pesawat', 'máy lẻ', 'máy nhánh', 'số nội bộ', 'nội bộ', 'nhánh', 'lokalas', 'vid', 'vidinis', 'sise', 'sisenumber', 'iekšējais', 'iekš',
  'int\'l ext', 'telefon int', 'kućni', 'kucni', 'interni', 'innanhúss', 'innanhússnúmer', 'luk', 'lukalna', 'shtesa', 'uzunlugu', 'daxili', 'ичке', 'ішкі', 'extención', 'lotail', 'estyniad', 'est', 'luzapena', 'kiendelezi', 'uitbr', 'uitbreiding', 'uitbreiding',
  'שלוחה', 'של', 'تحويلة', 'تحويله', 'داخلي', 'الداخلي', 'داخلی', 'فرعي', 'ملحق', 'توسيلة', 'ایکسٹینشن', 'एक्सटेंशन', 'एक्स', 'विस्तार', 'এক্সটেনশন', 'எக்ஸ்டென்ஷன்', 'ต่อ', 'เบอร์ต่อ', 'ต่อสาย',
  '内線番号', '内線', '分機號碼', '分機', '分机号', '分机', '转接', '轉接', '转', '轉', '转分机', '轉分機', '内线', '內線', '내선번호', '내선', '内', 'กด', '구내', '교환', 'ვნ', 'შიდა', 'ներք', 'ներքին',
];
/** What may lead to the word: “then”, “and ask for”. */
const LEAD = 'then(?: dial)?|and(?: then)?(?: ask for| dial)?|ask for|dann|und dann|puis(?: le)?|et demander(?: le)?|y (?:marque|pida|luego)(?: la| el)?|luego|e (?:depois|poi)|poi|dan|daarna|sedan|derefter|deretter|sitten|potem|potom|pak|majd|apoi|затем|потом|далее|потім|далі|sonra';
const escape = (/** @type {string} */ word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const DENSE = /^[\u0e00-\u0eff\u3000-\u9fff\uac00-\ud7af]/;
const D = '0-9\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\uff10-\\uff19';
/** @type {RegExp | undefined} */ let pattern;

/** Compiled at the first number, not at the first page. */
function compile() {
  const unique = [...new Set(WORDS)].sort((a, b) => b.length - a.length);
  const words = unique.filter(w => !DENSE.test(w)).map(escape).join('|'), dense = unique.filter(w => DENSE.test(w)).map(escape).join('|');
  const s = '[ \\u00a0\\u3000\\u202f\\u2009]';
  return new RegExp(`${s}{0,4}(?:`
    + `;ext=([${D}]{1,15})`
    + `|[,;(（/،、–-]?${s}{0,3}(?:\\((?=[^)]{1,24}\\)))?(?:(?:${LEAD})${s})?(?:(?:${words})(?:-?n(?:umme)?r)?(?![\\p{L}])['’]?\\.?(?:${s}?-?(?:n[.º°r]*|no\\.?|nr\\.?|č\\.?|number|nummer|n[uú]mero|номер|broj|№|αρ\\.|رقم|מס['’׳]?|מספר)(?=[ .:]))?|${dense})${s}{0,2}[:：=.#-]?${s}{0,4}([${D}]{1,7})`
    + `|${s}?[,–-]${s}?p\\.${s}?([${D}]{1,4})|${s}[rw]\\.${s}?([${D}]{2,4})(?!${s}?[\\p{L}${D}])`
    + `|[,;]?${s}{0,3}\\(?[xXхХ×ｘＸ]\\.?[:]?${s}{0,4}([${D}]{1,7})`
    + `|${s}?[#＃]${s}?([${D}]{1,6})|${s}~${s}?([${D}]{1,6})`
    + `)(?!${s}{0,1}[xX×]${s}?[${D}])`, 'iyu');
}

/** RFC 3966 parameters, modem pauses (`,` `;` `p` `w`) and “press 3”-like tails that are dialled after the answer. */
const POST_DIAL = new RegExp(`(?:;postd=|(?:,{1,4}|;{1,2}|[pPwW](?=[${D}*#])))([${D}*#][${D}*#,;pPwW]{0,40})`, 'y');
/** `;114` right behind: wait, then dial these. */
const WAIT = new RegExp(`;([${D}]{1,6})(?![\\p{L}${D}=;/-])`, 'yu');
const PARAMETERS = /(?:;(?:isub|phone-context|ext|postd)=[\w.+%*#,-]{1,40})/gy;

/** @typedef {{end: number, ext: string | null, postDial?: string}} Tail */

/**
 * @param {string} text
 * @param {number} end where the number ends
 * @returns {Tail | null} null when nothing belongs to the number
 */
export function readTail(text, end) {
  let at = end;
  while (isInvisible(text.charCodeAt(at))) at++;
  const c = text.charCodeAt(at);
  if (c !== c || c === 10) return null;
  const uri = c === 59 && text.charCodeAt(at + 4) === 61 ? parameters(text, at) : null;
  if (uri) return uri;
  if (c === 44 || c === 59 || (c | 32) === 112 || (c | 32) === 119) {
    POST_DIAL.lastIndex = at;
    const m = POST_DIAL.exec(text);
    if (m && (c !== 44 && c !== 59 ? m[1].length < 20 : /^(?:,,|;;|,[\d*#]{3,}[#*]|;[\d*#]+[#*])/.test(m[0])) && !isLetter(text.charCodeAt(POST_DIAL.lastIndex))) {
      return { end: trim(text, POST_DIAL.lastIndex), ext: null, postDial: ascii(m[0].replace(/^;postd=/, '').replace(/[,;pPwW]+$/, '')) };
    }
  }
  if (c === 59) {
    WAIT.lastIndex = at;
    const m = WAIT.exec(text);
    if (m) return { end: WAIT.lastIndex, ext: ascii(m[1]) };
  }
  if (!mayBeWord(c)) return null;
  pattern ??= compile();
  pattern.lastIndex = at;
  const m = pattern.exec(text);
  if (!m) return null;
  const digits = m.slice(1).find(Boolean) ?? '', after = pattern.lastIndex;
  const next = text.charCodeAt(after);
  if (isLetter(next) || digitValue(next) >= 0 || next === 37 || (next === 45 && digitValue(text.charCodeAt(after + 1)) >= 0) || (next === 58 && digitValue(text.charCodeAt(after + 1)) >= 0)) return null;
  const closes = m[0].includes('(') || m[0].includes('（');
  return { end: closes && (next === 41 || next === 0xff09) ? after + 1 : after, ext: ascii(digits) };
}

function parameters(/** @type {string} */ text, /** @type {number} */ at) {
  PARAMETERS.lastIndex = at;
  let end = at, ext = null, postDial;
  for (let m = PARAMETERS.exec(text); m; m = PARAMETERS.exec(text)) {
    end = PARAMETERS.lastIndex;
    if (m[0].startsWith(';ext=')) ext = m[0].slice(5).replace(/\D/g, '').slice(0, 15) || null;
    if (m[0].startsWith(';postd=')) postDial = m[0].slice(7);
  }
  if (end === at) return null;
  while (end > at && /[.,]/.test(text[end - 1])) end--;
  return postDial === undefined ? { end, ext } : { end, ext, postDial };
}

const trim = (/** @type {string} */ text, /** @type {number} */ end) => { while (/[,;pPwW]/.test(text[end - 1])) end--; return end; };
const ascii = (/** @type {string} */ s) => s.replace(/./gsu, ch => { const d = digitValue(ch.charCodeAt(0)); return d < 0 ? ch : String(d); });
/** Most numbers are followed by a full stop, a break or nothing: no pattern is run for those. */
const mayBeWord = (/** @type {number} */ c) => c !== 46 && c !== 124 && c !== 62 && c !== 60 && c !== 9 && c !== 13 && c !== 34;
