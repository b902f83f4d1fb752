import { app, number } from '../harness.js';
app().innerHTML = `<style>::highlight(cerca) { background: gold }</style><p>Chiama ${number(1)} oppure ${number(2)}</p><p>Altro ${number(3)}</p>`;
// As the usual example of the API has it: all highlights are cleared before each search.
const search = word => () => { CSS.highlights.clear(); const ranges = []; const walker = document.createTreeWalker(app(), NodeFilter.SHOW_TEXT); while (walker.nextNode()) for (let at = -1; (at = walker.currentNode.data.indexOf(word, at + 1)) >= 0;) { const range = new Range(); range.setStart(walker.currentNode, at); range.setEnd(walker.currentNode, at + word.length); ranges.push(range); } if (ranges.length) CSS.highlights.set('cerca', new Highlight(...ranges)); };
export const steps = [search('3031'), search('02'), () => { app().lastChild.textContent = `Nuovo ${number(4)}`; }, search('zzz')];
export const probe = () => [...(CSS.highlights.get('cerca') ?? [])].map(String);
