import { app, count, number } from '../harness.js';
// A page that lets nobody touch its text.
let saved = `<p>Chiama ${number(1)} <b>subito</b></p><p>${number(2)}</p>`;
app().innerHTML = saved;
const guard = new MutationObserver(() => { if (app().innerHTML !== saved) { count('restored'); app().innerHTML = saved; } });
guard.observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributes: true });
const set = html => { saved = html; app().innerHTML = html; };
export const steps = [() => set(`<p>Nuovo ${number(3)}</p>`), () => { app().firstChild.textContent = 'guasto'; }, () => set(`<ul><li>${number(4)}<li>${number(5)}</ul>`.replace(/<li>(.*?)(?=<)/g, '<li>$1</li>'))];
export const probe = () => [app().innerHTML, document.body.children.length];
