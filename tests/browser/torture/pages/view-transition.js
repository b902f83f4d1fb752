import { app, number } from '../harness.js';
app().innerHTML = `<p style="view-transition-name: p">Prima ${number(1)}</p>`;
const move = work => async () => { if (!document.startViewTransition) return work(); const transition = document.startViewTransition(work); await transition.updateCallbackDone; transition.skipTransition(); await transition.finished.catch(() => 0); };
export const steps = [move(() => { app().firstChild.textContent = `Dopo ${number(2)}`; }), move(() => { app().innerHTML = `<section style="view-transition-name: p"><p>Pagina ${number(3)}</p></section>`; }), move(() => { app().append(number(4)); })];
export const probe = () => app().innerHTML;
