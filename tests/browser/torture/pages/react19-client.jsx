import * as React from 'react';
import { createRoot } from 'react-dom/client';
import { app } from '../harness.js';
import { makeApp, script } from './_react.jsx';
const App = makeApp(React), expose = {};
const root = createRoot(app());
root.render(<React.StrictMode><App expose={expose} /></React.StrictMode>);
export const steps = [...script(expose), () => root.unmount()];
export const probe = () => app().innerHTML;
