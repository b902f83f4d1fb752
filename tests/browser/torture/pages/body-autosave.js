import { app, count, number } from '../harness.js';
app().innerHTML = `<p>${number(1)}</p>`;
let saved = document.body.innerHTML;
setInterval(() => { if (document.body.innerHTML !== saved) { saved = document.body.innerHTML; count('saved'); } }, 10);
export const steps = [() => { app().insertAdjacentHTML('beforeend', `<p>${number(2)}</p>`); }, () => { document.body.classList.add('x'); }, () => { const copy = document.body.cloneNode(true); copy.querySelectorAll('script').forEach(s => s.remove()); app().innerHTML = copy.querySelector('#app').innerHTML; }];
export const probe = () => [app().innerHTML];
