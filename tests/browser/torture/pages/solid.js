import { createSignal, For, Show } from 'solid-js';
import { render } from 'solid-js/web';
import html from 'solid-js/html';
import { app, number } from '../harness.js';
const [n, setN] = createSignal(1), [list, setList] = createSignal([1, 2, 3]);
render(() => html`<section><p>Tel: ${() => number(n())} scala ${n}</p><${Show} when=${() => n() < 3}><p>${() => number(20 + n())}</p><//><ul><${For} each=${list}>${i => html`<li>${i} ${number(40 + i)}, riga <b>${n}</b></li>`}<//></ul>${() => (n() % 2 ? number(60) : html`<i>${number(61)}</i>`)}</section>`, app());
export const steps = [() => setN(2), () => setList([3, 1, 9]), () => setN(3), () => setN(1), () => setList([])];
export const probe = () => app().innerHTML;
