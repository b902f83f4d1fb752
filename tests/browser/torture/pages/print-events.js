import { app, count, number } from '../harness.js';
app().innerHTML = `<style>@media print { a::after { content: attr(href) } .no { display: none } }</style><p>Stampa ${number(1)}</p><p class=no>Mai ${number(2)}</p>`;
for (const name of ['beforeprint', 'afterprint']) addEventListener(name, () => { count(name); app().querySelector('.no').hidden = name === 'beforeprint'; });
export const steps = [() => { dispatchEvent(new Event('beforeprint')); }, () => { dispatchEvent(new Event('afterprint')); }];
export const probe = () => [app().innerHTML];
