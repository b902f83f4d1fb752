// What the background's modules ask of a browser when they load and when no country is set. Named a fake: it is one.
Object.assign(globalThis, { chrome: { i18n: { getUILanguage: () => 'en-GB' } } });
globalThis.navigator ??= /** @type {any} */ ({ language: 'en-GB', languages: ['en-GB'] });
