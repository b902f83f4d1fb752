import { app, count, number } from '../harness.js';
// Nodes that are moved, adopted and copied by every means the platform has.
app().innerHTML = `<ul id=a><li>Uno ${number(1)}</li><li>Due <b>${number(2)}</b></li></ul><ol id=b></ol><template><p>Modello ${number(3)}</p></template>`;
const [a, b] = [document.getElementById('a'), document.getElementById('b')];
const other = document.implementation.createHTMLDocument('');
new MutationObserver(records => count('records', records.length)).observe(app(), { childList: true, subtree: true, characterData: true });
export const steps = [
  () => { a.firstChild.moveBefore ? b.moveBefore(a.firstChild, null) : b.insertBefore(a.firstChild, null); },
  () => { other.body.append(a.firstChild); other.body.firstChild.append(` e ${number(4)}`); },
  () => { b.append(document.importNode(other.body.firstChild, true)); a.append(document.adoptNode(other.body.firstChild)); },
  () => { app().append(app().querySelector('template').content.cloneNode(true)); b.setHTMLUnsafe ? b.setHTMLUnsafe(`<li>${number(5)}</li>`) : (b.innerHTML = `<li>${number(5)}</li>`); },
  () => { a.outerText = `Testo ${number(6)} `; app().insertAdjacentText('afterbegin', `Prima ${number(7)} `); },
  () => { app().replaceChildren(...[...app().childNodes].reverse()); },
  () => { const range = document.createRange(); app().append(range.createContextualFragment(`<p>Frammento ${number(8)}</p>`)); app().firstChild.replaceWith(`Fine ${number(9)}`); },
];
export const probe = () => [app().innerHTML, [...app().childNodes].map(node => node.nodeName), other.body.innerHTML];
