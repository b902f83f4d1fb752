import { app, number } from '../harness.js';
app().innerHTML = `<svg width=400 height=90><text x=5 y=20>Disegno <tspan>${number(1)}</tspan></text><foreignObject x=0 y=30 width=400 height=50><div xmlns="http://www.w3.org/1999/xhtml">Dentro ${number(2)}</div></foreignObject></svg><canvas width=300 height=40>Riserva ${number(3)}</canvas><math><mtext>${number(4)}</mtext></math><p>Sotto ${number(5)}</p>`;
const context = app().querySelector('canvas').getContext('2d');
context.font = '16px sans-serif';
context.fillText(number(6), 5, 20);
const [text, tspan] = app().querySelectorAll('text, tspan');
export const steps = [() => { tspan.textContent = number(7); }, () => { app().querySelector('foreignObject div').append(` e ${number(8)}`); }, () => { app().querySelector('svg').setAttribute('viewBox', '0 0 800 180'); }];
export const probe = () => [text.getComputedTextLength(), text.getNumberOfChars(), text.childNodes.length, tspan.getBBox().width, context.measureText(number(6)).width, app().innerHTML];
