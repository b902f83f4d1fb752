import { app, number } from '../harness.js';
app().innerHTML = `<p>Uno ${number(1)}</p><x-a></x-a>`;
const sheet = new CSSStyleSheet(); sheet.replaceSync('p { margin: 4px } a { display: block }');
document.adoptedStyleSheets = [sheet];
const root = app().lastChild.attachShadow({ mode: 'open' }); root.adoptedStyleSheets = [sheet]; root.innerHTML = `<p>Ombra ${number(2)}</p>`;
export const steps = [() => sheet.replaceSync('p { margin: 14px; font-size: 20px } p:has(a) { background: red }'), () => { document.adoptedStyleSheets = []; }, () => { document.adoptedStyleSheets.push(sheet); sheet.insertRule('a { color: red !important }'); }].map(step => () => void step());
export const probe = () => [document.adoptedStyleSheets.length, root.adoptedStyleSheets.length, document.styleSheets.length, [...document.styleSheets].map(one => one.cssRules.length)];
