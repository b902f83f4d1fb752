import { app, number } from '../harness.js';
app().innerHTML = `<table><tbody>${Array.from({ length: 30 }, (_, i) => `<tr><td>${(i * 7) % 30}</td><td>${number(i)}</td></tr>`).join('')}</tbody></table>`;
const body = app().querySelector('tbody');
const sort = way => body.append(...[...body.rows].sort((a, b) => way * (a.cells[0].textContent - b.cells[0].textContent)));
export const steps = [() => sort(1), () => sort(-1), () => { body.rows[0].remove(); body.insertRow(3).innerHTML = `<td>99</td><td>${number(77)}</td>`; }, () => { const rows = [...body.rows]; body.replaceChildren(); body.append(...rows.reverse()); }];
export const probe = () => [...body.rows].map(row => row.innerHTML);
