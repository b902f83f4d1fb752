import { app, number, wait } from '../harness.js';
app().innerHTML = '<div style="height:200px;overflow:auto;position:relative"><div style="height:20000px"></div></div>';
const [box] = app().children;
const rows = Array.from({ length: 12 }, () => { const row = document.createElement('div'); row.style.cssText = 'position:absolute;height:20px'; row.append(''); row.append(document.createTextNode('')); box.append(row); return row; });
const draw = () => { const first = Math.floor(box.scrollTop / 20); rows.forEach((row, i) => { row.style.top = `${(first + i) * 20}px`; row.lastChild.data = `Riga ${first + i}: ${number((first + i) % 900)}`; }); };
box.onscroll = draw; draw();
export const steps = [500, 1000, 5000, 0].map(top => async () => { box.scrollTop = top; draw(); await wait(60); });
export const probe = () => rows.map(row => [row.lastChild.data, row.childNodes.length]);
