/** Our one element in a page: beside the body, with a closed root that neither the page nor its styles reach. */
const STYLE = `
:host { all: initial !important; position: fixed !important; inset: 0 !important; overflow: clip !important; pointer-events: none !important;
  z-index: 2147483647 !important; contain: strict !important; display: block !important; }
@media print { :host { display: none !important; } }
`;
const TRIES = 5;

/** @type {{element: HTMLElement, root: ShadowRoot, sheets: Set<string>} | null} */
let host = null;
let tries = TRIES;

/** The closed root, made on first use. */
function made() {
  if (!host) {
    const element = document.createElement('click-to-call');
    host = { element, root: element.attachShadow({ mode: 'closed' }), sheets: new Set() };
    addStyle(STYLE);
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

/** The closed root, in the document. A page that takes it out more than a few times is let have its way. */
export function hostRoot() {
  const { element, root } = made();
  if (!element.isConnected && tries > 0 && document.documentElement) {
    tries--;
    document.documentElement.append(element);
  }
  return root;
}

/** Where the coordinates of the closed root begin, in those of the viewport. */
export function hostOrigin() {
  const box = made().element.getBoundingClientRect();
  return { left: box.left, top: box.top };
}

/** @param {Node | EventTarget | null} node */
export const isHost = node => host !== null && node === host.element;

export function removeHost() {
  host?.element.remove();
  host = null;
}
