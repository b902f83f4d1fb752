import { count, number, wait } from '../harness.js';
addEventListener('load', () => count('load'));
const write = (name, html) => { const { document: inner } = window.frames[name]; inner.open(); inner.write(`<!doctype html><html lang=it><body>${html}</body></html>`); inner.close(); };
export const steps = [() => wait(300), async () => { write('two', `<p>Cornice ${number(1)}</p>`); await wait(300); }, () => { window.frames.one.document.body.firstChild.textContent = `Nuovo ${number(2)}`; }, () => { document.body.cols = '30%,*'; }];
export const probe = () => [document.body.nodeName, window.frames.length, document.body.children.length, window.frames.one.document.body.innerHTML, document.documentElement.lastElementChild.nodeName];
