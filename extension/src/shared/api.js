/** The WebExtension API: Firefox names it `browser`, Chromium `chrome`; both answer with promises. */
export const api = /** @type {typeof chrome} */ (/** @type {any} */ (globalThis).browser ?? globalThis.chrome);
