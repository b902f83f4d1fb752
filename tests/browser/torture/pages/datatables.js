import $ from 'jquery';
import DataTable from 'datatables.net';
import { app, count, number } from '../harness.js';
app().innerHTML = `<table id=t><thead><tr><th>Nome</th><th>Telefono</th></tr></thead><tbody>${Array.from({ length: 25 }, (_, i) => `<tr><td>Sede ${(i * 7) % 25}</td><td>${number(i)}</td></tr>`).join('')}</tbody></table>`;
const table = new DataTable('#t', { pageLength: 10 });
table.on('draw', () => count('draw'));
export const steps = [() => table.order([0, 'desc']).draw(), () => table.page(1).draw('page'), () => table.search('1004').draw(), () => table.search('').row.add(['Nuova', number(77)]).draw(), () => table.cell(3, 1).data(number(78)).draw(), () => table.column(1).visible(false), () => { table.column(1).visible(true); table.row(0).child(`<p>Interno ${number(79)}</p>`).show(); table.order([1, 'asc']).draw(); }, () => table.destroy()].map(step => () => void step());
export const probe = () => [$('#t').text(), $('#t td').map((_, td) => td.innerHTML).get(), $('#t tr').length];
