import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { schema } from 'prosemirror-schema-basic';
import { app, count, number } from '../harness.js';
const text = s => schema.node('paragraph', null, [schema.text(s)]);
app().innerHTML = `<p>Fuori ${number(1)}</p><div></div>`;
const view = new EditorView(app().lastChild, { state: EditorState.create({ doc: schema.node('doc', null, [text(`Chiama ${number(2)}`), text(`o ${number(3)}`)]) }), dispatchTransaction(tr) { count('tr'); view.updateState(view.state.apply(tr)); } });
export const steps = [() => view.dispatch(view.state.tr.insertText(`Nuovo ${number(4)} `, 1)), () => { view.focus(); document.execCommand('insertText', false, `x ${number(5)}`); }, () => view.dispatch(view.state.tr.delete(1, 6)), () => view.dispatch(view.state.tr.split(9))];
export const value = () => view.state.doc.toJSON();
