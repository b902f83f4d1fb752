import { app, number } from '../harness.js';
app().innerHTML = `<p>Chiama ${number(1)} oppure ${number(2)}</p><p>Poi <i>${number(3)}</i></p>`;
const marks = word => { const walker = document.createTreeWalker(app(), NodeFilter.SHOW_TEXT); const hits = []; while (walker.nextNode()) hits.push(walker.currentNode); for (const text of hits) { let rest = text; for (let at; (at = rest.data.indexOf(word)) >= 0;) { const hit = rest.splitText(at); rest = hit.splitText(word.length); const mark = document.createElement('mark'); hit.replaceWith(mark); mark.append(hit); } } };
const clear = () => { for (const mark of app().querySelectorAll('mark')) mark.replaceWith(...mark.childNodes); app().normalize(); };
export const steps = [() => marks('3031'), clear, () => marks('+39 02'), () => { window.find?.('1002'); getSelection().removeAllRanges(); }, clear, () => { const range = new Range(); range.setStart(app().firstChild.firstChild, 7); range.setEnd(app().firstChild.firstChild, 23); const u = document.createElement('u'); range.surroundContents(u); }];
export const probe = () => [app().innerHTML, app().firstChild.childNodes.length];
