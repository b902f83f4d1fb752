import { app, number, wait } from '../harness.js';
const p = app().appendChild(document.createElement('p'));
export const steps = [async () => { const all = `Chiami ${number(1)} adesso`; for (let i = 0; i <= all.length; i++) { p.textContent = all.slice(0, i); await wait(4); } }, async () => { const s = p.appendChild(document.createElement('span')); for (const c of ` o ${number(2)}`) { s.append(c); await wait(3); } }];
export const probe = () => [p.childNodes.length, p.innerHTML];
