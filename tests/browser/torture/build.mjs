// Bundles every page of pages/ into OUT: NAME.html and NAME.js.   usage: node build.mjs OUT [NAME…]
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { compile } from 'svelte/compiler';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const [OUT, ...ONLY] = process.argv.slice(2);
const PAGES = path.join(HERE, 'pages');

const svelte = {
  name: 'svelte',
  setup(build) {
    build.onLoad({ filter: /\.svelte$/ }, ({ path: file }) => ({
      contents: compile(fs.readFileSync(file, 'utf8'), { filename: file, generate: build.initialOptions.define.__SERVER__ === 'true' ? 'server' : 'client', css: 'injected' }).js.code, loader: 'js',
    }));
  },
};
/** Pages that need another setting of the bundler. */
const OPTIONS = {
  'react17': { alias: { react: 'react17', 'react-dom': 'react-dom17' } },
  'preact': { jsx: 'automatic', jsxImportSource: 'preact' },
  'vue': { alias: { vue: 'vue/dist/vue.esm-bundler.js' } },
};

/** Pages whose bundle has a style sheet. */
const STYLED = new Set(['editor-codemirror5', 'editor-monaco']);
/** What is fetched by a page. */
fs.mkdirSync(OUT, { recursive: true });
fs.copyFileSync(path.join(PAGES, '_fragment.html'), path.join(OUT, 'fragment.html'));

const html = name => `<!doctype html><html lang="it"><head><meta charset="utf-8"><title>${name}</title><style>body{font:16px/1.5 sans-serif}</style>${STYLED.has(name) ? `<link rel="stylesheet" href="${name}.css">` : ''}</head><body><h1>${name}</h1><div id="app"></div><script src="${name}.js"></script></body></html>`;

const names = [...new Set(fs.readdirSync(PAGES).map(file => path.parse(file).name))].filter(name => !name.startsWith('_') && (!ONLY.length || ONLY.includes(name)));
await Promise.all(names.map(async name => {
  const ending = ['.html', '.xhtml'].find(ending => fs.existsSync(path.join(PAGES, name + ending)));
  fs.writeFileSync(path.join(OUT, name + (ending ?? '.html')), ending ? fs.readFileSync(path.join(PAGES, name + ending), 'utf8') : html(name));
  const script = ['.js', '.jsx'].map(ending => path.join(PAGES, name + ending)).find(fs.existsSync);
  if (!script) return;
  await esbuild.build({
    stdin: { contents: `import './rest.js'; import { start } from './harness.js'; import * as page from ${JSON.stringify(script)}; start(page);`, resolveDir: HERE },
    absWorkingDir: HERE, outfile: path.resolve(OUT, `${name}.js`), bundle: true, format: 'iife', minify: true, logLevel: 'error', jsx: 'automatic', plugins: [svelte],
    define: { global: 'window', 'process.env.NODE_ENV': '"development"', __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true' },
    loader: { '.ttf': 'dataurl', '.css': 'css', '.svg': 'dataurl' }, conditions: ['browser', 'development'],
    ...OPTIONS[name.split('-')[0]],
  });
}));
console.log(names.sort().join('\n'));
