import { EditorView, basicSetup } from 'codemirror';
import { app, number } from '../harness.js';
app().innerHTML = `<p>Fuori ${number(9)}</p><div></div>`;
const view = new EditorView({ doc: `tel = "${number(1)}"\n${number(2)}`, extensions: [basicSetup], parent: app().lastChild });
const at = (from, to, insert) => () => view.dispatch({ changes: { from, to, insert } });
export const steps = [at(0, 0, `// ${number(3)}\n`), at(3, 8, 'x'), at(0, 0, Array.from({ length: 200 }, (_, i) => number(i)).join('\n'))];
export const value = () => [view.state.doc.toString(), view.contentDOM.querySelectorAll('a').length];
