import { app, count, number } from '../harness.js';
app().innerHTML = `<style>.m div{display:none}.m:hover div{display:block}</style><div class=m>Menu<div>Chiama ${number(1)}</div></div><div id=row style="cursor:default">Riga ${number(2)}</div>`;
const row = app().querySelector('#row');
for (const name of ['mouseenter', 'mouseleave', 'mouseover', 'mouseout', 'click', 'mousedown']) row.addEventListener(name, () => count(name));
row.onclick = () => { row.title = 'clicked'; };
export const steps = [() => { app().querySelector('.m div').style.display = 'block'; }, () => { app().querySelector('.m div').style.display = ''; }];
export const probe = () => [document.getAnimations().length, row.attributes.length];
