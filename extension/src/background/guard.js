import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { digitValue } from '../find/chars.js';
import { codedError } from '../shared/errors.js';
import { startRegion } from '../shared/regions.js';
import { answerTo, CLASSES, classesOf } from '../shared/risk.js';
import { parseUri } from '../shared/uri.js';

/**
 * What stands between a request and the host: the questions before a call. The host refuses by itself what the machine's
 * policy refuses; here a person is asked.
 * @typedef {import('../shared/messages.js').CallRequest} CallRequest
 * @typedef {import('../shared/messages.js').Outcome} Outcome
 */
const ENOUGH_DIGITS = 5;
const WHOLE_NUMBER_DIGITS = 7;
/** More is no label, and would only keep us busy. */
const LABEL_LENGTH = 1000;
/** Digits with single letters between them: hidden ones, or who would write so? */
const SCATTERED = /\d(?:[^\d\p{L}]{0,3}(?:\p{L}[^\d\p{L}]{0,3})?\d)+/u;
const SCATTERED_DIGITS = 9;
const TIME = /(?<![:\d])([01]?\d|2[0-4]):[0-5]\d(?!:?\d)/g;
/** The keys of A to Z. */
const KEYS = '22233344455566677778889999';

/** What the host is told, as messages.schema.json defines it. @param {import('../shared/settings.js').Settings} settings */
export function riskForHost(settings) {
  return { risk: rulesOf(settings), region: regionOf(settings) };
}

/** @param {import('../shared/settings.js').Settings} settings @returns {Record<string, import('../shared/risk.js').Answer>} */
const rulesOf = settings => Object.fromEntries(CLASSES.map(name => [name, settings[`risk${name[0].toUpperCase()}${name.slice(1)}`]]));

/** @param {import('../shared/settings.js').Settings} settings */
const regionOf = settings => startRegion({ setting: settings.defaultRegion });

/**
 * Why a call may not go to the host yet, or null. One question names everything that is special about the call, so that
 * one yes (`confirmed`) answers all of it.
 * @param {CallRequest} request @param {import('../shared/settings.js').Settings} settings
 * @returns {Outcome | null}
 */
export function hold(request, settings) {
  let call;
  try {
    call = parseUri(request.uri);
  } catch (error) {
    return { ok: false, error: codedError(/** @type {Error} */ (error).name) };
  }
  const region = regionOf(settings);
  const found = classesOf({ ...call, postDial: call.postDial || request.postDial }, region, settings.dialPlan);
  const { answer, classes } = answerTo(found, rulesOf(settings));
  if (answer === 'refuse') return { ok: false, error: codedError('RISK_REFUSED', { classes }) };
  if (request.confirmed) return null;
  const target = call.number ?? call.address ?? '';
  const differs = request.adopted ? [request.shown ?? '', ...(request.also ?? [])].find(text => misleads(text, target, region)) : undefined;
  const reason = found[0] === 'emergency' ? 'emergency' : answer === 'ask' ? 'risk' : differs !== undefined ? 'mismatch' : request.unseen ? 'frame' : request.doubt ? 'doubt' : settings.confirm === 'always' ? 'confirm' : '';
  const details = { classes: found, ...(differs !== undefined && { target: pretty(target), shown: differs }), ...(request.unseen && { unseen: true }), ...(request.doubt && { doubt: true }) };
  return reason ? question(reason, details) : null;
}

/**
 * @param {string} reason @param {{classes: string[], target?: string, shown?: string, unseen?: boolean}} details
 * @param {import('../shared/messages.js').CodedError} [error]
 * @returns {Outcome}
 */
export function question(reason, details, error = codedError('CALL_DECLINED')) {
  return { ok: false, error, ask: { reason, details } };
}

/**
 * Whether a link's text names another number or address than the link calls. A text without any names nothing.
 * @param {string} shown @param {string} target  a number, or user@host @param {string} region  of numbers without a country code
 */
export function misleads(shown, target, region) {
  shown = shown.slice(0, LABEL_LENGTH);
  const addresses = shown.match(/[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+/g) ?? [];
  if (addresses.length) return !addresses.every(address => address.replace(/[.,;]$/, '').toLowerCase() === target.toLowerCase());
  const wanted = target.split('@')[0];
  const text = plain(shown);
  const numbers = (text.match(/[+(]?\d(?:[^\p{L}\d,;]{0,3}\d)*/gu) ?? []).filter(text => digitsOf(text).length >= ENOUGH_DIGITS);
  const whole = numbers.filter(text => digitsOf(text).length >= WHOLE_NUMBER_DIGITS);
  if (whole.length) return !whole.every(text => names(text, wanted, region) || isNamedApart(text, wanted, region));
  if (numbers.length) return !numbers.some(text => names(text, wanted, region));
  const [scattered = ''] = text.match(SCATTERED) ?? [];
  return digitsOf(scattered).length >= SCATTERED_DIGITS && !names(digitsOf(scattered), wanted, region);
}

/** Whether a text is a spelling of a number and something short beside it, as in "02 3031 2345 (24/7)". @param {string} text @param {string} number @param {string} region */
function isNamedApart(text, number, region) {
  const whole = text.split(/\s\(|\s{2,}|\n/).filter(part => digitsOf(part).length >= WHOLE_NUMBER_DIGITS);
  return whole.length > 0 && whole.every(part => names(part, number, region));
}

/** A text with every script's digits as 0 to 9, the letters of vanity numbers as digits (ITU-T E.161), and nothing invisible. @param {string} text */
function plain(text) {
  return text.normalize('NFKC').replace(/[\p{Cf}\p{Mn}]/gu, '').replace(TIME, 'h')
    .replace(/\p{Nd}/gu, digit => String(digitValue(digit.charCodeAt(0)) >= 0 ? digitValue(digit.charCodeAt(0)) : digit))
    .replace(/\d[\d\s().-]*[A-Z][A-Z\d -]{3,}/g, vanity => vanity.replace(/[A-Z]/g, letter => KEYS[letter.charCodeAt(0) - 65]));
}

/** Whether a text is a spelling of a number. @param {string} text @param {string} number @param {string} region */
function names(text, number, region) {
  const own = parsePhoneNumberFromString(number, /** @type {any} */ (region));
  const other = parsePhoneNumberFromString(text, own?.country ?? /** @type {any} */ (region));
  return (own && own.number === other?.number) || sameDigits(digitsOf(text.replace('(0)', '')), digitsOf(number));
}

/** Whether the shorter of two numbers is the end of the longer one, but for a country code or trunk prefix. @param {string} a @param {string} b */
function sameDigits(a, b) {
  const [short, long] = [a, b].map(digits => digits.replace(/^0+/, '')).sort((one, other) => one.length - other.length);
  return long.endsWith(short) && long.length - short.length <= 5;
}

/** @param {string} text */
const digitsOf = text => text.replace(/\D/g, '');

/** @param {string} target */
const pretty = target => parsePhoneNumberFromString(target)?.formatInternational() ?? target;
