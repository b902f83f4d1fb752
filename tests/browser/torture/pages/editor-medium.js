import MediumEditor from 'medium-editor';
import { app, count, number } from '../harness.js';
app().innerHTML = `<p>Fuori ${number(9)}</p><div class=e><p>Chiama ${number(1)}</p></div>`;
const editor = new MediumEditor('.e', { toolbar: false, autoLink: true });
editor.subscribe('editableInput', () => count('input'));
export const steps = [() => editor.setContent(`<p>Nuovo ${number(2)} <b>x</b></p>`), () => { editor.selectAllContents(); editor.execAction('bold'); }, () => editor.destroy(), () => { app().firstChild.append(' dopo'); }].map(step => () => void step());
export const value = () => app().querySelector('.e').innerHTML;
