/** What follows a number: an extension in the words of its language, or digits to be dialled after the call is answered. */
import { digitValue, isBreak, isInvisible, isLetter } from './chars.js';
import { isHexPrefix } from './code.js';

/** Words for “extension”, longest first where one begins another. Latin ones may end in a dot; the rest stand as they are. */
const WORDS = [
  'extension', 'extensión', 'extens', 'ex', 'loc', 'durchw', 'nebenst', 'durchwahlnummer', 'ank', 'mell', 'psw', 'ekstensi', 'sisetel', 'ichki', 'brend', 'bylyn', 'số máy lẻ', 'lẻ', 'שלו', 'وصلة', 'внутренний', 'вътр', 'вътрешен', 'extensao', 'extensão', 'estensione', 'extn', 'exten', 'ext', 'xtn', 'ekst',
  'durchwahl', 'nebenstelle', 'apparat', 'klappe', 'app', 'dw', 'kl', 'nst',
  'poste', 'interne', 'post', 'interno', 'internos', 'internal', 'int', 'anexo', 'anx', 'ramal', 'ram', 'rml',
  'toestel', 'tst', 'doorkiesnummer', 'doorkies', 'intern', 'internt', 'anknytning', 'ankn', 'anknytn', 'lokal', 'local', 'lok', 'lokalnummer', 'linje', 'direktelinje',
  'alanumero', 'alanro', 'alanum', 'vaihde', 'wew', 'wewn', 'wewnętrzny', 'wewnetrzny', 'linka', 'klapka', 'kl', 'klapa', 'mellék', 'mellek', 'int', 'interior', 'dahili', 'dah', 'dâhili',
  'доб', 'добавочный', 'добав', 'вн', 'внутр', 'внутренний', 'внутрішній', 'внутрішн', 'дод', 'додатковий', 'вътр', 'вътрешен', 'в', 'лок', 'локал', 'кућни', 'дапоўн', 'унутр',
  'εσωτ', 'εσωτερικό', 'εσωτερικο', 'εσ', 'ες', 'sambungan', 'samb', 'pesawat', 'máy lẻ', 'máy nhánh', 'số nội bộ', 'nội bộ', 'nhánh', 'lokalas', 'vid', 'vidinis', 'sise', 'sisenumber', 'iekšējais', 'iekš',
  'int\'l ext', 'telefon int', 'kućni', 'kucni', 'interni', 'innanhúss', 'innanhússnúmer', 'luk', 'lukalna', 'shtesa', 'uzunlugu', 'daxili', 'ичке', 'ішкі', 'extención', 'lotail', 'estyniad', 'est', 'luzapena', 'kiendelezi', 'uitbr', 'uitbreiding', 'uitbreiding',
  'שלוחה', 'של', 'تحويلة', 'تحويله', 'داخلي', 'الداخلي', 'داخلی', 'فرعي', 'ملحق', 'توسيلة', 'ایکسٹینشن', 'एक्सटेंशन', 'एक्स', 'विस्तार', 'এক্সটেনশন', 'எக்ஸ்டென்ஷன்', 'ต่อ', 'เบอร์ต่อ', 'ต่อสาย',
  '内線番号', '内線', '分機號碼', '分機', '分机号', '分机', '转接', '轉接', '转', '轉', '转分机', '轉分機', '内线', '內線', '내선번호', '내선', '内', 'กด', '구내', '교환', 'ვნ', 'შიდა', 'ներք', 'ներքին',
];
/** What may lead to the word: “then”, “and ask for”. */
const LEADS = ['then', 'then dial', 'and', 'and then', 'and then ask for', 'and then dial', 'and ask for', 'and dial', 'ask for', 'dann', 'und dann', 'puis', 'puis le', 'et demander', 'et demander le',
  'y marque', 'y marque la', 'y marque el', 'y pida', 'y pida la', 'y pida el', 'y luego', 'y luego la', 'y luego el', 'luego', 'e depois', 'e poi', 'poi', 'dan', 'daarna', 'sedan', 'derefter', 'deretter', 'sitten',
  'potem', 'potom', 'pak', 'majd', 'apoi', 'затем', 'потом', 'далее', 'потім', 'далі', 'sonra'];
const DENSE = /^[\u0e00-\u0eff\u3000-\u9fff\uac00-\ud7af]/;
const D = '0-9\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\uff10-\\uff19', S = '[ \\u00a0\\u3000\\u202f\\u2009]';
const NOT_TIMES = `(?!${S}?[xX×]${S}?[${D}])`, FIGURES = `${S}{0,2}[:：=.#-]?${S}{0,4}([${D}]{1,7})${NOT_TIMES}`;
/** What stands before the word and behind it, and tails without a word. */
const BEFORE = new RegExp(`${S}{0,4}[,;(（/،、–-]?${S}{0,3}(?:\\((?=[^)]{1,24}\\)))?`, 'y');
const BEHIND = new RegExp(`(?:-?n(?:umme)?r)?(?!\\p{L})['’]?\\.?(?:${S}?-?(?:n[.º°r]*|no\\.?|nr\\.?|č\\.?|number|nummer|n[uú]mero|номер|broj|№|αρ\\.|رقم|מס['’׳]?|מספר)(?=[ .:]))?${FIGURES}`, 'iyu');
const BEHIND_DENSE = new RegExp(FIGURES, 'y');
const WORDLESS = new RegExp(`${S}{0,4}(?:;ext=([${D}]{1,15})`
  + `|${S}?[,–-]${S}?p\\.${S}?([${D}]{1,4})|${S}[rw]\\.${S}?([${D}]{2,4})(?!${S}?[\\p{L}${D}])`
  + `|[,;]?${S}{0,3}\\(?[xXхХ×ｘＸ]\\.?[:]?${S}{0,4}([${D}]{1,7})`
  + `|${S}?[#＃]${S}?([${D}]{1,6})|${S}~${S}?([${D}]{1,6})`
  + `)${NOT_TIMES}`, 'iyu');
/** How far behind a number an extension's figures may begin. */
const REACH = 64;

/** By their first letter, the longest first. */
function byLetter(/** @type {string[]} */ list) {
  /** @type {Map<string, string[]>} */ const out = new Map();
  for (const word of [...new Set(list)].sort((a, b) => b.length - a.length)) out.set(word[0], [...out.get(word[0]) ?? [], word]);
  return out;
}
const begin = (/** @type {Map<string, string[]>} */ list, /** @type {string} */ text) => list.get(text[0])?.filter(word => text.startsWith(word)) ?? [];
/** @type {{words: Map<string, string[]>, leads: Map<string, string[]>} | undefined} */ let lists;

/**
 * A word for “extension” at `at` and figures behind it. The words are looked up: one pattern of all of them takes thirty milliseconds to compile.
 * @param {string} text @param {number} at @returns {{end: number, digits: string} | null}
 */
function readWord(text, at) {
  BEFORE.lastIndex = at;
  BEFORE.test(text);
  const start = BEFORE.lastIndex, figures = nextFigure(text, start);
  if (figures <= start) return null;
  lists ??= { words: byLetter(WORDS), leads: byLetter(LEADS) };
  const head = text.slice(start, figures).toLowerCase();
  for (const lead of [...begin(lists.leads, head), '']) {
    const from = lead ? lead.length + 1 : 0;
    if (lead && !' \u00a0\u3000\u202f\u2009'.includes(head[lead.length])) continue;
    for (const word of begin(lists.words, head.slice(from))) {
      const behind = DENSE.test(word) ? BEHIND_DENSE : BEHIND;
      behind.lastIndex = start + from + word.length;
      const digits = behind.exec(text)?.[1];
      if (digits) return { end: behind.lastIndex, digits };
    }
  }
  return null;
}

/** Index of the next digit on the line, or 0. */
function nextFigure(/** @type {string} */ text, /** @type {number} */ from) {
  for (let i = from; i < from + REACH; i++) {
    const c = text.charCodeAt(i);
    if (digitValue(c) >= 0) return i;
    if (isBreak(c) || c !== c) return 0;
  }
  return 0;
}

function readWordless(/** @type {string} */ text, /** @type {number} */ at) {
  WORDLESS.lastIndex = at;
  const digits = WORDLESS.exec(text)?.slice(1).find(Boolean);
  return digits ? { end: WORDLESS.lastIndex, digits } : null;
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
  if (!mayBeWord(c) || isHexPrefix(text, at)) return null;
  const found = readWord(text, at) ?? readWordless(text, at);
  if (!found) return null;
  const { digits, end: after } = found;
  const next = text.charCodeAt(after);
  if (isLetter(next) || digitValue(next) >= 0 || next === 37 || (next === 45 && digitValue(text.charCodeAt(after + 1)) >= 0) || (next === 58 && digitValue(text.charCodeAt(after + 1)) >= 0)) return null;
  const closes = /[(（]/.test(text.slice(at, after));
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
