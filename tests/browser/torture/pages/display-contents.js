import { app, number } from '../harness.js';
app().innerHTML = `<div style="display:contents">Contenuto ${number(1)}</div><p style="pointer-events:none">Senza puntatore ${number(2)}</p><label>Etichetta ${number(3)} <input type=checkbox></label><div style="position:relative;padding:4px">Carta ${number(4)}<span style="position:absolute;inset:0;pointer-events:none"></span></div><fieldset><legend>Gruppo ${number(5)}</legend></fieldset><p><span><span><em>${number(6)}</em></span></span></p>`;
export const steps = [() => { app().firstChild.style.display = 'block'; }, () => { app().firstChild.style.display = 'contents'; app().children[1].append(' dopo'); }];
export const probe = () => [app().innerHTML, app().querySelector('input').checked];
