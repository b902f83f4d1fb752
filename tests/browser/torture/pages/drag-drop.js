import { app, count, number } from '../harness.js';
app().innerHTML = `<ul>${[1, 2, 3].map(i => `<li draggable=true id=d${i}>Voce ${i} ${number(i)}</li>`).join('')}</ul><div id=zone style="min-height:30px;border:1px solid">Qui</div>`;
for (const name of ['dragstart', 'dragover', 'drop', 'dragend']) addEventListener(name, event => { count(name); event.preventDefault(); }, true);
const drag = (id, to) => () => { const data = new DataTransfer(); const item = document.getElementById(id); const fire = (target, name) => target.dispatchEvent(new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer: data })); fire(item, 'dragstart'); data.setData('text/html', item.outerHTML); fire(document.getElementById(to), 'dragover'); fire(document.getElementById(to), 'drop'); document.getElementById(to).append(item); const ghost = item.cloneNode(true); ghost.id = `${id}g`; document.getElementById(to).append(ghost); count(data.getData('text/html')); fire(item, 'dragend'); };
export const steps = [drag('d2', 'zone'), drag('d1', 'zone'), () => { app().firstChild.prepend(document.getElementById('d2')); }];
export const probe = () => app().innerHTML;
