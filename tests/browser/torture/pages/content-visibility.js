import { app, count, number } from '../harness.js';
app().innerHTML = `<style>section { content-visibility: auto; contain-intrinsic-size: auto 300px; height: 300px }</style>${Array.from({ length: 12 }, (_, i) => `<section><p>Parte ${i} ${number(i)}</p></section>`).join('')}<div hidden=until-found>Nascosto ${number(50)}</div>`;
app().addEventListener('contentvisibilityautostatechange', () => count.length, true);
const all = app().querySelectorAll('section');
export const steps = [() => scrollTo(0, 1500), () => { all[1].firstChild.textContent = `Cambiato ${number(30)}`; }, () => { app().lastChild.hidden = false; }, () => { scrollTo(0, 0); all[0].style.contentVisibility = 'hidden'; }, () => { all[0].style.contentVisibility = 'visible'; }];
export const probe = () => [app().scrollHeight, all.length];
