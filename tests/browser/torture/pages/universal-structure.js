import { app, number } from '../harness.js';
// Rules for the last of anything take the body for one.
export const steps = [() => { app().insertAdjacentHTML('beforeend', `<p>${number(4)} <i></i></p>`); }, () => { app().firstChild.append(` e ${number(5)}`); }, () => { document.body.insertAdjacentHTML('beforeend', `<footer><b>${number(6)}</b></footer>`); }];
export const probe = () => ['borderTopWidth', 'marginBottom', 'paddingRight', 'color'].map(name => getComputedStyle(document.body)[name]);
