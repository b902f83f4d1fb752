import { app, count, number, wait } from '../harness.js';
import htmx from 'htmx.org/dist/htmx.esm.js';
app().innerHTML = `<div id=t hx-get="fragment.html" hx-trigger="go">Vecchio ${number(1)}</div><p>${number(2)}</p>`;
(htmx.process ?? window.htmx.process)(app());
addEventListener('htmx:after:swap', () => count('swap'));
const swap = async style => { document.getElementById('t')?.setAttribute('hx-swap', style); document.getElementById('t')?.dispatchEvent(new Event('go')); await wait(150); };
export const steps = [() => swap('innerHTML'), () => swap('beforeend'), () => swap('innerHTML'), () => swap('outerHTML')];
export const probe = () => app().innerHTML;
