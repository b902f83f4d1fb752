import { number, wait } from '../harness.js';
const write = html => { const torture = window.torture; document.open(); document.write(`<!doctype html><html lang=it><body>${html}</body></html>`); document.close(); window.torture = torture; };
export const steps = [() => write(`<p>Tel ${number(1)}</p>`), () => wait(100), () => write(`<main>Poi ${number(2)} <b>x</b></main>`)];
export const probe = () => document.body?.innerHTML;
