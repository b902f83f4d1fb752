import htmx from 'htmx.org/dist/htmx.esm.js';
import Alpine from 'alpinejs';
import { app, count, number, wait } from '../harness.js';
window.number = number;
const answers = [
  `<p>Corpo ${number(3)}</p><aside id=side hx-swap-oob="true">Lato ${number(4)}</aside>`,
  `<p>Corpo ${number(5)} <b>x</b></p><div hx-swap-oob="beforeend:#list"><li>${number(6)}</li><li x-data="{ n: 7 }" x-text="number(n)"></li></div>`,
  `<p>Corpo ${number(8)}</p><aside id=side hx-swap-oob="innerHTML"><i>Dentro</i> ${number(9)}</aside><div hx-swap-oob="afterbegin:#list"><li>${number(10)}</li></div>`,
  `<div hx-swap-oob="delete:#side"></div>Testo ${number(11)}`,
];
app().innerHTML = `<div id=t hx-get="fragment.html" hx-trigger="go">Vecchio ${number(1)}</div><aside id=side>Lato ${number(2)}</aside><ul id=list x-data></ul>`;
document.body.addEventListener('htmx:beforeSwap', event => { event.detail.serverResponse = answers.shift(); });
for (const name of ['htmx:afterSwap', 'htmx:oobAfterSwap', 'htmx:afterSettle', 'htmx:load']) document.body.addEventListener(name, () => count(name));
htmx.process(app());
Alpine.start();
const go = async () => { document.getElementById('t').dispatchEvent(new Event('go')); await wait(150); };
export const steps = [go, go, go, go];
export const probe = () => app().innerHTML;
