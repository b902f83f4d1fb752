/** @jsxImportSource preact */
import { render } from 'preact';
import { batch, computed, effect, signal } from '@preact/signals';
import { app, count, number } from '../harness.js';
// Signals write to their text nodes past the renderer.
const n = signal(1), list = signal([1, 2]);
const text = computed(() => number(n.value)), joined = computed(() => list.value.map(number).join(', '));
let drawn = 0;
const App = () => { drawn++; return <section><p>Tel {text} fine</p><p>{joined}</p><ul>{list.value.map(i => <li key={i}>{i} {number(40 + i)}</li>)}</ul><b>{text}</b></section>; };
effect(() => { n.value; count('effect'); });
render(<App />, app());
export const steps = [() => { n.value = 2; }, () => { list.value = [2, 1, 5]; }, () => batch(() => { n.value = 3; list.value = []; }), () => { n.value = 4; list.value = [7]; }];
export const probe = () => [drawn, app().innerHTML, [...app().querySelectorAll('p')].map(p => p.childNodes.length)];
