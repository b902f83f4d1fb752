import { app, count, number } from '../harness.js';
app().innerHTML = `<div id=s style="height:150px;overflow:auto;scroll-snap-type:y proximity"><h3 style="position:sticky;top:0;margin:0;background:#eee">Fisso ${number(0)}</h3>${Array.from({ length: 30 }, (_, i) => `<p style="scroll-snap-align:start">Riga ${i} ${number(1 + i)}</p>`).join('')}</div><div style="width:200px;overflow-x:auto;white-space:nowrap">Largo ${number(50)} ${number(51)} ${number(52)} fine</div>`;
const s = app().firstChild; const dead = [];
s.addEventListener('scroll', () => dead.push(1), { passive: true });
export const steps = [() => { s.scrollTop = 400; }, () => s.children[20].scrollIntoView(), () => { app().lastChild.scrollLeft = 120; }, () => { s.children[3].remove(); s.scrollTop = 0; }, () => { s.scrollTop = 50; s.prepend(`Prima ${number(60)}`); }].map(step => () => void step());
export const probe = () => [s.scrollTop, s.scrollHeight, app().lastChild.scrollLeft, app().lastChild.scrollWidth, count.length];
