import { app, number, wait } from '../harness.js';
app().innerHTML = '<p></p><p></p>';
const [one, two] = app().children; let n = 0;
const draw = () => { n++; one.textContent = `Chiama ${number(1)} entro ${n} s`; two.innerHTML = `<b>${n}</b> volte ${number(2)}`; };
export const steps = [async () => { for (let i = 0; i < 20; i++) { draw(); await wait(10); } }, async () => { for (let i = 0; i < 200; i++) draw(); }];
export const probe = () => [app().innerHTML];
