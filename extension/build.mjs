// Builds dist/chromium and dist/firefox from extension/src and manifests/.
// usage: node extension/build.mjs [--out DIR] [--minify-off]
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { Resvg } from '@resvg/resvg-js';
import { managedSchema } from './managed-schema.mjs';
import { englishFindings } from './src/diagnosis/findings.js';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const at = (/** @type {string[]} */ ...parts) => path.join(ROOT, ...parts);
const json = (/** @type {string[]} */ ...parts) => JSON.parse(fs.readFileSync(at(...parts), 'utf8'));

const identity = json('manifests', 'identity.json');
const { version } = json('package.json');
const DIST = process.argv.includes('--out') ? path.resolve(process.argv[process.argv.indexOf('--out') + 1]) : at('dist');
const BROWSERS = ['chromium', 'firefox'];
/** The extension's own pages: a room each. Their modules may share chunks and load some late; a service worker may not. */
const PAGES = ['popup', 'options', 'welcome', 'diagnosis'];
const SCRIPTS = [
  { in: at('extension/src/page/first.js'), out: 'first', format: 'iife' },
  { in: at('extension/src/page/gate.js'), out: 'gate', format: 'iife' },
  { in: at('extension/src/page/main.js'), out: 'page', format: 'iife' },
  { in: at('extension/src/background/main.js'), out: 'background', format: 'esm' },
  { in: at('extension/src/card/main.js'), out: 'card', format: 'iife' },
  ...PAGES.map(name => ({ in: at(`extension/src/${name}/${name}.js`), out: name, format: 'page' })),
].filter(entry => fs.existsSync(entry.in));

/**
 * The manifest of one browser: the base, what the browser adds, and what identity.json says.
 * @param {string} browser
 */
export function manifest(browser) {
  const merged = { ...json('manifests/extension/base.json'), ...json(`manifests/extension/${browser}.json`), version };
  if (browser === 'chromium') Object.assign(merged, { key: identity.chromium.public_key, storage: { managed_schema: 'managed_schema.json' } });
  else Object.assign(merged.browser_specific_settings.gecko, { id: identity.firefox.extension_ids[0], strict_min_version: identity.firefox.strict_min_version });
  return merged;
}

/**
 * The messages of one language. English also gets the texts of settings, errors and findings, from the files that define them.
 * @param {string} language
 */
export function messages(language) {
  const own = json('extension/_locales', language, 'messages.json');
  if (language !== 'en') return own;
  for (const [name, setting] of Object.entries(json('manifests/schema/settings.schema.json').properties)) {
    if (setting['x-who'] === 'administrator') continue;
    own[`setting_${name}`] = { message: setting.title };
    own[`setting_${name}_help`] = { message: setting.description };
  }
  for (const error of json('manifests/errors.json').errors) {
    // Errors of frames mean the same to a person (HOST_PROTOCOL); those of the command line stay there.
    if (error.code < 190 || (error.code >= 500 && error.code < 900)) continue;
    own[`error_${error.name}`] = { message: error.message };
    own[`advice_${error.name}`] = { message: error.advice };
  }
  for (const [key, message] of Object.entries(englishFindings())) own[key] = { message };
  return own;
}

/**
 * A page of the extension: its room holds the title and the body, all pages share the frame around them.
 * @param {string} name
 */
function page(name) {
  const [title, ...body] = fs.readFileSync(at('extension/src', name, `${name}.html`), 'utf8').trim().split('\n');
  return fs.readFileSync(at('extension/src/shared/page.html'), 'utf8').replaceAll('{name}', name).replace('{title}', title).replace('{body}', () => body.join('\n'));
}

/** @param {string} file @param {string | Uint8Array} content */
function write(file, content) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
}

/** @param {string} browser */
async function build(browser) {
  const finished = path.join(DIST, browser);
  const out = `${finished}.${process.pid}`;
  for (const { in: entry, out: name, format } of SCRIPTS) {
    // Each page on its own: what it needs at its start is one file, and only what it imports late is a chunk.
    await esbuild.build({
      entryPoints: [{ in: entry, out: name }], outdir: out, bundle: true, minify: !process.argv.includes('--minify-off'), charset: 'utf8',
      ...(format === 'page' ? { format: 'esm', splitting: true, chunkNames: 'chunks/[hash]' } : { format: /** @type {'iife' | 'esm'} */ (format) }),
      target: ['chrome120', 'firefox140'], legalComments: 'none', logLevel: 'warning',
      loader: { '.css': 'text' }, define: { __BROWSER__: JSON.stringify(browser), __VERSION__: JSON.stringify(version) },
    });
  }
  write(path.join(out, 'manifest.json'), JSON.stringify(manifest(browser), null, 2) + '\n');
  if (browser === 'chromium') write(path.join(out, 'managed_schema.json'), JSON.stringify(managedSchema(), null, 1) + '\n');
  for (const language of fs.readdirSync(at('extension/_locales'))) write(path.join(out, '_locales', language, 'messages.json'), JSON.stringify(messages(language), null, 1));
  fs.copyFileSync(at('docs/THIRD-PARTY.txt'), path.join(out, 'THIRD-PARTY.txt'));
  const svg = fs.readFileSync(at('extension/icons/icon.svg'));
  for (const width of [16, 32, 48, 128]) write(path.join(out, 'icons', `${width}.png`), new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng());
  for (const name of PAGES) write(path.join(out, `${name}.html`), page(name));
  for (const room of [...PAGES, 'shared']) {
    for (const name of fs.readdirSync(at('extension/src', room))) if (name.endsWith('.css')) fs.copyFileSync(at('extension/src', room, name), path.join(out, name));
  }
  const named = JSON.stringify(manifest(browser)).match(/"[\w/.-]+\.(js|html|png|css|json)"/g) ?? [];
  const missing = named.map(name => name.slice(1, -1)).filter(name => !fs.existsSync(path.join(out, name)));
  if (missing.length) throw new Error(`the ${browser} manifest names files that were not built: ${missing.join(', ')}`);
  fs.rmSync(finished, { recursive: true, force: true });
  fs.renameSync(out, finished);
}

if (process.argv[1] && fileURLToPath(import.meta.url) === path.resolve(process.argv[1])) {
  try {
    await Promise.all(BROWSERS.map(build));
  } finally {
    for (const browser of BROWSERS) fs.rmSync(path.join(DIST, `${browser}.${process.pid}`), { recursive: true, force: true });
  }
}
