import { app, count, number } from '../harness.js';
// Text cut to fit by measuring: by words, by halves of the text, by the boxes of a range, and by the size of the letters.
const long = `Centralino ${number(1)} sempre aperto, oppure ${number(2)} di notte, o anche ${number(3)} nei giorni di festa, e ${number(4)} altrimenti`;
app().innerHTML = '<style>.c{width:260px;max-height:50px;overflow:hidden;line-height:24px}.f{width:300px;white-space:nowrap}</style><p class=c id=w></p><p class=c id=h></p><p class=c id=r></p><p class=f id=f></p>';
const [w, h, r, f] = ['w', 'h', 'r', 'f'].map(id => document.getElementById(id));
const fits = box => box.scrollHeight <= box.clientHeight + 1;
const cut = text => `${text.replace(/\+[\d ]*$/, '')}…`; // not within a number
const words = text => { w.textContent = text; const parts = text.split(' '); while (!fits(w) && parts.length > 1) { parts.pop(); w.textContent = cut(parts.join(' ')); count('word'); } };
const halves = text => { let [low, high] = [0, text.length]; while (low < high) { const middle = (low + high + 1) >> 1; h.textContent = cut(text.slice(0, middle)); if (h.scrollHeight <= 50) low = middle; else high = middle - 1; count('half'); } h.textContent = cut(text.slice(0, low)); };
const byRange = text => { r.textContent = text; const node = r.firstChild, range = document.createRange(), bottom = r.getBoundingClientRect().top + 50; for (let i = 0; i < node.length; i++) { range.setStart(node, i); range.setEnd(node, i + 1); if (range.getBoundingClientRect().bottom > bottom) { node.data = cut(text.slice(0, i - 2)); break; } } };
const size = text => { f.textContent = text; let px = 30; do f.style.fontSize = `${px--}px`; while (f.scrollWidth > 300 && px > 8); };
const all = text => { words(text); halves(text); byRange(text); size(cut(text.slice(0, 40))); };
let watched = 0;
new ResizeObserver(() => { watched++; if (watched < 20) words(long); }).observe(w);
export const steps = [() => all(long), () => { app().style.zoom = 1.5; }, () => { w.style.width = '400px'; h.style.width = '400px'; all(long); }, () => all(`Breve ${number(5)} e poi ${number(6)}`)];
export const probe = () => [w, h, r, f].map(one => [one.textContent, one.childNodes.length, one.style.fontSize, one.scrollHeight]);
