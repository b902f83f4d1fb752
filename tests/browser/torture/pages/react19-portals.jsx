import * as React from 'react';
import { createPortal, flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { app, number } from '../harness.js';
let set;
const Fails = ({ on }) => { if (on) throw new Error('planned'); return <i>Intero {number(30)}</i>; };
class Guard extends React.Component { state = {}; static getDerivedStateFromError() { return { failed: true }; } render() { return this.state.failed ? <p>Guasto {number(31)}</p> : this.props.children; } }
function App() {
  const [state, to] = React.useState({ n: 1, show: true, fails: false });
  const slow = React.useDeferredValue(state.n);
  const ref = React.useRef();
  const [width, measured] = React.useState(0);
  set = change => flushSync(() => to(before => ({ ...before, ...change })));
  React.useLayoutEffect(() => measured(Math.round(ref.current.getBoundingClientRect().width)), [state.n]);
  const Kept = React.Activity ?? React.Fragment;
  return <><title>{`Tel ${number(state.n)}`}</title><p ref={ref} style={{ display: 'inline-block' }}>Tel {number(state.n)}</p><p>Lento {number(20 + slow)} {width > 0 ? 'misurato' : ''}</p><Kept {...(React.Activity && { mode: state.show ? 'visible' : 'hidden' })}><p>Tenuto {number(22)}</p></Kept><Guard key={String(state.fails)}><Fails on={state.fails} /></Guard>{createPortal(<p>Portale {number(40 + state.n)}</p>, document.body)}{state.show && createPortal(`Nudo ${number(50)}`, app().nextSibling.parentNode.querySelector('h1'))}</>;
}
const root = createRoot(app(), { onCaughtError() {} });
export const steps = [() => root.render(<React.StrictMode><App /></React.StrictMode>), () => set({ n: 2 }), () => set({ show: false }), () => set({ show: true, n: 3 }), () => set({ fails: true }), () => set({ fails: false }), () => root.unmount()].map(step => () => void step());
export const probe = () => [document.title, app().innerHTML, document.querySelector('h1').innerHTML, [...document.body.children].filter(one => one.nodeName === 'P').map(one => one.outerHTML)];
