import qrcode from 'qrcode-generator';

/** Modules of white around the code that ISO/IEC 18004 asks for. */
const QUIET = 4;
const SVG = 'http://www.w3.org/2000/svg';

/**
 * A text as a QR code: one path of squares.
 * @param {string} text
 * @returns {{size: number, path: string}} size in modules, quiet zone included
 */
export function qrPath(text) {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  let path = '';
  for (let y = 0; y < count; y++) {
    for (let x = 0; x < count; x++) {
      if (!code.isDark(y, x)) continue;
      let wide = 1;
      while (x + wide < count && code.isDark(y, x + wide)) wide++;
      path += `M${x + QUIET} ${y + QUIET}h${wide}v1h-${wide}z`;
      x += wide;
    }
  }
  return { size: count + 2 * QUIET, path };
}

/** @param {string} text */
export function qrImage(text) {
  const { size, path } = qrPath(text);
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('shape-rendering', 'crispEdges');
  svg.setAttribute('aria-hidden', 'true');
  const white = svg.appendChild(document.createElementNS(SVG, 'rect'));
  for (const [name, value] of [['width', size], ['height', size], ['fill', '#fff']]) white.setAttribute(String(name), String(value));
  const dark = svg.appendChild(document.createElementNS(SVG, 'path'));
  dark.setAttribute('d', path);
  dark.setAttribute('fill', '#000');
  return svg;
}
