import { mount, unmount, flushSync } from 'svelte';
import { writable } from 'svelte/store';
import { app, number } from '../harness.js';
import Phones from './_phones.svelte';
const state = writable({ n: 1, show: true, list: [1, 2, 3], html: `<i>${number(70)}</i>`, model: number(71) });
const part = mount(Phones, { target: app(), props: { state } });
const set = change => () => flushSync(() => state.update(now => ({ ...now, ...change })));
export const steps = [set({ n: 2 }), set({ show: false, list: [3, 1, 9] }), set({ show: true, html: `${number(72)} x` }), set({ list: [9, 8], model: number(73) }), () => unmount(part)];
export const probe = () => app().innerHTML;
