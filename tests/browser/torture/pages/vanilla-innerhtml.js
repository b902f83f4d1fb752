import { app, number } from '../harness.js';
let n = 0;
const render = () => (app().innerHTML = `<ul>${[1, 2, 3, 4].map(i => `<li>Tel. <b>${i}</b>: ${number(i + n)}</li>`).join('')}</ul>`);
render();
export const steps = [() => { n++; render(); }, () => { app().innerHTML += `<p>${number(50)}</p>`; }, () => { app().firstChild.outerHTML = `<div>${number(60)} e ${number(61)}</div>`; }];
export const probe = () => [app().innerHTML, document.body.innerHTML.length, app().textContent];
