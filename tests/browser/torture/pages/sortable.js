import Sortable from 'sortablejs';
import { app, count, number } from '../harness.js';
app().innerHTML = `<ul id=l>${[1, 2, 3, 4].map(i => `<li data-id=${i}>Voce ${i} <span>${number(i)}</span></li>`).join('')}</ul><ul id=m></ul>`;
const lists = ['l', 'm'].map(id => Sortable.create(document.getElementById(id), { group: 'g', animation: 80, onSort: () => count('sort') }));
export const steps = [() => lists[0].sort(['3', '1', '4', '2'], true), () => { document.getElementById('m').append(document.querySelector('[data-id="4"]')); }, () => lists[0].sort(['1', '2', '3'])];
export const probe = () => [lists.map(list => list.toArray()), app().innerHTML.replace(/ (style|draggable)="[^"]*"/g, '')];
