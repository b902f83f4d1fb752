import { createSSRApp } from 'vue';
import { app, wait } from '../harness.js';
import { make, script } from './_vue.js';
const { state, root } = make();
// What the server would send is taken from a first mount: the same template, then hydrated late.
const first = document.createElement('div'); const draft = createSSRApp(root); draft.mount(first); const html = first.innerHTML; draft.unmount();
app().innerHTML = html;
export const steps = [() => wait(600), () => createSSRApp(root).mount(app()), ...script(state)];
export const probe = () => app().innerHTML;
