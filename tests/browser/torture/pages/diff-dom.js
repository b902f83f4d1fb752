import { DiffDOM } from 'diff-dom';
import { app, count, number } from '../harness.js';
const dd = new DiffDOM();
const html = (n, list) => `<div id="app"><p>Tel ${number(n)} scala ${n}</p>${n % 2 ? `<p>uno ${number(20 + n)} <b>due</b></p>` : ''}<ul>${list.map(i => `<li>${i} – ${number(60 + i)}</li>`).join('')}</ul></div>`;
let now = null;
const to = (n, list) => () => { const diff = dd.diff(app(), html(n, list)); count('diffs', diff.length); dd.apply(app(), diff); now = html(n, list); count('left', dd.diff(app(), now).length); };
to(0, [1, 2, 3])();
export const steps = [to(1, [1, 2, 3]), to(1, [3, 9, 1]), to(2, []), to(3, [4, 5])];
export const probe = () => app().innerHTML;
