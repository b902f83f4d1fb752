import { app, number } from '../harness.js';
// The names of a form's controls stand in the way of the platform's own.
const insert = HTMLElement.prototype.insertAdjacentHTML;
export const steps = [() => { app().append(`Nuovo ${number(7)}`); }, () => { for (const form of document.querySelectorAll('form')) insert.call(form, 'beforeend', '<p>Ancora 1008</p>'); insert.call(document.querySelector('form'), 'beforeend', `<p>Ancora ${number(8)}</p>`); }, () => { app().firstChild.firstChild.data = `Altro ${number(9)} `; }];
