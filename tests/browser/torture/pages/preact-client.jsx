import { render } from 'preact';
import * as hooks from 'preact/hooks';
import { app } from '../harness.js';
import { makeApp, script } from './_react.jsx';
const App = makeApp(hooks), expose = {};
render(<App expose={expose} />, app());
export const steps = [...script(expose), () => render(null, app())];
export const probe = () => app().innerHTML;
