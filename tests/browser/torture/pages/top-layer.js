import { app, count, number } from '../harness.js';
app().innerHTML = `<p>Sotto ${number(1)}</p><dialog id=d><p>Dialogo ${number(2)}</p><button>Chiudi</button></dialog><div id=p popover>Sopra ${number(3)}</div><details><summary>Piega ${number(4)}</summary><p>Dentro ${number(5)}</p></details>`;
const [d, p, details] = ['#d', '#p', 'details'].map(one => app().querySelector(one));
for (const [target, name] of [[d, 'close'], [p, 'toggle'], [details, 'toggle'], [d, 'cancel']]) target.addEventListener(name, () => count(name));
export const steps = [() => d.showModal(), () => d.close(), () => p.showPopover?.(), () => { details.open = true; }, () => { p.hidePopover?.(); d.show(); }, () => { details.open = false; d.close(); }];
export const probe = () => [d.open, details.open, document.querySelectorAll(':popover-open, :modal').length, document.activeElement.nodeName, p.matches(':popover-open')];
