import { app as run, h, text } from 'hyperapp';
import { app, number } from '../harness.js';
let send;
const view = ({ n, list }) => h('main', {}, [h('p', {}, text(`Tel ${number(n)} o ${number(10 + n)}`)), n % 2 ? h('p', {}, [text('uno '), text(number(20 + n))]) : text(number(25 + n)), h('ul', {}, list.map(i => h('li', { key: i }, text(`${i} ${number(60 + i)}`))))]);
run({ init: { n: 0, list: [1, 2, 3] }, view, node: app().appendChild(document.createElement('div')), dispatch: dispatch => (send = dispatch) });
const to = change => () => void send(state => ({ ...state, ...change }));
export const steps = [to({ n: 1 }), to({ list: [3, 1, 7] }), to({ n: 2, list: [] }), to({ n: 3, list: [8] })];
export const probe = () => app().innerHTML;
