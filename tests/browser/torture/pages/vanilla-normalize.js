import { app, number } from '../harness.js';
app().innerHTML = `<p>Prima ${number(1)} dopo</p><p>Altro ${number(2)} qui</p>`;
const [one, two] = app().children;
export const steps = [() => { one.firstChild.splitText(10); }, () => { one.normalize(); }, () => { two.firstChild.splitText(6).splitText(9); document.body.normalize(); }, () => { one.append(' e ', number(3)); one.normalize(); }];
export const probe = () => [[...one.childNodes].map(n => n.data), [...two.childNodes].map(n => n.data), one.firstChild.wholeText];
