import { app, number } from '../harness.js';
app().innerHTML = `<p>Uno ${number(1)} <b>due</b> ${number(2)}</p><p>Tre ${number(3)}</p>`;
const iterator = document.createNodeIterator(app(), NodeFilter.SHOW_ALL); const walker = document.createTreeWalker(app(), NodeFilter.SHOW_TEXT);
const range = new Range(); range.setStart(app().firstChild.firstChild, 6); range.setEnd(app().firstChild.lastChild, 1);
const live = app().getElementsByTagName('*'); const nodes = app().firstChild.childNodes; const seen = [];
const note = () => { iterator.nextNode(); walker.nextNode(); seen.push([iterator.referenceNode.nodeName, walker.currentNode.nodeValue, String(range), range.startOffset, range.endOffset, live.length, nodes.length, range.getClientRects().length]); };
export const steps = [note, () => { nodes[0].data = `Nuovo ${number(4)} `; note(); }, () => { range.insertNode(document.createTextNode('qui ')); note(); }, () => { range.extractContents(); note(); }, () => { app().firstChild.replaceChildren(`Fine ${number(5)}`); note(); }];
export const probe = () => [seen, app().innerHTML];
