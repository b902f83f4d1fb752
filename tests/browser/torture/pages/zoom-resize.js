import { app, count, number } from '../harness.js';
app().innerHTML = [1, 2, 3].map(i => `<p style="max-width:300px">Testo lungo che va a capo con ${number(i)} e ancora altro ${number(10 + i)}</p>`).join('');
for (const p of app().children) new ResizeObserver(([entry]) => count(`size ${Math.round(entry.contentRect.height)}`)).observe(p);
export const steps = [() => { document.body.style.zoom = 1.5; }, () => { document.body.style.zoom = ''; app().style.fontSize = '22px'; }, () => { app().style.width = '150px'; }, () => { app().style.transform = 'scale(.7) rotate(3deg)'; }];
export const probe = () => [...app().children].map(p => p.getClientRects().length + p.offsetHeight);
