import ace from 'ace-builds/src-noconflict/ace.js';
import { app, count, number } from '../harness.js';
app().innerHTML = `<p>Fuori ${number(9)}</p><div style="height:120px"></div>`;
const editor = ace.edit(app().lastChild, { value: `Chiama ${number(1)}\nriga`, useWorker: false, showPrintMargin: false });
editor.session.on('change', () => count('change'));
export const steps = [() => editor.insert(`Nuovo ${number(2)} `), () => editor.selectAll(), () => editor.setValue(`Tutto ${number(3)}`, 1), () => editor.undo()].map(step => () => void step());
export const value = () => [editor.getValue(), editor.getCursorPosition()];
