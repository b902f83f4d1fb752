import { app, count, number } from '../harness.js';
// Everything inline is forbidden, and each attempt is reported.
for (const target of [document, window]) target.addEventListener('securitypolicyviolation', event => count(`violation of ${event.violatedDirective}`), true);
if (window.ReportingObserver) new ReportingObserver(reports => count('report', reports.length), { buffered: true }).observe();
const p = text => { const element = document.createElement('p'); element.textContent = text; return element; };
export const steps = [() => app().append(p(`Nuovo ${number(3)}`)), () => { app().firstChild.textContent = `Altro ${number(4)}`; }, () => { const box = app().appendChild(document.createElement('div')); box.attachShadow({ mode: 'open' }).append(p(`Ombra ${number(5)}`)); }];
export const probe = () => [app().childNodes.length, document.styleSheets.length];
