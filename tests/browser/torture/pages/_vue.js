import { reactive } from 'vue';
import { number } from '../harness.js';
export const make = () => { const state = reactive({ n: 1, show: true, list: [1, 2, 3], html: `<i>${number(70)}</i>`, model: number(71) });
  return { state, root: { setup: () => ({ state, number }), template: '<section><p>Tel: {{ number(state.n) }} scala {{ state.n }}</p><p v-if="state.show">{{ number(20 + state.n) }}</p><p v-else>no {{ number(30) }}</p><ul><li v-for="i in state.list" :key="i">{{ i }} {{ number(40 + i) }}, riga <b>{{ state.n }}</b></li></ul><div v-html="state.html"></div><p v-text="number(60 + state.n)"></p><input v-model="state.model"></section>' } }; };
export const script = state => [() => { state.n = 2; }, () => { state.show = false; state.list = [3, 1, 9]; }, () => { state.show = true; state.html = `${number(72)} <u>x</u>`; }, () => { state.list.reverse(); state.n++; state.model = number(73); }];
