import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { messages } from '../../../extension/build.mjs';

const ROOT = new URL('../../../', import.meta.url).pathname;
const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt_BR', 'tr', 'zh_CN'];
/** Columns that fit where the place is narrow; a Chinese or Japanese sign takes two. */
const NARROW = {
  popup_call: 16, popup_keypad: 16, popup_page: 16, popup_recents: 16, card_call: 14, card_video: 14, card_undo: 18, card_close: 18,
  ask_yes: 16, ask_no: 16, status_setUp: 20, status_diagnose: 24, welcome_tryButton: 14, options_reset: 14,
  extensionName: 45, extensionShortName: 16, extensionDescription: 132,
};
const all = Object.fromEntries(LANGUAGES.map(language => [language, Object.fromEntries(Object.entries(messages(language)).map(([key, { message }]) => [key, message]))]));
const { en, ...others } = all;

function walk(/** @type {string} */ folder) {
  return readdirSync(ROOT + folder, { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? walk(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]));
}
const files = (/** @type {string} */ end) => walk('extension/src').filter(name => name.endsWith(end));
const read = (/** @type {string[]} */ names) => names.map(name => readFileSync(ROOT + name, 'utf8')).join('\n');
const scripts = read(files('.js'));
const pages = read(files('.html'));
const manifests = read(readdirSync(`${ROOT}manifests/extension`).map(name => `manifests/extension/${name}`));

test('there are twelve languages', () => {
  assert.deepEqual(readdirSync(`${ROOT}extension/_locales`).sort(), [...LANGUAGES].sort());
});

test('no language lacks a message or has one too many', () => {
  for (const [language, texts] of Object.entries(others)) {
    assert.deepEqual(Object.keys(en).filter(key => !texts[key]?.trim()), [], `${language} lacks`);
    assert.deepEqual(Object.keys(texts).filter(key => !(key in en)), [], `${language} has too many`);
  }
});

test('placeholders are the same in every language', () => {
  const marks = (/** @type {string} */ text) => [...text.matchAll(/\$\w+/g)].map(String).sort().join();
  for (const [language, texts] of Object.entries(others)) {
    for (const [key, text] of Object.entries(texts)) assert.equal(marks(text), marks(en[key]), `${language} ${key}`);
  }
});

test('nothing is left in English', () => {
  for (const [language, texts] of Object.entries(others)) {
    const left = Object.entries(texts).filter(([key, text]) => text === en[key] && text.split(' ').length > 3 && !key.startsWith('extensionName'));
    assert.deepEqual(left, [], language);
  }
});

test('every text fits its place', () => {
  for (const [language, texts] of Object.entries(all)) {
    for (const [key, text] of Object.entries(texts)) {
      const limit = NARROW[key] ?? (key.startsWith('choice_') ? 22 : Math.max(44, en[key].length * 2 + 4));
      const columns = [...text].reduce((sum, sign) => sum + (sign >= '\u2e80' ? 2 : 1), 0);
      assert.ok(columns <= limit, `${language} ${key}: ${columns} of ${limit}: ${text}`);
    }
  }
});

test('every message is used, and every message that is used is there', () => {
  const prefixes = [...scripts.matchAll(/`([a-z]+_)\$\{/g)].map(match => match[1]);
  const composed = (/** @type {string} */ key) => prefixes.some(prefix => key.startsWith(prefix));
  const named = (/** @type {string} */ key) => new RegExp(`['"\`]${key}['"\`]`).test(scripts + pages) || manifests.includes(`__MSG_${key}__`);
  assert.deepEqual(Object.keys(en).filter(key => !named(key) && !composed(key)), [], 'unused');
  const wanted = [...scripts.matchAll(/\bt\('(\w+)'/g), ...scripts.matchAll(/getMessage\('(\w+)'/g), ...pages.matchAll(/data-i18n(?:-[\w-]+)?="(\w+)"/g), ...manifests.matchAll(/__MSG_(\w+)__/g)].map(match => match[1]);
  assert.deepEqual([...new Set(wanted)].filter(key => !(key in en)), [], 'missing');
});
