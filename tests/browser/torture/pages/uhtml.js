import { html, render } from 'uhtml';
import { app, number } from '../harness.js';
const view = (n, list) => html`<p>Tel ${number(n)} scala ${n}</p>${n % 2 ? html`<p>uno ${number(20 + n)} <b>due</b></p>` : html`<i>${number(30 + n)}</i>`}<ul>${list.map(i => html`<li>${i} – ${number(60 + i)}</li>`)}</ul>`;
const to = (n, list) => () => void render(app(), view(n, list));
to(0, [1, 2, 3])();
export const steps = [to(1, [1, 2, 3]), to(1, [3, 9, 1]), to(2, []), to(3, [4, 5])];
export const probe = () => app().innerHTML;
