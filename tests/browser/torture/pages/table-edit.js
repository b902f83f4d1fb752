import { app, number } from '../harness.js';
app().innerHTML = `<table border=1><caption>Elenco ${number(0)}</caption><thead><tr><th>Nome<th>Telefono</thead><tbody>${[1, 2, 3].map(i => `<tr><td>P${i}<td>${number(i)}`).join('')}</tbody></table>`;
const table = app().firstChild;
export const steps = [() => { const row = table.insertRow(2); row.insertCell().textContent = 'Nuovo'; row.insertCell().textContent = number(9); }, () => { for (const row of table.rows) row.deleteCell(0); }, () => { const [body] = table.tBodies; body.append(...[...body.rows].reverse()); }, () => { table.rows[1].cells[0].colSpan = 2; table.createTFoot().insertRow().insertCell().append('Totale ', number(20)); }, () => { table.deleteCaption(); table.tBodies[0].rows[0].cells[0].innerHTML = `<b>+39</b> 02 <i>3031</i> 1044`; }].map(step => () => void step());
export const probe = () => [table.rows.length, [...table.rows].map(row => [...row.cells].map(cell => cell.childNodes.length)), table.innerHTML];
