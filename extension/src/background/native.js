import identity from '../../../manifests/identity.json';
import { api } from '../shared/api.js';
import { codedError } from '../shared/errors.js';

/** @typedef {{ok: boolean, [key: string]: any}} Reply  a reply of protocol version 1 (docs/protocol.md) */

export const REPLY_TIMEOUT_MS = 5000;
/** The port closes after this time without a request; the host ends with it. */
export const IDLE_MS = 30_000;

/** @type {chrome.runtime.Port | null} */
let port = null;
let spoke = false;
let lastId = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let idle;
/** @type {Map<number, (reply: Reply) => void>} */
const waiting = new Map();

/**
 * The coded error of a port that ended, from the browser's own words (Chromium and Firefox differ; Firefox says little).
 * @param {string} words
 */
export function disconnectError(words) {
  if (/forbidden|not allowed|No such native application.*permission/i.test(words)) return codedError('HOST_FORBIDDEN');
  if (/disabled by the system administrator/i.test(words)) return codedError('HOST_DISABLED');
  if (/not found|No such native application|Failed to start|could not be found/i.test(words)) return codedError('HOST_NOT_FOUND');
  return codedError('HOST_EXITED', { browser: words });
}

function connect() {
  const opened = api.runtime.connectNative(identity.native_host);
  port = opened;
  spoke = false;
  opened.onMessage.addListener(reply => {
    spoke = true;
    const settle = waiting.get(reply?.id);
    if (!settle) return;
    waiting.delete(reply.id);
    settle(reply.version === 1 && typeof reply.ok === 'boolean' ? reply : { ok: false, error: codedError('HOST_PROTOCOL') });
  });
  opened.onDisconnect.addListener(ended => {
    const words = /** @type {any} */ (ended).error?.message ?? api.runtime.lastError?.message ?? '';
    if (port === opened) port = null;
    failAll(disconnectError(words));
  });
}

/** @param {import('../shared/messages.js').CodedError} error */
function failAll(error) {
  const all = [...waiting.values()];
  waiting.clear();
  for (const settle of all) settle({ ok: false, error, spoke });
}

function restIdle() {
  clearTimeout(idle);
  idle = setTimeout(() => {
    if (waiting.size) return restIdle();
    port?.disconnect();
    port = null;
  }, IDLE_MS);
}

/**
 * Sends one request to the host and gives its reply; every failure is a reply with a coded error, never a rejection.
 * A request is never sent twice: a call whose reply was lost may have been placed.
 * @param {string} verb @param {Record<string, unknown>} [body] @param {number} [timeout] in ms
 * @returns {Promise<Reply>}
 */
export function request(verb, body = {}, timeout = REPLY_TIMEOUT_MS) {
  restIdle();
  return new Promise(done => {
    const id = ++lastId;
    const late = setTimeout(() => {
      waiting.delete(id);
      port?.disconnect();
      port = null;
      done({ ok: false, error: codedError('HOST_TIMEOUT') });
    }, timeout);
    waiting.set(id, reply => {
      clearTimeout(late);
      done(reply);
    });
    try {
      if (!port) connect();
      port?.postMessage({ version: 1, id, verb, ...body });
    } catch (error) {
      waiting.get(id)?.({ ok: false, error: disconnectError(String(error)) });
      waiting.delete(id);
    }
  });
}

/** Opens the port ahead of a likely call; the host gets ready while the person still moves the pointer. */
export function warm() {
  if (!port) request('echo');
  else restIdle();
}
