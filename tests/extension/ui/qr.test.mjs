import assert from 'node:assert/strict';
import test from 'node:test';
import { Resvg } from '@resvg/resvg-js';
import jsQR from 'jsqr';
import { qrPath } from '../../../extension/src/popup/qr.js';

const decode = jsQR.default ?? jsQR;

test('the code is read back by a decoder, for short and long links', () => {
  for (const link of ['webextel://login?telephone=%2B390230312345', `webexauth://login?email=${'very.long.name'.repeat(4)}%40example.com&telephone=%2B12025550143&x-source=Click%20to%20Call`]) {
    const { size, path } = qrPath(link);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
    const image = new Resvg(svg, { fitTo: { mode: 'width', value: size * 6 } }).render();
    assert.equal(decode(new Uint8ClampedArray(image.pixels), image.width, image.height)?.data, link);
  }
});
