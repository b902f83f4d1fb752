import { api } from './api.js';
import { mobileUri } from './entry.js';

/**
 * The link that the browser itself opens for a call, or null where the native host is asked: Firefox for Android starts
 * no host, and the Webex app takes the link.
 * @param {string} os  of runtime.getPlatformInfo() @param {string} uri  of any scheme of the product
 */
export const directLink = (os, uri) => (os === 'android' ? mobileUri(uri) : null);

/** The operating system's name, of runtime.PlatformOs. */
export const systemName = async () => (await api.runtime.getPlatformInfo()).os;
