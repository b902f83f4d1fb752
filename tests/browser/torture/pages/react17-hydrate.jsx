import * as React from 'react';
import ReactDOM from 'react-dom';
import { renderToString } from 'react-dom/server.browser';
import { app, wait } from '../harness.js';
import { makeApp, script } from './_react.jsx';
const App = makeApp(React), expose = {};
app().innerHTML = renderToString(<App expose={expose} />);
export const steps = [() => wait(600), () => { ReactDOM.hydrate(<App expose={expose} />, app()); }, ...script(expose)];
export const probe = () => app().innerHTML;
