import { app, count, number } from '../harness.js';
app().innerHTML = `<p>Fuori ${number(9)}</p><div id=e>Nota ${number(1)} <b>e ${number(2)}</b></div>`;
const e = app().lastChild;
e.addEventListener('input', () => count('input'));
export const steps = [() => { e.contentEditable = 'true'; e.focus(); getSelection().collapse(e.firstChild, 2); document.execCommand('insertText', false, 'q'); }, () => { document.execCommand('selectAll'); document.execCommand('bold'); }, () => { e.blur(); e.contentEditable = 'false'; getSelection().removeAllRanges(); }, () => { e.contentEditable = 'plaintext-only'; }, () => { e.removeAttribute('contenteditable'); }];
export const value = () => [e.innerHTML, e.textContent, e.childNodes.length];
