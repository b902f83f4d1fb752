import { app, count, number } from '../harness.js';
class Card extends HTMLElement { connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = `<style>b:last-child{color:red}</style><p>Ombra ${number(1)} <b>x</b></p><slot></slot><slot name=n></slot>`; this.shadowRoot.addEventListener('slotchange', () => count('slotchange')); } set phone(v) { this.shadowRoot.querySelector('p').firstChild.data = `Ombra ${v} `; } }
const late = document.createElement('x-card');
app().innerHTML = `<p>Luce ${number(2)}</p>`;
const host = app().appendChild(document.createElement('div'));
export const steps = [() => { customElements.define('x-card', Card); late.innerHTML = `<i>dentro ${number(3)}</i> – <u slot=n>${number(4)}</u>`; app().append(late); }, () => { late.phone = number(5); }, () => { host.attachShadow({ mode: 'open' }).innerHTML = `<p>div ${number(6)}</p><div><x-card></x-card></div>`; app().append(' '); }, () => { late.firstChild.slot = 'n'; }];
export const probe = () => [late.shadowRoot?.innerHTML, host.shadowRoot?.innerHTML, late.shadowRoot?.querySelectorAll('*').length];
