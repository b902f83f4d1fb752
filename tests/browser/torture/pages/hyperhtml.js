import { bind, wire } from 'hyperhtml';
import { app, number } from '../harness.js';
const html = bind(app()), keys = {};
const draw = (n, list) => html`<p>Tel ${number(n)} e ${n}</p><ul>${list.map(i => wire(keys[i] ??= {})`<li>${number(40 + i)}</li>`)}</ul>`;
draw(1, [1, 2, 3]);
export const steps = [() => draw(2, [1, 2, 3]), () => draw(2, [3, 9, 1]), () => draw(1, [])].map(step => () => void step());
export const probe = () => app().textContent;
