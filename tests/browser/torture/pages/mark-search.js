import Mark from 'mark.js';
import { app, count, number } from '../harness.js';
app().innerHTML = `<p>Chiama ${number(1)} oppure ${number(2)} subito</p><p>Poi <b>${number(3)}</b> o 3031 solo</p>`;
const mark = new Mark(app());
const find = (words, options = {}) => () => new Promise(done => mark.mark(words, { ...options, each: () => count('each'), done }));
const clear = () => new Promise(done => mark.unmark({ done }));
export const steps = [find('3031'), clear, find('chiama'), clear, find('02 3031 1001', { separateWordSearch: false, acrossElements: true }), clear];
export const probe = () => [app().innerHTML, app().querySelector('p').childNodes.length];
