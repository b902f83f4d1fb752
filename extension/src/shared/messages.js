/**
 * The one list of messages inside the extension. A message is `{type, …}`; page messages come from content scripts and
 * are trusted only as far as the sender's tab and frame go, ui messages only from the extension's own pages.
 *
 * @typedef {{code: number, name: string, message?: string, advice?: string, details?: any}} CodedError
 * @typedef {{name: string, id: string, isWebex: boolean}} Application
 * @typedef {{ok: true, handedTo: Application, scheme: string, uri: string, ms: number, notCarried?: {extension?: string, postDial?: string}}
 *   | {ok: false, error: CodedError, ask?: Question, fallback?: string}} Outcome  what became of a call
 * @typedef {{reason: string, details?: any, consent?: string}} Question  asked before a call; `consent` goes into the repeated request
 * @typedef {{international: string, country?: string, kind?: string}} Described  of a number; `kind` is one of libphonenumber's types
 * @typedef {{uri: string, kind?: 'audio'|'video', postDial?: string, shown?: string, also?: string[], adopted?: boolean, unseen?: boolean, doubt?: boolean, consent?: string, confirmed?: boolean, origin?: string}} CallRequest
 *   `uri` in any scheme of the product; `shown` is the text that the person saw, `also` what else a link shows or is read out as, `adopted`: of a link of the page's own; `unseen`: in a frame that may be hidden, `doubt`: the page may have moved, covered or hidden it; `origin` is the site, set by the background alone
 * @typedef {{before: string, after: string, header: string}} FindContext
 * @typedef {{
 *   lines: {text: string, context: FindContext, lang: string, place?: number}[],
 *   places: {evidence?: import('../find/region.js').Evidence, outer?: number, inference?: import('../find/region.js').Inference}[],
 *   sensitivity: 'careful'|'balanced'|'eager',
 * }} FindQuestion  `place` and `outer` are indexes of `places`; a line without place is searched for numbers with country code alone
 * @typedef {{found: import('../find/index.js').Found[][], places: import('../find/region.js').Inference[]}} FindAnswer  numbers of each line, country of each place
 */
export const PAGE = Object.freeze({
  /** stage 1 found text that may hold a number → true when stage 2 was injected into the frame */
  WANTED: 'page.wanted',
  /** stage 2 asks → {@link import('./settings.js').Settings} as they hold for the sender's site, plus `{site, on}` */
  SETTINGS: 'page.settings',
  /** {@link FindQuestion} → {@link FindAnswer} */
  FIND: 'page.find',
  /** {@link FindQuestion} of one line, and `e164` → why that number was taken, as find/explain.js says it, and its `region` */
  WHY: 'page.why',
  /** the pointer or the focus reached a number: open the port so that the click finds it warm */
  WARM: 'page.warm',
  /** {@link CallRequest} → {@link Outcome} */
  CALL: 'page.call',
  /** `{linked, resting}` of the frame, for the badge */
  COUNT: 'page.count',
  /** `{rule: 'number'|'site', number?}`: the person said "not a phone number" or "never on this site"; `undo: true` takes it back */
  RULE: 'page.rule',
  /** the first card of a frame is wanted: put card.js beside page.js → true when it is there */
  CARD: 'page.card',
  /** `{number}` → {@link Described} or null */
  DESCRIBE: 'page.describe',
});

/** From the background to a frame. */
export const FRAME = Object.freeze({
  /** settings changed: `{settings}`; the frame links again or restores the page */
  APPLY: 'frame.apply',
  /** → `[{e164, ext, sip, text}]`: the numbers of the frame, for the popup */
  LIST: 'frame.list',
  /** `{outcome, shown, request}` → true: shown on the page (a call from the menu, a keyboard command or a hidden frame) */
  TOAST: 'frame.toast',
  /** → the text selected in the frame */
  SELECTION: 'frame.selection',
});

export const UI = Object.freeze({
  /** {@link CallRequest} → {@link Outcome} */
  CALL: 'ui.call',
  /** → `{ok: true, status}` as docs/protocol.md says, or `{ok: false, error}` */
  STATUS: 'ui.status',
  /** → `{ok: true, findings}` or `{ok: false, error}` */
  DOCTOR: 'ui.doctor',
  /** → the numbers of the active tab's frames */
  NUMBERS: 'ui.numbers',
});
