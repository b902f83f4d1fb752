import * as Turbo from '@hotwired/turbo';
import { app, number } from '../harness.js';
Turbo.session.drive = false;
app().innerHTML = `<turbo-frame id=f><p>Tel ${number(1)}</p></turbo-frame><ul id=l></ul>`;
const stream = (action, target, html) => () => Turbo.renderStreamMessage(`<turbo-stream action="${action}" target="${target}"><template>${html}</template></turbo-stream>`);
export const steps = [stream('append', 'l', `<li>${number(2)}</li>`), stream('update', 'f', `<p>Nuovo ${number(3)}</p>`), stream('prepend', 'l', `<li>${number(4)}</li>`), stream('replace', 'l', `<ol id=l><li>${number(5)}</li></ol>`)];
export const probe = () => app().innerHTML;
