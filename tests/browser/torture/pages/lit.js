import { LitElement, html, css, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { app, number } from '../harness.js';
class Phones extends LitElement { static properties = { n: {}, list: {} }; static styles = css`b:last-child{color:red}`; constructor() { super(); this.n = 1; this.list = [1, 2, 3]; }
  render() { return html`<p>Tel: ${number(this.n)} scala ${this.n}</p>${this.n < 3 ? html`<p>${number(20 + this.n)}</p>` : nothing}<ul>${repeat(this.list, i => i, i => html`<li>${number(40 + i)}, riga <b>${this.n}</b></li>`)}</ul><slot></slot>`; } }
customElements.define('x-phones', Phones);
const part = document.createElement('x-phones'); part.append(`Luce ${number(90)}`); app().append(part);
export const steps = [() => { part.n = 2; }, () => { part.list = [3, 1, 9]; }, () => { part.n = 3; }, () => { part.n = 1; part.list = []; }];
export const probe = () => part.shadowRoot.textContent;
