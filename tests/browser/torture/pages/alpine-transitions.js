import Alpine from 'alpinejs';
import { app, number } from '../harness.js';
app().innerHTML = `<div x-data><p x-show="$store.s.open" x-transition.duration.150ms>Aperto ${number(1)}</p><p x-show="!$store.s.open" x-transition.opacity>Chiuso ${number(2)}</p><template x-if="$store.s.open"><p>Se ${number(3)}</p></template></div>`;
Alpine.store('s', { open: false }); Alpine.start();
const to = open => () => { Alpine.store('s').open = open; };
export const steps = [to(true), to(false), to(true)];
export const probe = () => app().innerText;
