import { codedError } from '../shared/errors.js';
import { loadSettings } from '../shared/settings.js';
import { log } from './log.js';
import { request } from './native.js';

/** @typedef {import('../shared/messages.js').CallRequest} CallRequest */
/** @typedef {import('../shared/messages.js').Outcome} Outcome */

const DUPLICATE_MS = 2000;
/** Errors that mean: no host started, so nothing can have been called. A host that ended after it spoke may have. */
const NO_HOST = new Set(['HOST_NOT_FOUND', 'HOST_FORBIDDEN', 'HOST_DISABLED']);
/** The settings that the host needs to route a call, by their names on both sides. */
const FOR_HOST = ['ifNoWebex', 'service', 'dialPlan', 'templates'];

let last = { key: '', at: -Infinity };

/**
 * Places one call: settings, questions, the host, and its answer.
 * @param {CallRequest} call
 * @returns {Promise<Outcome>}
 */
export async function place(call) {
  const { settings } = await loadSettings();
  const key = `${call.kind ?? 'audio'} ${call.uri}`;
  const now = performance.now();
  if (!call.consent && !call.confirmed && key === last.key && now - last.at < DUPLICATE_MS) return { ok: false, error: codedError('DUPLICATE_CALL') };
  if (settings.confirm === 'always' && !call.confirmed) return { ok: false, error: codedError('CALL_DECLINED'), ask: { reason: 'confirm' } };
  last = { key, at: now };

  const reply = await request('call', {
    uri: call.uri,
    ...(call.kind && { kind: call.kind }),
    ...(call.postDial && { postDial: call.postDial }),
    ...(call.consent && { consent: call.consent }),
    ...(settings.auditOrigin && call.origin && { origin: call.origin }),
    settings: forHost(settings),
  });
  log(reply.ok ? 'info' : 'error', reply.ok ? `a call was handed to ${reply.handedTo.name}, ${reply.scheme}` : `a call ended with ${reply.error.code} ${reply.error.name}`);
  if (reply.ok) {
    const { handedTo, scheme, uri, ms, notCarried } = reply;
    return { ok: true, handedTo, scheme, uri, ms, notCarried };
  }
  last.at = -Infinity;
  const owner = reply.error.details?.owner;
  if (reply.error.name === 'CONSENT_NEEDED' && owner) return { ok: false, error: reply.error, ask: { reason: 'otherApplication', details: { owner }, consent: owner.id } };
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
    ...(settings.auditSink !== 'off' && { audit: { sink: settings.auditSink, digits: settings.auditDigits, retentionDays: settings.auditRetentionDays, origin: settings.auditOrigin } }),
  };
}

/** @param {any} value */
function isEmpty(value) {
  return value === undefined || (typeof value === 'object' && !Object.keys(value).length);
}
