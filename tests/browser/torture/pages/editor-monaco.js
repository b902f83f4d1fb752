import * as monaco from 'monaco-editor/editor/editor.api.js';
import { app, count, number, wait } from '../harness.js';
window.MonacoEnvironment = { getWorker: () => ({ postMessage() {}, terminate() {}, addEventListener() {}, removeEventListener() {} }) };
app().innerHTML = `<p>Fuori ${number(9)}</p><div style="height:200px"></div>`;
const editor = monaco.editor.create(app().lastChild, { value: `tel = ${number(1)}\n${number(2)}`, language: 'plaintext', links: false });
editor.onDidChangeModelContent(() => count('change'));
export const steps = [() => wait(200), () => { editor.executeEdits('t', [{ range: new monaco.Range(1, 1, 1, 1), text: `# ${number(3)}\n` }]); }, () => editor.setValue(`${number(4)}\n`.repeat(60)), () => editor.setScrollTop(300), () => editor.trigger('t', 'type', { text: 'x' })];
export const value = () => editor.getValue();
