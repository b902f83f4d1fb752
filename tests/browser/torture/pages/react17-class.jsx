import * as React from 'react';
import ReactDOM from 'react-dom';
import { app, number, count } from '../harness.js';
let self;
class Box extends React.Component { state = { n: 1, html: `<i>${number(50)}</i>` }; componentDidMount() { self = this; } componentDidUpdate() { count('update'); this.node && count('text', this.node.textContent.length); } componentDidCatch() { count('caught'); }
  render() { return <div ref={node => { this.node = node; }}>{number(this.state.n)} –  <span>{'a '}{number(this.state.n + 1)}{' b'}</span><div dangerouslySetInnerHTML={{ __html: this.state.html }} />e {this.state.n % 2 ? number(8) : <b>{number(9)}</b>}</div>; } }
ReactDOM.render(<Box />, app());
export const steps = [() => self.setState({ n: 2 }), () => self.setState({ n: 3, html: `${number(51)} <u>x</u>` }), () => self.setState({ html: '' }), () => self.forceUpdate()];
export const probe = () => [app().innerHTML, self.node.childNodes.length];
