import { app, number } from '../harness.js';
export const steps = [() => { app().innerHTML = `<p>Poi ${number(5)}</p>`; }, () => { document.querySelector('td').textContent = number(6); }];
export const probe = () => document.querySelectorAll('p').length;
