import { Suspense, lazy, startTransition, useState, use } from 'react';
import { createRoot } from 'react-dom/client';
import { createPortal } from 'react-dom';
import { app, number, wait } from '../harness.js';
let set;
const later = (value, ms) => new Promise(done => setTimeout(done, ms, value));
const Lazy = lazy(() => later({ default: () => <p>Pigro {number(1)}</p> }, 100));
const Data = ({ promise }) => <p>Dati {use(promise)} fine</p>;
function App() { const [n, setN] = useState(0); const [promise, setPromise] = useState(() => later(number(2), 50)); set = v => startTransition(() => { setN(v); setPromise(later(number(2 + v), 40)); }); return <main><Suspense fallback={<p>Attesa {number(9)}</p>}><Lazy /></Suspense><Suspense fallback="…"><Data promise={promise} /></Suspense>{n}{createPortal(<p>Portale {number(30 + n)}</p>, document.body)}</main>; }
createRoot(app()).render(<App />);
export const steps = [() => wait(200), async () => { set(1); await wait(150); }, async () => { set(2); await wait(150); }];
export const probe = () => app().innerHTML;
