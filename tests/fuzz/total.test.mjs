// Every input that fuzzing ever found in the JavaScript targets, and the seeds, again; then a bounded sample, the same each time.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { run } from './one.mjs';
import * as targets from './targets.mjs';

for (const [name, target] of Object.entries(targets)) {
  const folder = new URL(`corpus/${name}/`, import.meta.url);
  const kept = fs.readdirSync(folder).sort();
  test(`${name}: inputs that were found`, () => {
    assert.ok(kept.length, 'a target without a seed');
    for (const file of kept) target(fs.readFileSync(new URL(file, folder)));
  });
  test(`${name}: a sample`, () => {
    let rounds = 0;
    const { failure } = run(name, { until: () => rounds++ >= 1, seed: 1 });
    assert.equal(failure, undefined, failure && `${failure.error} ${JSON.stringify(Buffer.from(failure.input).toString())}`);
  });
}
