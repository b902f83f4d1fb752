import Clusterize from 'clusterize.js';
import { app, count, number, wait } from '../harness.js';
app().innerHTML = '<div id=s style="height:200px;overflow:auto"><div id=c></div></div>';
const rows = Array.from({ length: 400 }, (_, i) => `<div style="height:20px">Riga ${i} ${number(i)}</div>`);
const list = new Clusterize({ rows, scrollId: 's', contentId: 'c', rows_in_block: 15, callbacks: { clusterChanged: () => count('cluster') } });
const scroller = document.getElementById('s');
const scroll = top => async () => { scroller.scrollTop = top; await wait(60); };
export const steps = [scroll(2000), scroll(5000), () => list.update(rows.slice(0, 30)), scroll(0)];
export const probe = () => [scroller.scrollTop, scroller.innerHTML.length, document.getElementById('c').children.length];
