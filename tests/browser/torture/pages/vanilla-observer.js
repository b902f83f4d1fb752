import { app, count, number } from '../harness.js';
new MutationObserver(records => { for (const r of records) count(r.type); }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
new ResizeObserver(() => count('resize')).observe(app());
for (const name of ['focusin', 'focusout', 'input', 'change', 'selectionchange', 'scroll', 'DOMNodeInserted', 'slotchange']) addEventListener(name, () => count(name), true);
app().innerHTML = `<p>${number(1)}</p>`;
export const steps = [() => { app().insertAdjacentHTML('beforeend', `<p>${number(2)}</p>`); }, () => { app().firstChild.firstChild.data = number(3); }, () => { app().firstChild.className = 'x'; app().lastChild.remove(); }];
