import { app, count, number, wait } from '../harness.js';
// Resumed, not hydrated (as Qwik and Marko do it): long after the load one walk over all nodes gives each its place by order, and
// texts are found behind their comments.
const texts = {};
const order = [];
function resume() {
  const walker = document.createTreeWalker(app(), NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    order.push(node.nodeName);
    const id = node.nodeType === 8 && /^t=(\d+)/.exec(node.data)?.[1];
    if (id) {
      if (node.nextSibling?.nodeType !== 3 || node.nextSibling.nextSibling?.nodeType !== 8) throw new Error(`cannot resume ${id}`);
      texts[id] = node.nextSibling;
    }
    if (node.nodeType === 1 && node.hasAttribute('on:click')) node.addEventListener('click', () => count('click'));
  }
}
export const steps = [() => wait(900), resume, () => { texts[2].data = number(5); texts[4].data = number(6); }, () => { texts[7].data = ''; }, () => { texts[7].data = number(7); app().querySelector('p').click(); }];
export const probe = () => [order, app().innerHTML];
