import { classModule, eventListenersModule, h, init, propsModule } from 'snabbdom';
import { app, number } from '../harness.js';
const patch = init([classModule, propsModule, eventListenersModule]);
const view = (n, list) => h('div#app', [h('p', `Tel ${number(n)} scala ${n}`), n % 2 ? h('p', ['uno ', number(20 + n), h('b', ' due')]) : h('section', `tre ${number(30 + n)}`), h('ul', list.map(i => h('li', { key: i }, [h('span', String(i)), ` – ${number(60 + i)}`])))]);
let node = patch(app(), view(0, [1, 2, 3]));
const to = (n, list) => () => { node = patch(node, view(n, list)); };
export const steps = [to(1, [1, 2, 3]), to(1, [3, 9, 1]), to(2, []), to(3, [4, 5])];
export const probe = () => node.elm.innerHTML;
