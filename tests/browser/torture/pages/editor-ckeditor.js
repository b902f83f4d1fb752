import { Bold, ClassicEditor, Essentials, Heading, List, Paragraph, Table } from 'ckeditor5';
import { app, count, number } from '../harness.js';
app().innerHTML = `<p>Fuori ${number(9)}</p><div id=e><p>Chiama ${number(1)}</p></div>`;
let editor;
export const steps = [
  async () => { editor = await ClassicEditor.create(app().lastChild, { licenseKey: 'GPL', plugins: [Essentials, Paragraph, Bold, Heading, List, Table] }); editor.model.document.on('change:data', () => count('change')); },
  () => { editor.model.change(writer => writer.insertText(`Nuovo ${number(2)} `, editor.model.document.getRoot().getChild(0), 0)); },
  () => { editor.execute('selectAll'); editor.execute('bold'); },
  () => editor.setData(`<h2>Titolo</h2><ul><li>${number(3)}</li><li>${number(4)}</li></ul>`),
  () => { editor.enableReadOnlyMode('x'); },
  () => { editor.disableReadOnlyMode('x'); editor.execute('undo'); },
  () => editor.destroy(),
].map(step => async () => { await step(); });
const held = html => html.replace(/ data-list-item-id="\w+"/g, '');
export const value = () => held(editor?.state === 'ready' ? editor.getData() : app().innerHTML);
