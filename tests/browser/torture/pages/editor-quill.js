import Quill from 'quill';
import { app, count, number } from '../harness.js';
app().innerHTML = `<p>Fuori ${number(9)}</p><div><p>Chiama ${number(1)}</p></div>`;
const quill = new Quill(app().lastChild, { modules: { toolbar: false } });
quill.on('text-change', () => count('change'));
export const steps = [() => quill.insertText(0, `Nuovo ${number(2)} `), () => quill.formatText(2, 9, 'bold', true), () => quill.setText(`Tutto ${number(3)}\n`), () => quill.deleteText(0, 3)].map(step => () => void step());
export const value = () => [quill.getContents(), quill.getText(), quill.root.innerHTML];
