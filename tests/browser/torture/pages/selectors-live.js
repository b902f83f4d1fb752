import { app, number } from '../harness.js';
const style = document.createElement('style');
style.textContent = 'p:has(a) { border: 2px solid red } p a { font-size: 30px } a { padding: 4px } b:last-child { color: #a00 } b:only-child { letter-spacing: 1px } i:empty { padding: 9px } p:nth-child(2n) { text-indent: 9px } :not(a) + b { margin-left: 3px } a::after { content: attr(href) } p:not(:has(*)) { color: #060 }';
document.head.append(style);
app().innerHTML = `<p><b>Chiama</b> ${number(1)}</p><p>${number(2)} <b>fine</b></p><p>${number(3)}</p><p><i></i>${number(4)}<b>x</b></p>`;
const all = document.getElementsByTagName('a'); const texts = document.evaluate('count(//p/text())', document, null, XPathResult.NUMBER_TYPE, null).numberValue;
export const steps = [() => { app().append(number(5)); }, () => { style.disabled = true; }, () => { style.disabled = false; app().children[2].append(' dopo'); }, () => { style.sheet.insertRule('p:first-child:has(b) { padding: 7px }'); }];
export const probe = () => [all.length, document.links.length, texts, document.querySelectorAll('a, :link, :any-link').length, document.evaluate('count(//p/text())', document, null, XPathResult.NUMBER_TYPE, null).numberValue, [...app().querySelectorAll('p')].map(p => p.childNodes.length), document.querySelectorAll('*').length - document.querySelectorAll('click-to-call').length];
