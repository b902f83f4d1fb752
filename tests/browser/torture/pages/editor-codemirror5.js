import CodeMirror from 'codemirror5';
import 'codemirror5/lib/codemirror.css';
import { app, count, number } from '../harness.js';
app().innerHTML = `<p>Fuori ${number(9)}</p><div></div>`;
const editor = CodeMirror(app().lastChild, { value: `tel = ${number(1)}\n${number(2)}`, lineNumbers: true });
editor.on('change', () => count('change'));
export const steps = [() => editor.replaceRange(`# ${number(3)}\n`, { line: 0, ch: 0 }), () => editor.setValue(`${number(4)}\n`.repeat(50)), () => editor.setCursor(3, 4), () => editor.replaceSelection('x')];
export const value = () => [editor.getValue(), editor.getWrapperElement().querySelectorAll('a').length];
