/**
 * What a call may cost or reach. Pure; `host/webex_click_to_call/risk.py` is its twin and says where each rule comes
 * from. Both pass `tests/vectors/risk.json`.
 */
import facts from '../../../manifests/risk/numbers.json' with { type: 'json' };
import { isEmergency, isInternal } from './dialplan.js';

/** @typedef {'allow'|'ask'|'refuse'} Answer */

/** Classes that a rule may be made for, the gravest first. `emergency` is one more, and is always allowed. */
export const CLASSES = Object.freeze(['premium', 'satellite', 'sharedCost', 'shortCode', 'international', 'postDial']);
const ANSWERS = ['allow', 'ask', 'refuse'];
const EVERYWHERE = ['112', '911'];
const KINDS = { premium: 'premium', shared: 'sharedCost', costly: 'satellite' };

const CODES = /** @type {Record<string, Record<string, string>>} */ (facts.codes);
const REGIONS = /** @type {Record<string, Record<string, string>>} */ (facts.regions);
const SHARED = /** @type {Record<string, {first: string, free: string, others: Record<string, string>}>} */ (facts.shared);

/**
 * What is special about a call, the gravest first; [] for an ordinary one.
 * @param {import('./uri.js').Call} call
 * @param {string} [region]  ISO 3166-1 alpha-2 of the place from which numbers without a country code are dialled
 * @param {any} [plan]  the dial plan, for internal extensions and further emergency numbers
 * @returns {string[]}
 */
export function classesOf(call, region = '', plan = {}) {
  const number = numberOf(call);
  const home = REGIONS[region] ?? {};
  if (is(home.emergency, number) || EVERYWHERE.includes(number) || plan.emergency?.includes(number)) return ['emergency'];
  const found = isInternal(number, plan) ? new Set() : ofNumber(number, region, home);
  if (isEmergency(number, plan)) found.delete('shortCode');
  if (call.postDial) found.add('postDial');
  return CLASSES.filter(name => found.has(name));
}

/**
 * The strictest answer of the rules, and the classes that it is for.
 * @param {string[]} found @param {Record<string, Answer>} rules
 * @returns {{answer: Answer, classes: string[]}}
 */
export function answerTo(found, rules) {
  const given = found.map(name => ANSWERS.indexOf(rules[name] ?? 'allow'));
  const strictest = Math.max(0, ...given);
  return { answer: /** @type {Answer} */ (ANSWERS[strictest]), classes: strictest ? found.filter((_, index) => given[index] === strictest) : [] };
}

/** @param {import('./uri.js').Call} call */
function numberOf({ number = '', context = '', address = '' }) {
  if (number) return context.startsWith('+') && number.length > 3 ? context + number : number;
  const user = decodeURIComponent(address.split('@')[0]).replace(/[().-]/g, '');
  return /^\+?[0-9]{2,20}$/.test(user) ? user : '';
}

/** @param {string} number @param {string} region @param {Record<string, string>} home @returns {Set<string>} */
function ofNumber(number, region, home) {
  if (!number.startsWith('+')) {
    if (is(home.short, number)) return new Set(['shortCode']);
    const abroad = home.international ? beginning(home.international, number) : null;
    if (!abroad || !split(number.slice(abroad[0].length))) return new Set(national(number, home).flatMap(digits => [...kinds(home.code, digits), ...state(home.code, digits, region)]));
    number = `+${number.slice(abroad[0].length)}`;
  }
  const [code, digits] = split(number.slice(1)) ?? ['', ''];
  return new Set([...kinds(code, digits), ...(code && home.code ? (code !== home.code ? ['international'] : state(code, digits, region)) : [])]);
}

/** Calling code and national significant number. @param {string} digits @returns {[string, string] | null} */
function split(digits) {
  const size = [1, 2, 3].find(size => Object.hasOwn(CODES, digits.slice(0, size)));
  return size ? [digits.slice(0, size), digits.slice(size)] : null;
}

/** What the digits may be as a national significant number. @param {string} number @param {Record<string, string>} home */
function national(number, home) {
  const trunk = home.trunk ? beginning(home.trunk, number) : null;
  if (!trunk?.[0]) return [number];
  return [number, number.slice(trunk[0].length) || trunk.slice(1).findLast(Boolean) || ''];
}

/** @param {string} code @param {string} digits */
function kinds(code, digits) {
  const row = CODES[code] ?? {};
  return Object.entries(KINDS).filter(([name]) => row[name] && beginning(row[name], digits)).map(([, kind]) => kind);
}

/** Whether a number belongs to another of the states that share a calling code. @param {string} code @param {string} digits @param {string} region */
function state(code, digits, region) {
  const row = SHARED[code];
  const whole = digits.slice(0, 10);
  if (!row || whole.length < 10 || is(row.free, whole)) return [];
  const owner = Object.keys(row.others).find(name => is(row.others[name], whole)) ?? row.first;
  return owner === region ? [] : ['international'];
}

/** @type {Map<string, RegExp>} */
const compiled = new Map();

/** @param {string} text @param {string} digits  @returns {RegExpExecArray | null} the match at the beginning */
function beginning(text, digits) {
  let pattern = compiled.get(text);
  if (!pattern) compiled.set(text, (pattern = new RegExp(`^(?:${text})`)));
  return pattern.exec(digits);
}

/** Whether the whole number is of a pattern. @param {string | undefined} text @param {string} number */
function is(text, number) {
  return Boolean(text && number && beginning(`(?:${text})$`, number));
}
