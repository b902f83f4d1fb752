import { app, number, wait } from '../harness.js';
const all = `Ecco i **numeri**:\n- Centralino ${number(1)}\n- Assistenza ${number(2)}\n\nBuona giornata, o anche ${number(3)}.`;
const html = text => text.split('\n\n').map(part => `<p>${part.replace(/\*\*(.+?)\*\*/g, '<b>$1</b>').replace(/^- (.*)$/gm, '<li>$1</li>')}</p>`).join('');
const message = () => app().appendChild(document.createElement('article'));
export const steps = [async () => { const box = message(); for (let i = 3; i < all.length + 3; i += 3) { box.innerHTML = `${html(all.slice(0, i))}<span class=cursor>▍</span>`; await wait(2); } box.lastChild.remove(); }, async () => { const box = message(); const text = box.appendChild(document.createTextNode('')); box.append(Object.assign(document.createElement('span'), { textContent: '▍' })); for (let i = 0; i < all.length; i += 5) { text.appendData(all.slice(i, i + 5)); if (i % 25 === 0) await wait(1); } box.normalize(); }, async () => { const box = message(); for (const word of all.split(' ')) { box.append(`${word} `); await wait(1); } box.normalize(); }];
export const probe = () => [app().innerHTML, [...app().children].map(box => box.childNodes.length)];
