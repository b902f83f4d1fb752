import { alphaOf, canvas, colorsIn, contrast } from './color.js';

/**
 * Whether a person can see a text as it is: what page code can do to hide it while it still takes the click. Names are read
 * from prototypes: a form lends the names of its controls, even `parentElement`, to itself.
 */
const MIN_PX = 4;
const MIN_OPACITY = 0.2;
/** A digit is about half as wide as it is high; closer ones lie upon each other. */
const MIN_ADVANCE = 0.25;
/** WCAG's ratio of luminances, of what nobody can read. */
const MIN_CONTRAST = 1.15;
const MAX_BLUR_PX = 3;
/** Marks that turn the order of digits round (Unicode UAX 9: LRO, RLO). */
const TURNED = /[\u202d\u202e]/;
const PICTURES = 'img, canvas, video, svg, iframe, object, embed';

/** @param {any} prototype @param {string} name @param {Node} node  a property as the platform has it */
const own = (prototype, name, node) => Object.getOwnPropertyDescriptor(prototype, name)?.get?.call(node);

/**
 * What an element is drawn in: its slot, its parent, or the host of its shadow root.
 * @param {Element} element @returns {Element | null}
 */
export function around(element) {
  const slot = own(Element.prototype, 'assignedSlot', element);
  if (slot) return slot;
  const parent = own(Node.prototype, 'parentNode', element);
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
}

/** An element and all that it is drawn in, inner ones first. @param {Element} element @returns {Generator<Element>} */
export function* outwards(element) {
  for (let at = /** @type {Element | null} */ (element); at; at = around(at)) yield at;
}

/**
 * Whether a person can see a text: drawn, large enough, not faded, not in the colour of nothing.
 * @param {Element} element  right around the text @param {import('./rects.js').Box | undefined} box  of its first line
 */
export function isVisible(element, box) {
  if (!box || box.right - box.left < MIN_PX || box.bottom - box.top < MIN_PX) return false;
  if (!Element.prototype.checkVisibility.call(element, { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) return false;
  if (parseFloat(getComputedStyle(element).fontSize) < MIN_PX || !inksOf(element).some(ink => alphaOf(ink) >= MIN_OPACITY)) return false;
  let opacity = 1;
  for (const at of outwards(element)) {
    const style = getComputedStyle(at);
    opacity *= Number(style.opacity) * amount(style.filter, 'opacity');
    if (opacity < MIN_OPACITY) return false;
  }
  return true;
}

/**
 * Whether a text that is drawn may still not be read as it stands: blurred, washed out, masked, its digits upon each other,
 * turned round or as dots.
 * @param {Element} element  right around the text @param {import('./rects.js').Box} box  of a line of it @param {string} text
 */
export function isObscured(element, box, text) {
  const inner = getComputedStyle(element);
  if (!/^(none)?$/.test(inner.getPropertyValue('-webkit-text-security')) || /override/.test(inner.unicodeBidi) || TURNED.test(text)) return true;
  if (parseFloat(inner.letterSpacing) < 0 && box.right - box.left < text.length * parseFloat(inner.fontSize) * MIN_ADVANCE) return true;
  let left = 1;
  for (const at of outwards(element)) {
    const { filter, maskImage, mixBlendMode } = getComputedStyle(at);
    if (maskImage !== 'none' || mixBlendMode !== 'normal') return true;
    if (filter !== 'none') left *= clearness(filter);
    if (left < MIN_OPACITY) return true;
  }
  return false;
}

/** How much of a text filters leave; those of another document are not known. @param {string} filter  computed */
function clearness(filter) {
  if (filter.includes('url(') || amount(filter, 'blur', 0) > MAX_BLUR_PX) return 0;
  const light = amount(filter, 'brightness');
  return Math.min(light, 1 / light) * Math.min(1, amount(filter, 'contrast')) * Math.abs(1 - 2 * amount(filter, 'invert', 0));
}

/** What a filter function is given. @param {string} filter @param {string} name @param {number} [none]  without it */
const amount = (filter, name, none = 1) => Number(new RegExp(`${name}\\(([\\d.]+)`).exec(filter)?.[1] ?? none);

/** The colours in which a text is written: its own, or of the ground that is cut to it. @param {Element} element @returns {string[]} */
function inksOf(element) {
  const style = getComputedStyle(element);
  const ink = style.webkitTextFillColor || style.color;
  if (alphaOf(ink) >= MIN_OPACITY) return [ink];
  for (const at of outwards(element)) {
    const { backgroundClip, backgroundImage } = getComputedStyle(at);
    if (/text/.test(backgroundClip)) return colorsIn(backgroundImage);
  }
  return [ink];
}

/** Whether a text has the colour of what is behind it. @param {Element} element @param {import('./rects.js').Box} box */
export function isBlended(element, box) {
  const ground = groundOf(element, box);
  if (ground === null) return false;
  const style = getComputedStyle(element);
  const outline = parseFloat(style.getPropertyValue('-webkit-text-stroke-width')) > 0 ? style.getPropertyValue('-webkit-text-stroke-color') : '';
  return ![...inksOf(element), ...colorsIn(`${style.textShadow} ${outline}`)].some(ink => alphaOf(ink) >= MIN_OPACITY && contrast(ink, ground) >= MIN_CONTRAST);
}

/** The colour behind a text; null: a picture. @param {Element} element @param {import('./rects.js').Box} box */
function groundOf(element, box) {
  const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
  const stack = root.elementsFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
  for (const at of new Set([...stack.slice(Math.max(0, stack.indexOf(element))), ...outwards(element)])) {
    const { backgroundImage, backgroundColor, backgroundClip } = getComputedStyle(at);
    if (/text/.test(backgroundClip)) continue;
    if (backgroundImage !== 'none' || at.matches(PICTURES) || ['::before', '::after'].some(pseudo => isGround(getComputedStyle(at, pseudo)))) return null;
    if (alphaOf(backgroundColor) > 0.5) return backgroundColor;
  }
  return canvas(getComputedStyle(document.documentElement).colorScheme);
}

/** Whether what a style sheet generates may lie behind a text. @param {CSSStyleDeclaration} style  of a pseudo-element */
const isGround = style => !/^(none|normal)$/.test(style.content) && /absolute|fixed/.test(style.position) && (style.backgroundImage !== 'none' || alphaOf(style.backgroundColor) > 0);
