import { app, count, number } from '../harness.js';
app().innerHTML = `<p>Chiama ${number(1)} adesso</p><p>Poi <b>${number(2)}</b> fine</p>`;
const selection = getSelection();
document.addEventListener('selectionchange', () => count('selection'));
const seen = [];
const note = () => seen.push([String(selection), selection.anchorNode?.nodeName, selection.anchorOffset, selection.focusOffset, selection.rangeCount, selection.rangeCount && selection.getRangeAt(0).cloneContents().textContent]);
export const steps = [() => { selection.selectAllChildren(app().firstChild); note(); }, () => { selection.collapse(app().firstChild.firstChild, 9); for (let i = 0; i < 4; i++) selection.modify('extend', 'forward', 'word'); note(); }, () => { selection.setBaseAndExtent(app().firstChild.firstChild, 10, app().lastChild.lastChild, 2); note(); app().lastChild.firstChild.data = 'Dopo '; note(); }, () => { selection.deleteFromDocument(); note(); }, () => { app().append(number(4)); selection.removeAllRanges(); }];
export const probe = () => [seen, app().innerHTML];
