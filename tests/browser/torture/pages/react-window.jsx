import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { List } from 'react-window';
import { app, number, wait } from '../harness.js';
let expose;
const Row = ({ index, style, shift }) => <div style={style}>Riga {index} – {number(index + shift)}</div>;
function App() { const [shift, set] = useState(0); expose = set; return <List rowComponent={Row} rowCount={500} rowHeight={24} rowProps={{ shift }} style={{ height: 200 }} />; }
createRoot(app()).render(<App />);
const scroll = top => async () => { app().firstChild.scrollTop = top; await wait(60); };
export const steps = [() => wait(50), scroll(3000), scroll(3100), () => expose(100), scroll(0)];
export const probe = () => [app().firstChild?.scrollTop, app().textContent];
