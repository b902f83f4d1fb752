import nanomorph from 'nanomorph';
import { app, number } from '../harness.js';
const html = (n, list) => `<div id="app"><p>Tel ${number(n)} scala ${n}</p>${n % 2 ? `<p>uno ${number(20 + n)} <b>due</b></p>` : ''}<ul>${list.map(i => `<li id="i${i}">${i} – ${number(60 + i)}</li>`).join('')}</ul></div>`;
const to = (n, list) => () => { const next = document.createElement('template'); next.innerHTML = html(n, list); nanomorph(app(), next.content.firstChild); };
to(0, [1, 2, 3])();
export const steps = [to(1, [1, 2, 3]), to(1, [3, 9, 1]), to(2, []), to(3, [4, 5])];
export const probe = () => app().innerHTML;
