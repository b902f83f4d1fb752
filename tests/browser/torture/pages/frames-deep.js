import { app, number, wait } from '../harness.js';
const esc = html => html.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
app().innerHTML = `<iframe width=500 height=200 srcdoc="${esc(`<p>Uno ${number(1)}</p><iframe srcdoc="${esc(`<p>Due ${number(2)}</p>`)}"></iframe>`)}"></iframe><iframe id=w></iframe><iframe id=d></iframe>`;
const [, w, d] = app().children;
export const steps = [() => wait(100), async () => { w.contentDocument.open(); w.contentDocument.write(`<body><p>Scritto ${number(3)}</p></body>`); w.contentDocument.close(); await wait(50); }, () => { d.contentDocument.designMode = 'on'; d.contentDocument.body.innerHTML = `Nota ${number(4)}`; }, () => { app().append(w); return wait(80); }, () => { d.contentDocument.body.append('!'); }];
export const probe = () => [d.contentDocument.body?.innerHTML, app().firstChild.contentDocument.body?.children.length];
