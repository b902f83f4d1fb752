import { app, number } from '../harness.js';
export const steps = [() => { app().innerHTML = `<p>Nuovo ${number(5)} <i>x</i></p>`; }, () => { app().append(document.createCDATASection(`Dati ${number(6)} & poi `)); }, () => { const p = document.createElementNS('http://www.w3.org/1999/xhtml', 'p'); p.append(`Fine ${number(7)}`); app().append(p); }];
export const probe = () => [app().innerHTML, new XMLSerializer().serializeToString(app()), [...app().childNodes].map(node => node.nodeType)];
