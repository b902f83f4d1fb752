import Alpine from 'alpinejs';
import morph from '@alpinejs/morph';
import { app, count, number } from '../harness.js';
// As Livewire does it: the server's whole component is morphed over the one that is there, with lookahead and keys.
Alpine.plugin(morph);
window.number = number;
const component = (n, rows, extra = '') => `<section x-data="{ open: false, n: ${n} }" wire:id="c1"><h2>Tel ${number(n)}</h2><p x-text="number(20 + n)"></p><!--[if BLOCK]><![endif]-->${extra}<!--[if ENDBLOCK]><![endif]--><ul>${rows.map(i => `<li key="${i}" wire:key="${i}">Riga ${number(40 + i)} <b>x</b></li>`).join('')}</ul><input name=q value="a"></section>`;
app().innerHTML = component(1, [1, 2, 3]);
Alpine.start();
const to = (...values) => () => void Alpine.morph(app().firstElementChild, component(...values), { key: element => element.getAttribute?.('wire:key'), lookahead: true, updating: () => count('updating'), added: () => count('added'), removed: () => count('removed') });
export const steps = [to(2, [1, 2, 3]), to(2, [3, 1, 2, 4]), to(3, [4], `<p>Avviso ${number(60)}</p>`), to(3, [4, 5], `Nudo ${number(61)} `), to(3, [4, 5])];
export const probe = () => app().innerHTML;
