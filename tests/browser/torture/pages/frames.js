import { app, number, wait } from '../harness.js';
const frame = attributes => { const f = Object.assign(document.createElement('iframe'), attributes); app().append(f); return f; };
const a = frame({ srcdoc: `<p>srcdoc ${number(1)}</p>` });
const b = frame({});
app().append(`fuori ${number(2)}`);
export const steps = [() => wait(200), () => { b.contentDocument.body.innerHTML = `<p>vuoto ${number(3)}</p>`; }, () => { a.contentDocument.body.firstChild.textContent = number(4); }];
export const probe = () => [a.contentDocument.body.innerHTML, b.contentDocument.body.innerHTML, a.contentWindow.length];
