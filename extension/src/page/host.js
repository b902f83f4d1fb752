import { bodyCountsAsLast } from './page-facts.js';

/** Our one element in a page: beside the body, with a closed root that neither the page nor its styles reach. */
const STYLE = `
/* No box of its own: a box after the body would add a line break to text copied from a page that ends in a table. */
:host { all: initial !important; display: contents !important; }
/* Hidden itself, so that it covers nothing: not for hit tests, not for frames below that ask whether they are seen. No
   part of the page's text either: a box of ours at its end would add a line break to what is copied. */
#layer { position: fixed; inset: 0; overflow: clip; pointer-events: none; z-index: 2147483647; contain: strict; visibility: hidden; user-select: none; }
#layer > * { visibility: visible; }
@media print { #layer { display: none; } }
`;
const TRIES = 5;

/** @type {{element: HTMLElement, root: ShadowRoot, layer: HTMLElement, sheets: Set<string>} | null} */
let host = null;
let tries = TRIES;

/** The closed root, made on first use. */
function made() {
  if (!host) {
    const element = document.createElement('click-to-call');
    const layer = document.createElement('div');
    layer.id = 'layer';
    host = { element, root: element.attachShadow({ mode: 'closed' }), layer, sheets: new Set() };
    addStyle(STYLE);
    host.root.append(layer);
  }
  return host;
}

/** @param {string} css  a style sheet of the closed root; a second time has no effect */
export function addStyle(css) {
  const { root, sheets } = made();
  if (sheets.has(css)) return;
  sheets.add(css);
  const style = document.createElement('style');
  style.textContent = css;
  root.append(style);
}

/** The layer over the viewport, in the document. A page that takes it out more than a few times is let have its way. */
export function hostLayer() {
  const { element, layer } = made();
  if (!element.isConnected && tries > 0 && document.documentElement) {
    tries--;
    document.documentElement[bodyCountsAsLast() ? 'prepend' : 'append'](element); // at the end the focus comes to it last
  }
  return layer;
}

/** Our element, as the page meets it. */
export const hostElement = () => made().element;

/** Where the coordinates of the layer begin, in those of the viewport. */
export function hostOrigin() {
  const box = made().layer.getBoundingClientRect();
  return { left: box.left, top: box.top };
}

/** @param {Node | EventTarget | null} node */
export const isHost = node => host !== null && node === host.element;

export function removeHost() {
  host?.element.remove();
  host = null;
}
