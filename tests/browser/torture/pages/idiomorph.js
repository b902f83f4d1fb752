import { Idiomorph } from 'idiomorph/dist/idiomorph.esm.js';
import { app, number } from '../harness.js';
app().innerHTML = `<p id=a>Tel ${number(1)}</p><p>B ${number(2)} <b>x</b></p>`;
const to = html => () => void Idiomorph.morph(app(), html, { morphStyle: 'innerHTML' });
export const steps = [to(`<p>B ${number(2)} <b>x</b></p><p id=a>Tel ${number(3)}</p>`), to(`<p id=a>Tel ${number(3)} e ${number(4)}</p>`), to(`<div>${number(5)}</div>${number(6)}`)];
export const probe = () => app().innerHTML;
