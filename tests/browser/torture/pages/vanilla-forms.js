import { app, count, number } from '../harness.js';
app().innerHTML = `<form><label>Telefono ${number(1)} <input name=a value="${number(2)}"></label><label><input type=checkbox name=c> richiama il ${number(3)}</label><textarea name=t>${number(4)}</textarea><select name=s><option>${number(5)}<option selected>${number(6)}</select><fieldset><legend>${number(7)}</legend><output>${number(8)}</output></fieldset><button>Chiama ${number(9)}</button></form>`;
const form = app().firstChild;
for (const name of ['input', 'change', 'submit', 'click']) form.addEventListener(name, event => { count(name); if (name === 'submit') event.preventDefault(); });
export const steps = [() => { form.a.value = number(10); }, () => { form.c.click(); }, () => { form.querySelector('button').click(); }, () => { form.reset(); }];
export const probe = () => [[...new FormData(form)], form.querySelector('output').value, form.elements.length];
