import { count, number } from '../harness.js';
// One component tree for every React and Preact page: keyed lists, text beside elements, conditional text, fragments, refs.
export function makeApp({ useState, useEffect, useRef }) {
  return function App({ expose }) {
    const [state, set] = useState({ n: 0, list: [1, 2, 3, 4], show: true, text: 'Tel' });
    const ref = useRef(null);
    useEffect(() => { count('effect'); expose.set = change => set(now => ({ ...now, ...change })); });
    return <section ref={ref} onClick={() => count('click')}>
      <p>{state.text}: {number(state.n)} scala {state.n}</p>
      {state.show ? <p>Mostra {number(20 + state.n)}</p> : null}
      <i>dopo</i> {state.show && number(40)}
      <ul>{state.list.map(i => <li key={i}>{i} – {number(60 + i)}, riga <b>{state.n}</b></li>)}</ul>
      <>{`Frammento ${number(80 + state.n)}`}</>
      <input defaultValue={number(90)} /><textarea value={number(91 + state.n)} onChange={() => count('change')} />
    </section>;
  };
}
export const script = expose => [
  () => expose.set({ n: 1 }), () => expose.set({ list: [4, 2, 9, 1], show: false }), () => expose.set({ show: true, n: 2, text: 'Fon' }),
  () => expose.set({ list: [] }), () => expose.set({ list: [5, 6, 7], text: '' }),
];
