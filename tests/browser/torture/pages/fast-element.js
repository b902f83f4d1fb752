import { FASTElement, css, html, observable, repeat, when } from '@microsoft/fast-element';
import { app, number } from '../harness.js';
class Card extends FASTElement {}
observable(Card.prototype, 'n'); observable(Card.prototype, 'list');
Card.define({ name: 'fast-card', styles: css`:host { display: block; color: #222 } p:last-child { margin: 2px }`, template: html`<p>Tel ${x => number(x.n ?? 0)} scala ${x => x.n}</p>${when(x => x.n % 2, html`<p>uno ${x => number(20 + x.n)}</p>`)}<ul>${repeat(x => x.list ?? [], html`<li>${x => x} – ${x => number(60 + x)}</li>`)}</ul><slot></slot>` });
const card = document.createElement('fast-card'); card.n = 0; card.list = [1, 2]; card.append(`Luce ${number(90)}`); app().append(card);
export const steps = [() => { card.n = 1; }, () => { card.list = [2, 7]; }, () => { card.n = 2; card.firstChild.data = `Poi ${number(91)}`; }];
export const probe = () => [card.shadowRoot.innerHTML.replace(/fast-[a-z0-9]+/g, ''), app().innerHTML];
