import { codedError } from '../shared/errors.js';
import { directLink, systemName } from '../shared/platform.js';
import { loadSettings } from '../shared/settings.js';
import { hold, question, riskForHost } from './guard.js';
import { log } from './log.js';
import { request } from './native.js';

/** @typedef {import('../shared/messages.js').CallRequest} CallRequest */
/** @typedef {import('../shared/messages.js').Outcome} Outcome */

const DUPLICATE_MS = 2000;
/** Errors that mean: no host started, so nothing can have been called. A host that ended after it spoke may have. */
const NO_HOST = new Set(['HOST_NOT_FOUND', 'HOST_FORBIDDEN', 'HOST_DISABLED']);
/** The settings that the host needs to route a call, by their names on both sides. */
const FOR_HOST = ['ifNoWebex', 'service', 'dialPlan', 'templates'];

/** @type {{key: string, at: number, outcome: Promise<Outcome> | null}} */
let last = { key: '', at: -Infinity, outcome: null };

/**
 * Places one call; the same one asked for again within two seconds (a double click) is that call.
 * @param {CallRequest} call
 * @returns {Promise<Outcome>}
 */
export function place(call) {
  const key = `${call.kind ?? 'audio'} ${call.uri}`;
  const now = performance.now();
  if (!call.consent && !call.confirmed && last.outcome && key === last.key && now - last.at < DUPLICATE_MS) return last.outcome;
  const outcome = placed(call);
  last = { key, at: now, outcome };
  return outcome;
}

/** Settings, questions, the host, and its answer. @param {CallRequest} call @returns {Promise<Outcome>} */
async function placed(call) {
  const { settings } = await loadSettings();
  const held = hold(call, settings);
  if (held) return held;
  const direct = directLink(await systemName(), call.uri);
  if (direct) return { ok: false, error: codedError('HOST_NOT_FOUND'), fallback: direct };
  const reply = await request('call', {
    uri: call.uri,
    ...(call.kind && { kind: call.kind }),
    ...(call.postDial && { postDial: call.postDial }),
    ...(call.consent && { consent: call.consent }),
    ...(call.confirmed && { confirmed: true }),
    ...(settings.auditOrigin && call.origin && { origin: call.origin }),
    settings: forHost(settings),
  });
  log(reply.ok ? 'info' : 'error', reply.ok ? `a call was handed to ${reply.handedTo.name}, ${reply.scheme}` : `a call ended with ${reply.error.code} ${reply.error.name}`);
  if (reply.ok) {
    const { handedTo, scheme, uri, ms, notCarried } = reply;
    return { ok: true, handedTo, scheme, uri, ms, notCarried };
  }
  const owner = reply.error.details?.owner;
  if (reply.error.name === 'CONSENT_NEEDED' && owner) return { ok: false, error: reply.error, ask: { reason: 'otherApplication', details: { owner }, consent: owner.id } };
  if (reply.error.name === 'RISK_CONSENT_NEEDED') return question('risk', { classes: reply.error.details?.classes ?? [] }, reply.error);
  const fallback = settings.fallbackPlainLink && (NO_HOST.has(reply.error.name) || (reply.error.name === 'HOST_EXITED' && !reply.spoke)) && /^(tel|sip):/.test(call.uri) ? call.uri : undefined;
  return { ok: false, error: reply.error, ...(fallback && { fallback }) };
}

/**
 * What the host is told of the settings, as messages.schema.json defines it.
 * @param {import('../shared/settings.js').Settings} settings
 */
export function forHost(settings) {
  const order = /** @type {string[]} */ (settings.schemeOrder);
  const address = order.filter(scheme => scheme !== 'tel');
  return {
    ...Object.fromEntries(FOR_HOST.filter(name => !isEmpty(settings[name])).map(name => [name, settings[name]])),
    ...(order.length && { schemeOrder: { number: order, ...(address.length && { address }) } }),
    ...riskForHost(settings),
    ...(settings.auditSink !== 'off' && { audit: { sink: settings.auditSink, digits: settings.auditDigits, retentionDays: settings.auditRetentionDays, origin: settings.auditOrigin } }),
  };
}

/** @param {any} value */
function isEmpty(value) {
  return value === undefined || (typeof value === 'object' && !Object.keys(value).length);
}
