import { app, number } from '../harness.js';
const host = app().querySelector('x-d');
export const steps = [() => { host.shadowRoot.querySelector('p').textContent = number(5); }, () => { host.append(` – ${number(6)}`); }, () => { host.shadowRoot.innerHTML = `<section>${number(7)}</section><slot></slot>`; }];
export const probe = () => [host.shadowRoot.innerHTML, host.innerHTML];
