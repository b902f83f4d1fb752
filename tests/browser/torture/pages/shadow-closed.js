import { app, count, number } from '../harness.js';
app().innerHTML = `<x-c>Luce ${number(1)} <b>fine</b></x-c><p>Fuori ${number(2)}</p>`;
const root = app().firstChild.attachShadow({ mode: 'closed', slotAssignment: 'named' });
root.innerHTML = '<style>::slotted(*) { color: #246 }</style><i>Chiuso </i><slot></slot>';
root.querySelector('slot').addEventListener('slotchange', () => count('slotchange'));
export const steps = [() => { app().firstChild.append(` poi ${number(3)}`); }, () => { root.querySelector('i').textContent = 'Altro '; }, () => { app().firstChild.firstChild.data = `Nuovo ${number(4)} `; }];
export const probe = () => [root.innerHTML, root.querySelector('slot').assignedNodes().length, app().innerHTML];
