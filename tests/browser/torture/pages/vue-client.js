import { createApp, nextTick } from 'vue';
import { app } from '../harness.js';
import { make, script } from './_vue.js';
const { state, root } = make();
const vue = createApp(root); vue.mount(app());
export const steps = [...script(state), () => nextTick(), () => vue.unmount()];
export const probe = () => app().innerHTML;
