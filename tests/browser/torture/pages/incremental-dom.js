import { elementClose, elementOpen, patch, text } from 'incremental-dom';
import { app, number } from '../harness.js';
const view = (n, list) => () => { elementOpen('p'); text(`Tel ${number(n)} scala `); text(n); elementClose('p'); if (n % 2) { elementOpen('p', 'x'); text(number(20 + n)); elementClose('p'); } elementOpen('ul'); for (const i of list) { elementOpen('li', i); text(`${i} – `); text(number(60 + i)); elementClose('li'); } elementClose('ul'); };
const to = (n, list) => () => void patch(app(), view(n, list));
to(0, [1, 2, 3])();
export const steps = [to(1, [1, 2, 3]), to(1, [3, 9, 1]), to(2, []), to(3, [4, 5])];
export const probe = () => app().innerHTML;
