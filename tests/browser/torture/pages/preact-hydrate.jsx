import { hydrate } from 'preact';
import * as hooks from 'preact/hooks';
import { renderToString } from 'preact-render-to-string';
import { app, wait } from '../harness.js';
import { makeApp, script } from './_react.jsx';
const App = makeApp(hooks), expose = {};
app().innerHTML = renderToString(<App expose={expose} />);
export const steps = [() => wait(600), () => hydrate(<App expose={expose} />, app()), ...script(expose)];
export const probe = () => app().innerHTML;
