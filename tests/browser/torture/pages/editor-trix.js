import 'trix';
import { app, count, number } from '../harness.js';
app().innerHTML = `<p>Fuori ${number(9)}</p><input id=x type=hidden value="<div>Chiama ${number(1)}</div>"><trix-editor input=x></trix-editor>`;
const editor = app().querySelector('trix-editor');
editor.addEventListener('trix-change', () => count('change'));
export const steps = [() => { editor.editor.setSelectedRange([0, 0]); editor.editor.insertString(`Nuovo ${number(2)} `); }, () => { editor.editor.setSelectedRange([0, 5]); editor.editor.activateAttribute('bold'); }, () => editor.editor.undo(), () => editor.editor.loadHTML(`<div>Tutto ${number(3)}</div>`)].map(step => () => void step());
export const value = () => [editor.value, editor.editor?.getDocument().toString()];
