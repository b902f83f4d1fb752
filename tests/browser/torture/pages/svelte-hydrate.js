import { hydrate, mount, unmount, flushSync } from 'svelte';
import { writable } from 'svelte/store';
import { app, number, wait } from '../harness.js';
import Phones from './_phones.svelte';
const state = writable({ n: 1, show: true, list: [1, 2, 3], html: `<i>${number(70)}</i>`, model: number(71) });
// The server's markup of this component, as svelte/server renders it.
app().innerHTML = `<!--[--><section class="svelte-server"><p>Tel: ${number(1)} scala 1</p><!--[--><p>${number(21)}</p><!--]--><ul><!--[-->${[1, 2, 3].map(i => `<li>${i} ${number(40 + i)}, riga <b>1</b></li>`).join('')}<!--]--></ul><!----><i>${number(70)}</i><!----><input value="${number(71)}"></section><!--]-->`;
const set = change => () => flushSync(() => state.update(now => ({ ...now, ...change })));
export const steps = [() => wait(600), () => void hydrate(Phones, { target: app(), props: { state } }), set({ n: 2 }), set({ show: false, list: [3, 1, 9] }), set({ show: true, html: `${number(72)} x` })];
export const probe = () => app().textContent;
