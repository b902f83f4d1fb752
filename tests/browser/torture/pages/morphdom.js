import morphdom from 'morphdom';
import { app, number } from '../harness.js';
app().innerHTML = `<section><p>Tel ${number(1)}</p><p>B ${number(2)} <b>x</b></p></section>`;
const to = html => () => void morphdom(app().firstChild, `<section>${html}</section>`);
export const steps = [to(`<p>Tel ${number(3)}</p><p>B ${number(2)} <b>x</b></p>`), to(`<p>Tel ${number(3)}</p><h2>${number(4)}</h2><p>C ${number(2)}</p>`), to(`<p>${number(5)}</p>`), to(`<p>${number(5)}</p>`)];
export const probe = () => app().innerHTML;
