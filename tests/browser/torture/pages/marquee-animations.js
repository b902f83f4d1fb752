import { app, number } from '../harness.js';
app().innerHTML = `<style>@keyframes k { to { transform: translateX(60px) } } .a { animation: k .3s both; width: 300px } .t { transition: margin .2s }</style><p class=a>Animato ${number(1)}</p><p class=t>Mosso ${number(2)}</p>`;
export const steps = [() => { app().lastChild.style.marginLeft = '80px'; }, () => { app().children[1].animate([{ opacity: .5 }, { opacity: 1 }], { duration: 200, fill: 'forwards' }); }, () => { app().lastChild.style.marginLeft = ''; app().children[1].className = ''; }];
export const probe = () => document.getAnimations().filter(one => one.playState === 'running').length;
