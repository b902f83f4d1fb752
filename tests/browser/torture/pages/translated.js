import { app, count, number } from '../harness.js';
// A translator: every text is taken out of its place and put into two font elements, new text is caught by an observer, and all of
// it is turned back.
app().innerHTML = `<p>Chiama ${number(1)} adesso</p><p>Poi <b>${number(2)}</b> fine</p><ul><li>${number(3)}</li></ul>`;
const kept = new Map();
const wrap = node => { if (!node.data.trim() || node.parentNode.closest('font')) return; const outer = document.createElement('font'), inner = document.createElement('font'); outer.append(inner); inner.append(node.data.replace('Chiama', 'Call').replace('adesso', 'now')); kept.set(outer, node); node.replaceWith(outer); count('translated'); };
const all = root => { const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), found = []; while (walker.nextNode()) found.push(walker.currentNode); found.forEach(wrap); };
const observer = new MutationObserver(records => { count('records', records.length); for (const { addedNodes } of records) for (const node of addedNodes) if (node.isConnected) node.nodeType === 3 ? wrap(node) : all(node); });
export const steps = [() => { observer.observe(app(), { childList: true, subtree: true, characterData: true }); all(app()); }, () => { app().insertAdjacentHTML('beforeend', `<p>Nuovo ${number(4)}</p>`); }, () => { app().querySelector('font font').textContent = `Call ${number(5)} soon`; }, () => { observer.disconnect(); for (const [outer, node] of kept) outer.replaceWith(node); }, () => app().normalize()];
export const probe = () => [app().innerHTML, app().textContent];
