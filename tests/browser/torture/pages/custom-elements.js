import { app, count, number } from '../harness.js';
customElements.define('my-phone', class extends HTMLElement {
  static observedAttributes = ['n'];
  connectedCallback() { count('connected'); this.draw(); this.watch = new MutationObserver(records => { for (const r of records) count(r.type); }); this.watch.observe(this, { childList: true, characterData: true, subtree: true, attributes: true }); }
  disconnectedCallback() { count('disconnected'); this.watch.disconnect(); }
  adoptedCallback() { count('adopted'); }
  attributeChangedCallback() { count('attribute'); if (this.isConnected) this.draw(); }
  draw() { this.textContent = `Tel ${number(Number(this.getAttribute('n')))}`; if (this.childNodes.length !== 1) throw new Error('more than my text'); }
});
app().innerHTML = '<style>my-phone { display: block }</style><my-phone n=1></my-phone> <my-phone n=2></my-phone>';
const one = app().querySelector('my-phone');
export const steps = [() => one.setAttribute('n', 3), () => app().append(one), () => { const frame = document.createElement('iframe'); app().append(frame); frame.contentDocument.adoptNode(one); document.adoptNode(one); frame.remove(); app().prepend(one); }, () => { one.draw(); one.firstChild.data += ' fine'; }].map(step => () => void step());
export const probe = () => [app().innerHTML, one.firstChild.data];
