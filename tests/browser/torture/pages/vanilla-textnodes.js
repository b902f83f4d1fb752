import { app, number } from '../harness.js';
const p = app().appendChild(document.createElement('p'));
const text = p.appendChild(document.createTextNode(`Tel ${number(1)} subito`));
export const steps = [() => { text.data += ` e ${number(2)}`; }, () => { text.nodeValue = `Nuovo ${number(3)}`; }, () => { text.replaceData(0, 5, 'Altro'); text.insertData(0, 'Ecco: '); }, () => { text.deleteData(text.length - 1, 1); text.appendData('7'); }, () => { p.textContent = number(9); }];
export const probe = () => [text.data, text.length, p.firstChild === text, p.childNodes.length];
