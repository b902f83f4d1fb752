import { app, count, number } from '../harness.js';
app().innerHTML = `<p>Chiama ${number(1)} adesso</p><table><tr><td>Poi<td>${number(2)}</table>`;
const copied = [];
document.addEventListener('copy', event => { count('copy'); const range = getSelection().getRangeAt(0); const box = document.createElement('div'); box.append(range.cloneContents()); copied.push(String(getSelection()), box.innerHTML); event.clipboardData.setData('text/plain', `${getSelection()} – fonte`); event.preventDefault(); });
const copy = element => () => { getSelection().selectAllChildren(element); document.dispatchEvent(new ClipboardEvent('copy', { clipboardData: new DataTransfer(), cancelable: true })); getSelection().removeAllRanges(); };
export const steps = [copy(app().firstChild), copy(app().lastChild), copy(document.body)];
export const probe = () => copied.map(text => text.replace(/<script.*<\/script>/s, ''));
