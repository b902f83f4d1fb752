// Real documentation, as the packages that set-up installs bring it, holds no telephone number but a telephone library's.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findNumbers } from '../../../extension/src/find/index.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const DOCUMENT = /\.(?:md|markdown|rst|txt)$|^(?:README|CHANGELOG|METADATA|LICEN[CS]E|COPYING)$/i, TELEPHONY = /phonenumber/;

function* documents(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (TELEPHONY.test(file)) continue;
    if (entry.isDirectory()) yield* documents(file);
    else if (DOCUMENT.test(entry.name)) yield file;
  }
}

test('documentation of some hundred packages: nothing to call in thirteen regions', () => {
  const texts = ['node_modules', '.venv/lib'].flatMap(folder => [...documents(path.join(root, folder))]).map(file => [file, fs.readFileSync(file, 'utf8')]);
  assert.ok(texts.reduce((sum, [, text]) => sum + text.length, 0) > 2e6, `${texts.length} files`);
  const hits = texts.flatMap(([file, text]) => 'US GB DE FR IN JP BR AU IT CN RU SE AT'.split(' ').flatMap(region =>
    findNumbers(text, { region }).map(({ start, end }) => `${path.relative(root, file)} ${region} ${JSON.stringify(text.slice(Math.max(0, start - 30), end + 10))}`)));
  assert.deepEqual(hits, []);
});
