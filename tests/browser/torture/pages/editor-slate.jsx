import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor, Transforms, Node } from 'slate';
import { Editable, Slate, withReact } from 'slate-react';
import { app, count, number } from '../harness.js';
const editor = withReact(createEditor());
function App() { const [value] = useState([{ type: 'p', children: [{ text: `Chiama ${number(1)}` }] }, { type: 'p', children: [{ text: number(2) }] }]); return <><p>Fuori {number(9)}</p><Slate editor={editor} initialValue={value} onChange={() => count('change')}><Editable /></Slate></>; }
createRoot(app()).render(<App />);
export const steps = [() => Transforms.insertText(editor, `Nuovo ${number(3)} `, { at: { path: [0, 0], offset: 0 } }), () => Transforms.insertNodes(editor, { type: 'p', children: [{ text: number(4) }] }, { at: [1] }), () => Transforms.removeNodes(editor, { at: [0] }), () => Transforms.splitNodes(editor, { at: { path: [0, 0], offset: 4 } })];
export const value = () => editor.children.map(n => Node.string(n));
