import { api } from '../shared/api.js';
import { alphaOf, colorsIn } from './color.js';
import { isHost } from './host.js';
import { around, outwards } from './visible.js';

/**
 * What is drawn over a number although the pointer goes through it (`pointer-events: none`): no event tells of it. It is
 * found among the elements whose boxes meet the number's; which of two is in front, hit testing tells while an animation
 * lets the pointer meet both: that changes no attribute and no rule of the page.
 * @typedef {import('./rects.js').Box} Box
 */
const MANY = 64;
/** So much of the number may still be seen through all covers. */
const CLEAR = 0.7;
const PSEUDOS = ['::before', '::after'];
/** Elements asked for what style sheets generate before and after them. */
const ASKED = 4000;
/** Where a line is tested, as parts of its width and height. */
const ACROSS = [0.1, 0.5, 0.9];
const DOWN = [0.25, 0.5, 0.75];
const PICTURES = 'img, canvas, video, iframe, embed, object, svg, svg *, input, hr, progress, meter';

/**
 * Whether something may hide a number from the person.
 * @param {Box[]} boxes  of the number @param {Element[]} owners  the elements whose texts it is
 * @param {() => boolean} [also]  a further reason, for which hit tests meet all that is painted
 */
export function isCovered(boxes, owners, also = () => false) {
  const points = boxes.flatMap(({ left, top, right, bottom }) => ACROSS.flatMap(x => DOWN.map(y => ({ x: left + (right - left) * x, y: top + (bottom - top) * y }))));
  const seen = points.filter(({ x, y }) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
  const met = seen.filter(({ x, y }) => owners.some(owner => owner.contains(elementAt(x, y, owner))));
  if (met.length * 2 < seen.length) return true;
  const suspects = passedBy(boxes, owners);
  if (suspects.length > MANY) return true;
  const animations = suspects.map(({ element, pseudo }) => element.animate([{ pointerEvents: 'auto' }, { pointerEvents: 'auto' }], { duration: 1e8, ...(pseudo && { pseudoElement: pseudo }) }));
  try {
    let clear = 1;
    for (const { element, opacity, stubborn } of suspects) if (stubborn() || inFront(element, owners, seen)) clear *= 1 - opacity;
    return clear < CLEAR || also();
  } finally {
    for (const animation of animations) animation.cancel();
  }
}

/** The topmost element at a point, in the tree that an element stands in. @param {number} x @param {number} y @param {Element} near */
function elementAt(x, y, near) {
  return /** @type {Document | ShadowRoot} */ (near.getRootNode()).elementFromPoint(x, y);
}

/**
 * Elements (and what they generate) that are painted where the number stands and that the pointer passes by.
 * @param {Box[]} boxes @param {Element[]} owners
 */
function passedBy(boxes, owners) {
  /** @type {{element: Element, pseudo?: string, opacity: number, stubborn: () => boolean}[]} */
  const found = [];
  /** @param {Element} element @param {number} paint @param {string} [pseudo] */
  const add = (element, paint, pseudo) => {
    const opacity = paint && paint * opacityOf(element);
    if (opacity) found.push({ element, pseudo, opacity, stubborn: () => getComputedStyle(element, pseudo).pointerEvents === 'none' });
  };
  let count = 0;
  for (const element of everyElement()) {
    const style = getComputedStyle(element);
    const passed = style.pointerEvents === 'none' && style.visibility === 'visible' && !owners.some(owner => element.contains(owner));
    // What is generated need not stand where its element does; but to ask for it is slow.
    if (++count > ASKED && !passed) continue;
    const box = passed ? element.getBoundingClientRect() : null;
    if (box && boxes.some(one => meets(box, one))) add(element, isPicture(element) || hasTextAt(element, boxes) || hasEdgeAt(style, box, boxes) ? 1 : paint(style));
    for (const pseudo of PSEUDOS) {
      const made = getComputedStyle(element, pseudo);
      if (made.content === 'none' || made.content === 'normal' || !/absolute|fixed/.test(made.position) || !mayHide(made, element, boxes)) continue;
      if (made.pointerEvents === 'none' || isBefore(made, element, owners)) add(element, (made.content === '""' ? paint(made) : 1) * Number(made.opacity), pseudo);
    }
    if (found.length > MANY) break;
  }
  return found;
}

/** Whether what is generated is painted before the digits of its own element, which is met in its place. @param {CSSStyleDeclaration} made @param {Element} element @param {Element[]} owners */
const isBefore = (made, element, owners) => owners.includes(element) && hasText(element, /\p{Nd}/u) && !(Number(made.zIndex) < 0);

/** Whether what is generated may hide a line, and is no stroke below it. @param {CSSStyleDeclaration} made @param {Element} element @param {Box[]} boxes */
function mayHide(made, element, boxes) {
  const { a, d, e, f } = new DOMMatrix(made.transform);
  const [width, height] = [parseFloat(made.width) * Math.abs(a), parseFloat(made.height) * Math.abs(d)];
  const large = boxes.filter(box => width > (box.right - box.left) / 4 && height > (box.bottom - box.top) / 4);
  if (!large.length || made.position === 'fixed') return large.length > 0;
  const frame = [...outwards(element)].find(at => getComputedStyle(at).position !== 'static') ?? document.documentElement;
  const outer = frame.getBoundingClientRect();
  const x = outer.left + frame.clientLeft + parseFloat(made.left) + parseFloat(made.width) / 2 + e;
  const y = outer.top + frame.clientTop + parseFloat(made.top) + parseFloat(made.height) / 2 + f;
  return large.some(box => meets(box, { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 }));
}

/** @param {Box} one @param {Box} other */
const meets = (one, other) => one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;

/** How much of what is behind a box it hides, by its own paint. @param {CSSStyleDeclaration} style */
function paint({ backgroundImage, backgroundColor, backdropFilter, boxShadow }) {
  if (backdropFilter !== 'none' || boxShadow.includes('inset') || /url\(|image|paint|element|fade/.test(backgroundImage)) return 1;
  return Math.max(...[backgroundColor, ...colorsIn(backgroundImage)].map(alphaOf));
}

/** @param {Element} element */
export const isPicture = element => element.matches(PICTURES);

/** Whether an element has text of its own. @param {Element} element @param {RegExp} like */
export const hasText = (element, like) => [...element.childNodes].some(node => node.nodeType === 3 && like.test(/** @type {Text} */ (node).data));

/** @param {Element} element @param {Box[]} boxes */
function hasTextAt(element, boxes) {
  if (!hasText(element, /\S/)) return false;
  const range = document.createRange();
  range.selectNodeContents(element);
  return [...range.getClientRects()].some(rect => boxes.some(box => meets(rect, box)));
}

/** Whether a border lies over a number, and not around it. @param {CSSStyleDeclaration} style @param {Box} box @param {Box[]} boxes */
function hasEdgeAt(style, box, boxes) {
  const [left, top, right, bottom] = [style.borderLeftWidth, style.borderTopWidth, style.borderRightWidth, style.borderBottomWidth].map(parseFloat);
  return boxes.some(one => one.left < box.left + left || one.top < box.top + top || one.right > box.right - right || one.bottom > box.bottom - bottom)
    && left + top + right + bottom > 4;
}

/** @param {Element} element */
function opacityOf(element) {
  let opacity = 1;
  for (const at of outwards(element)) opacity *= Number(getComputedStyle(at).opacity);
  return opacity;
}

/** Whether an element is in front of all of the number's own at one of the points. @param {Element} element @param {Element[]} owners @param {{x: number, y: number}[]} points */
function inFront(element, owners, points) {
  const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
  const own = owners.map(owner => within(owner, root));
  return points.some(({ x, y }) => {
    const stack = root.elementsFromPoint(x, y);
    const at = stack.indexOf(element);
    return at >= 0 && !stack.slice(0, at).some(above => own.includes(above));
  });
}

/** The element, or the one of a tree further out that bears it. @param {Element} element @param {Node} root */
function within(element, root) {
  let at = /** @type {Element | null} */ (element);
  while (at && at.getRootNode() !== root) at = around(at);
  return at;
}

/** Every element of the page, through shadow roots open and closed. @param {Document | ShadowRoot} [root] @returns {Generator<Element>} */
function* everyElement(root = document) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = /** @type {Element} */ (node);
    if (isHost(element)) continue;
    yield element;
    const shadow = shadowOf(element);
    if (shadow) yield* everyElement(shadow);
  }
}

/** @param {Element} element @returns {ShadowRoot | null} */
function shadowOf(element) {
  if (!(element instanceof HTMLElement)) return null;
  const own = /** @type {any} */ (element).openOrClosedShadowRoot;
  return own !== undefined ? own : /** @type {any} */ (api).dom?.openOrClosedShadowRoot(element) ?? element.shadowRoot;
}
