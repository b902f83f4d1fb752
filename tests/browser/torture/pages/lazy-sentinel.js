import { app, count, number, wait } from '../harness.js';
app().innerHTML = '<div id=s style="height:160px;overflow:auto"><div id=end style="height:4px"></div></div>';
const [s, end] = [document.getElementById('s'), document.getElementById('end')]; let n = 0;
const more = () => { for (let i = 0; i < 8; i++) { const p = document.createElement('p'); p.textContent = `Riga ${n} ${number(n++)}`; end.before(p); } };
new IntersectionObserver(([entry]) => { if (entry.isIntersecting && n < 40) { count('more'); more(); } }, { root: s }).observe(end);
export const steps = [() => wait(50), async () => { s.scrollTop = 1e5; await wait(80); }, async () => { s.scrollTop = 1e5; await wait(80); }, () => { s.firstChild.remove(); }];
export const probe = () => [n, s.children.length];
