// A fake of the browser's extension API: what it has of it is what the page layer asks for. Modules take it when they load.
/** @type {(message: any, sender: any, answer: (value: any) => void) => void} */
let listener = () => {};

export const API = {
  /** What the background answers. @type {(message: any) => any} */
  answer: () => undefined,
  /** A message from the background. @param {object} message */
  tell: message => listener(message, { id: 'fake' }, () => {}),
};

/** @type {any} */ (globalThis).chrome = {
  runtime: {
    id: 'fake',
    sendMessage: async (/** @type {any} */ message) => structuredClone(API.answer(structuredClone(message))),
    onMessage: { addListener: (/** @type {typeof listener} */ given) => (listener = given) },
  },
  i18n: { getMessage: (/** @type {string} */ key) => key, getUILanguage: () => 'it' },
};
