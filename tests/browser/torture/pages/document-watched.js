import { app, count, number } from '../harness.js';
// Everything under the document is watched and counted, as recorders of sessions do; the whole of it is copied out.
const seen = new MutationObserver(records => { for (const { type, target } of records) if (target !== document.documentElement) count(type); });
seen.observe(document, { childList: true, subtree: true, characterData: true, attributes: true, attributeOldValue: true });
for (const name of ['DOMSubtreeModified', 'selectionchange', 'animationstart', 'animationend', 'transitionrun', 'focusin', 'fullscreenchange', 'error', 'scroll', 'resize', 'visibilitychange', 'message', 'hashchange', 'popstate']) addEventListener(name, () => count(name), true);
const { attachShadow } = Element.prototype;
Element.prototype.attachShadow = function (...options) { count('attachShadow'); return attachShadow.apply(this, options); };
const { addEventListener: listen } = EventTarget.prototype;
EventTarget.prototype.addEventListener = function (...options) { count('listens'); return listen.apply(this, options); };
app().innerHTML = `<p>Chiama ${number(1)} <b>x</b></p>`;
export const steps = [() => { app().insertAdjacentHTML('beforeend', `<p>${number(2)}</p>`); }, () => { app().firstChild.firstChild.data = `Altro ${number(3)} `; }, () => { document.title = number(4); app().style.animation = 'none 1s'; }];
export const probe = () => [document.body.outerHTML, document.head.childNodes.length, document.getAnimations().length, performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop()), Object.keys(window).filter(key => /click|ctc|call/i.test(key)), document.styleSheets.length];
