import { app, count, number } from '../harness.js';
app().innerHTML = `<x-s><span slot=a>A ${number(1)}</span><span slot=b>B ${number(2)}</span>Senza nome ${number(3)}</x-s>`;
const host = app().firstChild; const root = host.attachShadow({ mode: 'open' });
root.innerHTML = `<style>:host { display: block } slot[name=b]::slotted(*) { font-weight: bold }</style><p><slot name=a></slot></p><p><slot name=b>Riserva ${number(4)}</slot></p><div><slot></slot></div>`;
for (const slot of root.querySelectorAll('slot')) slot.addEventListener('slotchange', () => count(`slotchange ${slot.name}`));
export const steps = [() => { host.children[0].slot = 'b'; }, () => { host.children[1].remove(); host.children[0].slot = 'a'; }, () => { root.querySelector('div').innerHTML = `Ombra ${number(5)} <slot></slot>`; }, () => { host.lastChild.data = `Testo ${number(6)}`; }];
export const probe = () => [host.innerHTML, root.innerHTML, [...root.querySelectorAll('slot')].map(slot => [slot.assignedNodes().length, slot.assignedNodes({ flatten: true }).map(node => node.textContent)])];
