/**
 * The five call schemes: strict parsers and canonical forms. Pure; `host/webex_click_to_call/uri.py` is its twin and
 * says where each rule comes from. Both pass `tests/vectors/uri.json`.
 */
import table from '../../../manifests/schemes.json' with { type: 'json' };

/**
 * What a call URI says; a part is absent where the URI does not say it.
 * @typedef {object} Call
 * @property {string} scheme
 * @property {string} [number] `+` and digits, or local digits
 * @property {string} [extension] RFC 3966 ext
 * @property {string} [subaddress] RFC 3966 isub
 * @property {string} [context] RFC 3966 phone-context
 * @property {string} [postDial] `,` (pause) or `;` (wait) and what to send after the answer
 * @property {string} [address] user@host
 * @property {string} [email] of the `//login?` forms, as the next three
 * @property {string} [source]
 * @property {string} [success]
 * @property {string} [cancel]
 */

export const MAX_URI = 2048;
export const SCHEMES = Object.freeze(['webextel', 'tel', 'clicktocall', 'sip', 'webexauth']);

const FORBIDDEN = /[^!#$%&()*+,\-./0-9:;=?@A-Z[\]_a-z~]/;
const BAD_ESCAPE = /%(?![0-9A-Fa-f]{2})/;
const SPLIT = /^([A-Za-z][A-Za-z0-9+.-]*):(?:\/\/)?(.*)$/s;
const NUMBER = /^(\+?)([0-9().-]*)([,;][0-9*#,;]*)?$/;
const SERVICE_CODE = /^\+?[0-9().-]*[*#]/;
const POST_DIAL = /^[,;][0-9*#,;]{1,63}$/;
const DOMAIN = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;
const IPV6 = /^\[[0-9A-Fa-f:.]{2,45}\]$/;
const USER = /^[^\x00-\x20\x7f"'`<>\\^{|};:@?]+$/;
const EMAIL_LOCAL = /^[A-Za-z0-9_+~=&$*!/-]+(?:\.[A-Za-z0-9_+~=&$*!/-]+)*$/;
const SIP_PARAMETERS = new Set(['user=phone', 'user=ip', ...['udp', 'tcp', 'tls', 'sctp', 'ws', 'wss'].map(kind => `transport=${kind}`)]);
/** @type {Readonly<Record<string, 'source'|'success'|'cancel'>>} */
const X_NAMES = Object.freeze({ 'x-source': 'source', 'x-success': 'success', 'x-cancel': 'cancel' });

/** A URI that is refused; `name` is that of an error in `manifests/errors.json`. */
export class UriError extends Error {
  /** @param {string} name */
  constructor(name) {
    super(name);
    this.name = name;
  }
}

/**
 * Parses a call URI of any of the five schemes.
 * @param {string} text
 * @returns {Call}
 * @throws {UriError}
 */
export function parseUri(text) {
  if (!text) throw new UriError('URI_EMPTY');
  if (text.length > MAX_URI) throw new UriError('URI_TOO_LONG');
  if (FORBIDDEN.test(text)) throw new UriError('URI_FORBIDDEN_CHARACTER');
  if (BAD_ESCAPE.test(text)) throw new UriError('URI_BAD_ESCAPE');
  const split = SPLIT.exec(text);
  const scheme = split ? split[1].toLowerCase() : '';
  if (!split || !SCHEMES.includes(scheme)) throw new UriError('URI_SCHEME_UNSUPPORTED');
  const body = split[2];
  if ((scheme === 'webextel' || scheme === 'webexauth') && /^[^:]+:\/\/login\?/i.test(text)) {
    return parseLogin(scheme, body.slice('login?'.length));
  }
  if (scheme === 'webexauth' || body.includes('?')) throw new UriError('URI_QUERY_INVALID');
  if (!body) throw new UriError('URI_EMPTY');
  if (!body.includes('@')) return { scheme, ...parseSubscriber(body) };
  if (scheme === 'tel') throw new UriError('URI_NUMBER_INVALID');
  return { scheme, ...parseAddress(body, scheme === 'sip') };
}

/**
 * The one spelling of a parsed URI; `parseUri(canonicalUri(call))` gives the call back.
 * @param {Call} call
 */
export function canonicalUri(call) {
  const { scheme, number = '', address, extension, subaddress, context } = call;
  if (scheme === 'webexauth' || call.source || call.success || call.cancel) {
    const pairs = [['email', call.email], ['telephone', number], ...Object.entries(X_NAMES).map(([name, part]) => [name, call[part]])];
    return `${scheme}://login?${pairs.filter(([, value]) => value).map(([name, value]) => `${name}=${quote(value ?? '')}`).join('&')}`;
  }
  if (address) return `${scheme}:${address}${number && scheme === 'sip' ? ';user=phone' : ''}`;
  const parameters = [['ext', extension], ['isub', subaddress], ['phone-context', context]].filter(([, value]) => value);
  return [`${scheme}:${number}${quote(call.postDial ?? '', '*,')}`, ...parameters.map(pair => pair.join('='))].join(';');
}

/**
 * The same call in another scheme.
 * @param {Call} call @param {string} scheme
 * @returns {Call}
 * @throws {UriError} URI_NOT_EXPRESSIBLE where that has no meaning
 */
export function expressUri(call, scheme) {
  if (scheme === call.scheme) return call;
  const { number, extension, subaddress, context, postDial, address } = call;
  if (!SCHEMES.includes(scheme) || scheme === 'webexauth' || !(number || address)) throw new UriError('URI_NOT_EXPRESSIBLE');
  if (number) return withoutAbsent({ scheme, number, extension, subaddress, context, postDial });
  if (scheme === 'tel') throw new UriError('URI_NOT_EXPRESSIBLE');
  return withoutAbsent({ scheme, address });
}

/** @param {string} body @returns {Omit<Call, 'scheme'>} */
function parseSubscriber(body) {
  const [first, ...parameters] = body.split(';');
  const call = parseNumber(decode(first));
  const seen = new Set();
  for (const parameter of parameters) {
    const equals = parameter.indexOf('=');
    const name = (equals < 0 ? parameter : parameter.slice(0, equals)).toLowerCase();
    const value = decode(equals < 0 ? '' : parameter.slice(equals + 1));
    if (!/^[a-z0-9-]+$/.test(name)) throw new UriError('URI_PARAMETER_INVALID');
    if (seen.has(name)) throw new UriError('URI_PARAMETER_DUPLICATE');
    seen.add(name);
    if (name === 'ext') call.extension = checked(value.replace(/[().-]/g, ''), /^[0-9]{1,20}$/);
    else if (name === 'isub') call.subaddress = checked(value, /^[A-Za-z0-9.-]{1,40}$/);
    else if (name === 'phone-context') call.context = parseContext(value, call.number ?? '');
    else if (name.startsWith('m-')) throw new UriError('URI_PARAMETER_INVALID');
  }
  return call;
}

/** @param {string} text @returns {Omit<Call, 'scheme'>} */
function parseNumber(text) {
  if (SERVICE_CODE.test(text)) throw new UriError('URI_MMI_FORBIDDEN');
  const [, plus = '', separated = '', postDial] = NUMBER.exec(text) ?? [];
  const digits = separated.replace(/[().-]/g, '');
  if (!digits || digits.length > (plus ? 15 : 20) || (plus && digits[0] === '0')) throw new UriError('URI_NUMBER_INVALID');
  if (postDial && !POST_DIAL.test(postDial)) throw new UriError('POST_DIAL_INVALID');
  return { number: plus + digits, ...(postDial && { postDial }) };
}

/** @param {string} value @param {string} number */
function parseContext(value, number) {
  if (number.startsWith('+')) throw new UriError('URI_PARAMETER_INVALID');
  if (value.startsWith('+')) return checked(value.replace(/[().-]/g, ''), /^\+[1-9][0-9]{0,14}$/);
  if (value.length > 253) throw new UriError('URI_PARAMETER_INVALID');
  return checked(value, DOMAIN).toLowerCase();
}

/** @param {string} whole @param {boolean} parametersAllowed @returns {Omit<Call, 'scheme'>} */
function parseAddress(whole, parametersAllowed) {
  const [body, ...parameters] = whole.split(';').map((part, index) => (index ? part.toLowerCase() : part));
  if (parameters.some(parameter => !parametersAllowed || !SIP_PARAMETERS.has(parameter))) throw new UriError('URI_PARAMETER_INVALID');
  if (new Set(parameters.map(parameter => parameter.split('=')[0])).size < parameters.length) throw new UriError('URI_PARAMETER_DUPLICATE');
  const at = body.lastIndexOf('@');
  const rawUser = body.slice(0, at);
  const user = decode(rawUser);
  if (at < 0 || rawUser.includes('@') || !USER.test(user)) throw new UriError('URI_ADDRESS_INVALID');
  const address = `${quote(user, '!*&=+$,/').replace(/^\//, '%2F')}@${parseHost(body.slice(at + 1))}`;
  return parameters.includes('user=phone') ? { ...parseNumber(user), address } : { address };
}

/** @param {string} text */
function parseHost(text) {
  const colon = text.endsWith(']') ? -1 : text.lastIndexOf(':');
  const name = colon < 0 ? text : text.slice(0, colon);
  const port = colon < 0 ? '' : text.slice(colon + 1);
  if (colon >= 0 && !(/^[0-9]{1,5}$/.test(port) && +port > 0 && +port < 65536)) throw new UriError('URI_ADDRESS_INVALID');
  if (!(IPV4.test(name) || IPV6.test(name) || (DOMAIN.test(name) && name.length < 254))) throw new UriError('URI_ADDRESS_INVALID');
  return name.toLowerCase() + (port && `:${+port}`);
}

/** @param {string} scheme @param {string} query @returns {Call} */
function parseLogin(scheme, query) {
  /** @type {Call & {telephone?: string}} */
  const found = { scheme };
  for (const pair of query.split('&')) {
    const equals = pair.indexOf('=');
    const name = pair.slice(0, equals).toLowerCase();
    const raw = pair.slice(equals + 1);
    const known = name === 'telephone' || Object.hasOwn(X_NAMES, name) || (name === 'email' && scheme === 'webexauth');
    if (equals < 0 || !known || !raw) throw new UriError('URI_QUERY_INVALID');
    const part = /** @type {'telephone'|'email'|'source'|'success'|'cancel'} */ (X_NAMES[name] ?? name);
    if (part in found) throw new UriError('URI_PARAMETER_DUPLICATE');
    found[part] = decode(raw);
    if (name === 'email') checkEmail(found.email ?? '');
    else if (part === 'success' || part === 'cancel') checkCallback(found[part] ?? '');
  }
  const { telephone, ...rest } = found;
  const number = telephone === undefined ? {} : parseNumber(telephone);
  if (number.postDial) throw new UriError('URI_NUMBER_INVALID');
  const call = { ...rest, ...number };
  if (!(scheme === 'webexauth' ? call.email : call.number)) throw new UriError('URI_QUERY_INVALID');
  return call;
}

/** @param {string} value */
function checkEmail(value) {
  const at = value.lastIndexOf('@');
  const domain = value.slice(at + 1);
  const local = value.slice(0, Math.max(at, 0));
  if (!EMAIL_LOCAL.test(local) || local.length > 64 || !DOMAIN.test(domain) || domain.length > 253) throw new UriError('URI_EMAIL_INVALID');
}

/** @param {string} value */
function checkCallback(value) {
  const split = /^([A-Za-z][A-Za-z0-9+.-]*):([!#$%&()*+,\-./0-9:;=?@A-Z[\]_a-z~]+)$/.exec(value);
  if (!split || ![...table.callbackSchemes, ...SCHEMES].includes(split[1].toLowerCase())) throw new UriError('URI_CALLBACK_FORBIDDEN');
}

/** @param {string} value @param {RegExp} pattern */
function checked(value, pattern) {
  if (!pattern.test(value)) throw new UriError('URI_PARAMETER_INVALID');
  return value;
}

/** @param {string} raw */
function decode(raw) {
  let text;
  try {
    text = decodeURIComponent(raw);
  } catch {
    throw new UriError('URI_BAD_ESCAPE');
  }
  if (/[\x00-\x1f\x7f-\x9f\u2028\u2029"'`]/.test(text)) throw new UriError('URI_FORBIDDEN_CHARACTER');
  return text;
}

/** Percent-encodes as Python's `urllib.parse.quote` does. @param {string} text @param {string} [safe] */
function quote(text, safe = '') {
  const encoded = encodeURIComponent(text).replace(/[!'()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return encoded.replace(/%([0-9A-F]{2})/g, (escape, hex) => {
    const char = String.fromCharCode(parseInt(hex, 16));
    return safe.includes(char) ? char : escape;
  });
}

/** @param {Call} call @returns {Call} */
function withoutAbsent(call) {
  return /** @type {Call} */ (Object.fromEntries(Object.entries(call).filter(([, value]) => value)));
}
