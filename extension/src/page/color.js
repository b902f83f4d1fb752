import { hostLayer } from './host.js';

/**
 * What is known of colours as style sheets compute them. @typedef {[number, number, number, number]} Rgba  each 0 to 1
 */
const RGB = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/;
const MIXED = /^color\(srgb ([^)]*)\)$/;
const ANY = /(?:rgba?|hsla?|hwb|color|oklch|oklab|lch|lab)\([^()]*\)/g;

/** @type {HTMLElement | null} */
let probe = null;

/** What the browser computes for a colour. @param {string} css @param {string} [scheme]  of the `color-scheme` property */
function computed(css, scheme = '') {
  const layer = hostLayer();
  probe ??= document.createElement('i');
  probe.style.colorScheme = scheme;
  probe.style.color = '';
  probe.style.color = css;
  layer.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** The ground of a page that gives none: by its `color-scheme`, its `<meta name="color-scheme">` and the person's wish. @param {string} scheme  computed, of the root */
export const canvas = scheme => computed('Canvas', scheme);

/** A colour of any kind in sRGB; null: of a kind that this browser does not mix. @param {string} css  computed @returns {Rgba | null} */
function rgba(css) {
  const plain = RGB.exec(css);
  if (plain) return [Number(plain[1]) / 255, Number(plain[2]) / 255, Number(plain[3]) / 255, Number(plain[4] ?? 1)];
  const [red, green, blue, alpha = '1'] = MIXED.exec(computed(`color-mix(in srgb, ${css}, ${css})`))?.[1].split(/[\s/]+/) ?? [];
  return green ? [parseFloat(red), parseFloat(green), parseFloat(blue), parseFloat(alpha)] : null;
}

/** @param {string} css  computed */
export const alphaOf = css => rgba(css)?.[3] ?? 1;

/** The colours that a computed value names, as those of a gradient. @param {string} value @returns {string[]} */
export const colorsIn = value => value.match(ANY) ?? [];

/** WCAG 2.2, contrast ratio; of colours that are not known nothing is said. @param {string} one @param {string} other  computed */
export function contrast(one, other) {
  const [a, b] = [rgba(one), rgba(other)];
  if (!a || !b) return Infinity;
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** WCAG 2.2, relative luminance. @param {Rgba} color */
function luminance(color) {
  const [red, green, blue] = color.map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
