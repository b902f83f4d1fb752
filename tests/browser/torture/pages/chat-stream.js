import { app, number, wait } from '../harness.js';
const say = async words => { const p = app().appendChild(document.createElement('p')); const text = p.appendChild(document.createTextNode('')); for (const c of words) { text.appendData(c); if (Math.random() < 0.3) await wait(1); } return text; };
const all = [];
export const steps = [async () => all.push(await say(`Il numero è ${number(1)}, chiami pure.`)), async () => all.push(await say(`Oppure ${number(2)} o ${number(3)}`)), async () => { for (let i = 0; i < 30; i++) app().appendChild(document.createElement('p')).textContent = `messaggio ${i} ${number(10 + i)}`; }];
export const probe = () => all.map(text => [text.data, text.parentNode?.childNodes.length]);
