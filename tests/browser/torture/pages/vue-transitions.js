import { createApp, h, reactive, Transition, TransitionGroup } from 'vue';
import { app, number } from '../harness.js';
const style = document.createElement('style');
style.textContent = '.v-enter-active, .v-leave-active, .l-move, .l-enter-active, .l-leave-active { transition: all .2s } .v-enter-from, .v-leave-to, .l-enter-from, .l-leave-to { opacity: 0; transform: translateX(30px) } .l-leave-active { position: absolute }';
document.head.append(style);
const s = reactive({ show: true, list: [1, 2, 3] });
createApp({ render: () => h('main', [h(Transition, { name: 'v' }, () => (s.show ? h('p', { key: 1 }, `Mostra ${number(1)}`) : h('p', { key: 2 }, `Altro ${number(2)}`))), h(TransitionGroup, { tag: 'ul', name: 'l' }, () => s.list.map(i => h('li', { key: i }, `${i} – ${number(60 + i)}`)))]) }).mount(app());
export const steps = [() => { s.show = false; }, () => { s.list = [3, 1, 5]; }, () => { s.show = true; s.list = [5]; }];
export const probe = () => app().textContent;
