import * as React from 'react';
import ReactDOM from 'react-dom';
import { app } from '../harness.js';
import { makeApp, script } from './_react.jsx';
const App = makeApp(React), expose = {};
ReactDOM.render(<React.StrictMode><App expose={expose} /></React.StrictMode>, app());
export const steps = [...script(expose), () => { ReactDOM.unmountComponentAtNode(app()); }];
export const probe = () => app().innerHTML;
