import { app, count, number } from '../harness.js';
// As Stencil does it without shadow roots: children are moved into a place of the component's own, a comment keeps where each came
// from, and the element's childNodes are made to look as before.
customElements.define('x-card', class extends HTMLElement {
  connectedCallback() {
    if (this.box) return;
    const own = [...this.childNodes];
    this.box = document.createElement('div');
    this.box.className = 'slot';
    for (const node of own) { const from = document.createComment('o'); node.before(from); node.origin = from; this.box.append(node); }
    this.append(Object.assign(document.createElement('header'), { textContent: 'Scheda' }), this.box);
    this.own = own;
    Object.defineProperty(this, 'childNodes', { get: () => [...this.box.childNodes] });
    Object.defineProperty(this, 'textContent', { get: () => this.box.textContent, set: text => { this.box.textContent = text; count('set'); } });
    new MutationObserver(records => count('moved', records.length)).observe(this.box, { childList: true, characterData: true, subtree: true });
  }
  restore() { for (const node of this.own) node.origin?.replaceWith(node); }
});
app().innerHTML = `<x-card>Nudo ${number(1)} <b>x</b><p>Blocco ${number(2)}</p></x-card><p>Fuori ${number(3)}</p>`;
const card = app().firstChild;
export const steps = [() => { card.own[0].data = `Altro ${number(4)} `; }, () => card.restore(), () => { card.textContent = `Tutto ${number(5)} `; }, () => { card.box.append(...card.own); }];
export const probe = () => [card.childNodes.length, app().innerHTML, card.own.map(node => node.isConnected)];
