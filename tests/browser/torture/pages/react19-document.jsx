import { useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { number, wait } from '../harness.js';
let set;
function Doc() { const [n, s] = useState(1); set = s; return <html lang="it"><head><meta charSet="utf-8" /><title>doc</title></head><body><main><p>Tel: {number(n)} ok</p></main><script src="react19-document.js"></script></body></html>; }
export const steps = [() => wait(1000), async () => { hydrateRoot(document, <Doc />, { onRecoverableError: error => console.error(error) }); await wait(100); }, () => set(2), () => set(3)];
export const probe = () => document.body.innerHTML;
