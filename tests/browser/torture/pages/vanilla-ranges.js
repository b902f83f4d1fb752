import { app, number } from '../harness.js';
app().innerHTML = `<p>Evidenzia ${number(1)} qui</p><p>Sposta ${number(2)} là</p><p></p>`;
const [one, two, three] = app().children;
const range = (node, a, b) => { const r = document.createRange(); r.setStart(node, a); r.setEnd(node, b); return r; };
let kept;
export const steps = [() => { range(one.firstChild, 0, 14).surroundContents(document.createElement('mark')); }, () => { three.append(range(two.firstChild, 7, 23).extractContents()); }, () => { kept = range(one, 0, 1); one.lastChild.data += `; ${number(4)}`; }, () => { range(three.firstChild, 0, 4).cloneContents(); three.firstChild.before('ecco '); }];
export const probe = () => [app().innerHTML, kept && [kept.startOffset, kept.endOffset, String(kept)]];
