import { createApp, reactive } from 'petite-vue';
import { app, number } from '../harness.js';
const state = reactive({ n: 1, list: [1, 2], number });
app().innerHTML = '<p>Tel {{ number(n) }}</p><ul><li v-for="i in list" :key="i">{{ number(10 + i) }}</li></ul><p v-if="n > 1">{{ number(30 + n) }}</p>';
createApp(state).mount(app());
export const steps = [() => { state.n++; }, () => { state.list = [2, 3, 1]; }, () => { state.n = 0; }];
export const probe = () => app().innerHTML;
