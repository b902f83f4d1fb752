/**
 * What is never linked: the page's own controls and links, code, editors, drawings, text that is no text.
 * Editors that draw their own text (Monaco, CodeMirror 5, Ace) are known by class, all others by contenteditable or role.
 */
const SKIP = [
  'a[href]', 'button', 'input', 'textarea', 'select', 'option', 'datalist', 'script', 'style', 'noscript', 'template', 'head', 'title',
  'math', 'canvas', 'iframe', 'object', 'audio', 'video', 'meter', 'progress', 'code', 'kbd', 'samp', 'tt', 'var', 'xmp', 'plaintext',
  ...['textbox', 'searchbox', 'combobox', 'spinbutton', 'code', 'button', 'link', 'menuitem', 'menuitemcheckbox', 'menuitemradio', 'option', 'tab', 'switch', 'checkbox', 'radio', 'slider'].map(role => `[role="${role}"]`),
  '[contenteditable]:not([contenteditable="false" i])',
  '.monaco-editor', '.CodeMirror', '.cm-editor', '.ace_editor', '.view-lines', 'pre[class*="lang" i]', 'pre[class*="code" i]', 'pre[class*="highlight" i]', 'pre[class*="hljs" i]',
].join(',');

/** A text of the page; in XHTML it may be a CDATA section. @param {Node} node */
export const isText = node => node.nodeType === 3 || node.nodeType === 4;
export const SHOW_TEXT = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION;

/**
 * The element that a node hangs below in the tree as it is drawn from outside: its parent, or the host of its shadow root.
 * @param {Node} node @returns {Element | null}
 */
export function parentOf(node) {
  const parent = node.parentNode;
  return parent instanceof Element ? parent : parent instanceof ShadowRoot ? parent.host : null;
}

/**
 * Whether the text below an element belongs to something that is never linked.
 * @param {Element} element
 */
export function leftAlone(element) {
  if (element instanceof SVGElement) return true; // a drawing's own text; what stands in a foreignObject is the page's
  for (let at = /** @type {Element | null} */ (element); at; at = hostOf(at)) {
    if (at.closest(SKIP) || /** @type {HTMLElement} */ (at).isContentEditable) return true;
  }
  return false;
}

/**
 * Whether an element itself is one that is never linked.
 * @param {Element} element
 */
export function isSkipped(element) {
  return element.matches(SKIP);
}

/** @param {Element} element @returns {Element | null} */
function hostOf(element) {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/**
 * Whether an element is chrome of the page: not selectable although the page as a whole is. What can be dragged is not
 * selectable in Chromium by the browser's own style, and no chrome for that.
 * @param {Element} element
 */
export function isChrome(element) {
  const select = (/** @type {Element} */ of) => {
    const style = getComputedStyle(of);
    return style.userSelect || style.webkitUserSelect;
  };
  const dragged = element.closest('[draggable="true" i]');
  return select(dragged?.parentElement ?? element) === 'none' && select(document.body ?? document.documentElement) !== 'none';
}

/** Whether the page asks that numbers be left alone (`<meta name="format-detection" content="telephone=no">`). */
export function optedOut() {
  return [...document.querySelectorAll('meta[name="format-detection" i]')].some(meta => /telephone\s*=\s*no/i.test(meta.getAttribute('content') ?? ''));
}
