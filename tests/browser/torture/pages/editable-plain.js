import { app, count, number } from '../harness.js';
app().innerHTML = `<div contenteditable id=e>Scrivi ${number(1)}</div><div contenteditable=plaintext-only id=f>${number(2)}</div><p id=t>fisso ${number(3)}</p><div id=g>poi ${number(4)}</div>`;
const e = document.getElementById('e'), g = document.getElementById('g');
e.addEventListener('input', () => count('input'));
export const steps = [() => { e.focus(); getSelection().selectAllChildren(e); document.execCommand('insertText', false, `Nuovo ${number(5)}`); }, () => { g.contentEditable = 'true'; g.focus(); getSelection().selectAllChildren(g); document.execCommand('insertHTML', false, `<b>${number(6)}</b> x`); }, () => { g.contentEditable = 'false'; g.append('.'); }, () => { document.execCommand('undo'); }];
export const value = () => [e.innerHTML, document.getElementById('f').innerHTML, g.innerHTML];
