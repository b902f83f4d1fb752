import { app, count, number, wait } from '../harness.js';
app().innerHTML = `<p>Chiama ${number(1)}</p><p>Poi ${number(2)}</p>`;
addEventListener('input', () => count('input'), true);
export const steps = [() => { document.designMode = 'on'; app().append(` poi ${number(4)}`); return wait(600); }, () => { getSelection().collapse(app().firstChild.firstChild, 3); document.execCommand('insertText', false, 'XY'); }, () => { document.designMode = 'off'; getSelection().removeAllRanges(); }, () => { app().lastChild.textContent = number(3); }];
export const value = () => [document.designMode, app().innerHTML];
