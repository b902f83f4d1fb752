import ReactDOM from 'react-dom';
import { ContentState, Editor, EditorState, Modifier } from 'draft-js';
import { useState } from 'react';
import { app, count, number } from '../harness.js';
window.global ??= window;
let state; let set;
function App() { [state, set] = useState(() => EditorState.createWithContent(ContentState.createFromText(`Chiama ${number(1)}`))); return <div><p>Fuori {number(9)}</p><Editor editorState={state} onChange={next => { count('change'); set(next); }} /></div>; }
ReactDOM.render(<App />, app());
const insert = text => () => set(EditorState.push(state, Modifier.insertText(state.getCurrentContent(), state.getSelection(), text), 'insert-characters'));
export const steps = [insert(`Nuovo ${number(2)} `), () => set(EditorState.undo(state)), insert('Poi '), () => set(EditorState.createWithContent(ContentState.createFromText(`Tutto\n${number(3)}`)))];
export const value = () => state?.getCurrentContent().getPlainText();
