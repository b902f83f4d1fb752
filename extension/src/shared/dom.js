/** @typedef {Node | string | null | undefined | false} Child */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Makes an element. A function is a listener (`onclick`), `true` an empty attribute; false, null and undefined leave it out.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Record<string, any>} [attributes] @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...kept(children));
  return element;
}

/** @param {(Child | Child[])[]} children @returns {(Node | string)[]} */
function kept(children) {
  return /** @type {(Node | string)[]} */ (children.flat().filter(child => child !== null && child !== undefined && child !== false));
}

/** @param {Element} element @param {...(Child | Child[])} children */
export function fill(element, ...children) {
  element.replaceChildren(...kept(children));
}

/** An element of the page that is known to be there. @param {string} id @returns {any} */
export const byId = id => document.getElementById(id);

/** A number always reads from left to right, in every script. @param {string} text @param {string} [className] */
export const ltr = (text, className) => h('bdi', { dir: 'ltr', class: className }, text);

/** Stroke icons on a 24 × 24 grid, drawn for this project. */
const ICONS = {
  phone: 'M8.2 4.2 6 4.6A2.4 2.4 0 0 0 4 7.1C4.6 14 10 19.4 16.9 20a2.4 2.4 0 0 0 2.5-2l.4-2.200a1.2 1.2 0 0 0-.8-1.300l-3.1-1.100a1.2 1.2 0 0 0-1.3.4l-.9 1.200a10.5 10.5 0 0 1-4.7-4.700l1.2-.9a1.2 1.2 0 0 0 .4-1.300L9.5 5a1.2 1.2 0 0 0-1.3-.8z',
  video: 'M4.5 7h8a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2h-8a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2zM14.5 11l6-3.500v9l-6-3.5',
  copy: 'M9 8.500h9.500a1 1 0 0 1 1 1V19a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V9.500a1 1 0 0 1 1-1zM5.5 15.500A1 1 0 0 1 4.5 14.5V5a1 1 0 0 1 1-1H15a1 1 0 0 1 1 1',
  mobile: 'M8 3h8a1.5 1.5 0 0 1 1.5 1.500v15A1.5 1.5 0 0 1 16 21H8a1.5 1.5 0 0 1-1.5-1.500v-15A1.5 1.5 0 0 1 8 3zM11 18h2',
  gear: 'M4 7h9M17.5 7H20M4 17h2.5M11 17h9M15.25 9.25a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5zM8.75 19.25a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5z',
  keypad: 'M6 6h.01M12 6h.01M18 6h.01M6 12h.01M12 12h.01M18 12h.01M6 18h.01M12 18h.01M18 18h.01',
  page: 'M7 3.500h7l4.5 4.5v11a1.5 1.5 0 0 1-1.5 1.500H7A1.5 1.5 0 0 1 5.5 19V5A1.5 1.5 0 0 1 7 3.500zM13.5 3.500v5h5M9 13h6M9 16.500h4',
  recent: 'M12 20.500a8.5 8.5 0 1 0-8.3-10.300M3.5 5v5h5M12 7.500V12l3 2',
  back: 'M14.5 6l-6 6 6 6',
  down: 'M6 9.500l6 6 6-6',
  up: 'M6 14.5l6-6 6 6',
  erase: 'M9 5.500h10a1.5 1.5 0 0 1 1.5 1.500v10a1.5 1.5 0 0 1-1.5 1.500H9L3 12zM11.5 9.500l5 5M16.5 9.500l-5 5',
  close: 'M6 6l12 12M18 6L6 18',
  check: 'M5 12.500l4.5 4.5L19 7.5',
  lock: 'M7 11h10a1.5 1.5 0 0 1 1.5 1.500v6A1.5 1.5 0 0 1 17 20H7a1.5 1.5 0 0 1-1.5-1.500v-6A1.5 1.5 0 0 1 7 11zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  warning: 'M12 4 2.8 19.500h18.400zM12 10v4M12 17h.01',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.500l5 5',
};

/** @param {keyof typeof ICONS} name */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [key, value] of Object.entries({ viewBox: '0 0 24 24', class: `icon icon-${name}`, 'aria-hidden': 'true' })) svg.setAttribute(key, value);
  const path = svg.appendChild(document.createElementNS(SVG, 'path'));
  path.setAttribute('d', ICONS[name]);
  return svg;
}
