import m from 'mithril';
import { app, number } from '../harness.js';
const s = { n: 1, list: [1, 2, 3] };
m.mount(app(), { view: () => m('section', m('p', 'Tel ', number(s.n), ' ok'), s.n < 3 && m('p', number(20 + s.n)), m('ul', s.list.map(i => m('li', { key: i }, number(40 + i), ', riga ', m('b', s.n)))), m.trust(`<i>${number(60 + s.n)}</i>`)) });
const set = change => () => { Object.assign(s, change); m.redraw.sync(); };
export const steps = [set({ n: 2 }), set({ list: [3, 1, 9] }), set({ n: 3 }), set({ n: 1, list: [4] })];
export const probe = () => app().innerHTML;
