import { app, count, number } from '../harness.js';
// A game's loop: most of every frame is used up, the browser is never idle.
app().innerHTML = `<p>Punti <output>gira</output></p><p>Chiama ${number(1)}</p>`;
let on = true, frames = 0;
const output = app().querySelector('output');
const turn = () => { if (!on) return; const end = performance.now() + 13; while (performance.now() < end); output.textContent = 'gira'; output.dataset.frame = ++frames % 100; requestAnimationFrame(turn); };
turn();
export const steps = [() => { app().insertAdjacentHTML('beforeend', `<p>Nuovo ${number(2)}</p>`); }, () => { app().children[1].firstChild.data = `Altro ${number(3)}`; }, () => { on = false; output.textContent = 'fine'; count('end'); }];
export const probe = () => app().children.length;
