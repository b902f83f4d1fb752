import Splitting from 'splitting';
import { app, number } from '../harness.js';
app().innerHTML = `<h2 data-splitting>Numero verde ${number(1)}</h2><p>Sotto ${number(2)} fine</p><p class=w>Parole ${number(3)}</p>`;
export const steps = [() => { Splitting({ target: 'h2', by: 'chars' }); }, () => { Splitting({ target: '.w', by: 'words' }); }, () => { app().children[1].textContent = number(4); }];
export const probe = () => [app().innerHTML, document.querySelectorAll('.char').length];
