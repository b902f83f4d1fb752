import linkifyElement from 'linkify-element';
import { app, number } from '../harness.js';
app().innerHTML = `<p>Scrivi a info@example.it o chiama ${number(1)}</p><p>Vedi www.example.it, tel ${number(2)}. Fine</p>`;
// A page that makes its own call links, some time after ours would have been there.
const own = () => { for (const p of app().querySelectorAll('p')) { const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT); const all = []; while (walker.nextNode()) all.push(walker.currentNode); for (const text of all) { const at = text.data.search(/\+39/); if (at < 0 || text.parentElement.closest('a')) continue; const rest = text.splitText(at); rest.splitText(16); const a = document.createElement('a'); a.className = 'own'; a.href = `tel:${rest.data.replace(/\s/g, '')}`; rest.replaceWith(a); a.append(rest); } } };
export const steps = [() => void linkifyElement(app(), {}), () => { app().append(`Ancora ${number(3)}`); }, own];
export const probe = () => app().innerHTML;
