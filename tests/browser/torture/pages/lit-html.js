import { html, render } from 'lit-html';
import { app, number } from '../harness.js';
const draw = (n, list) => render(html`<p>Tel: ${number(n)} e ${n}</p>${list.map(i => html`<p>${number(10 + i)}</p>`)}${n > 1 ? number(50) : html`<b>${number(51)}</b>`}`, app());
draw(1, [1, 2]);
export const steps = [() => draw(2, [2, 1]), () => draw(1, []), () => draw(3, [5, 6, 7])];
export const probe = () => app().textContent;
