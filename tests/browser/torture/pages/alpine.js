import Alpine from 'alpinejs';
import { app, number } from '../harness.js';
window.number = number;
app().innerHTML = '<div x-data="{}"><p>Tel <span x-text="number($store.s.n)"></span></p><template x-if="$store.s.n < 3"><p x-text="number(20 + $store.s.n)"></p></template><template x-for="i in $store.s.list" :key="i"><p x-text="number(40 + i)"></p></template><p x-show="$store.s.n == 1">Mostra +39 02 3031 1060</p><div x-html="$store.s.html"></div></div>';
Alpine.store('s', { n: 1, list: [1, 2], html: `<b>${number(70)}</b>` }); Alpine.start();
const store = Alpine.store('s');
export const steps = [() => { store.n = 2; }, () => { store.list = [2, 3, 1]; }, () => { store.n = 3; store.html = number(71); }, () => { store.n = 1; }];
export const probe = () => app().textContent;
