import van from 'vanjs-core';
import { app, number } from '../harness.js';
const { p, ul, li, b } = van.tags;
const n = van.state(0); const list = van.state([1, 2, 3]);
van.add(app(), p('Tel ', () => number(n.val), ' scala ', n), () => (n.val % 2 ? p('uno ', number(20 + n.val)) : b(number(30 + n.val))), () => ul(list.val.map(i => li(i, ' – ', number(60 + i)))));
export const steps = [() => { n.val = 1; }, () => { list.val = [3, 9, 1]; }, () => { n.val = 2; list.val = []; }, () => { list.val = [5]; }];
export const probe = () => app().innerHTML;
