import { TabulatorFull as Tabulator } from 'tabulator-tables';
import { app, count, number } from '../harness.js';
const data = n => Array.from({ length: n }, (_, i) => ({ id: i, name: `Persona ${i}`, phone: number(i), n: (i * 7) % 11 }));
const table = new Tabulator(app(), { data: data(40), index: 'id', height: 220, layout: 'fitColumns', columns: [{ title: 'Nome', field: 'name' }, { title: 'Telefono', field: 'phone' }, { title: 'N', field: 'n', sorter: 'number' }] });
const ready = new Promise(done => table.on('tableBuilt', done));
table.on('dataSorted', () => count('sorted'));
export const steps = [() => ready, () => table.setSort('n', 'asc'), () => table.updateData([{ id: 3, phone: number(500) }]), () => table.scrollToRow(30, 'top', false).catch(() => 0), () => table.replaceData(data(4))];
export const probe = () => [table.getData().length, app().querySelectorAll('.tabulator-cell').length, app().textContent];
