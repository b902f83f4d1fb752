import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { answerTo, classesOf } from '../../../extension/src/shared/risk.js';
import { parseUri } from '../../../extension/src/shared/uri.js';

const { classes, answers } = JSON.parse(readFileSync(new URL('../../vectors/risk.json', import.meta.url), 'utf8'));

for (const { uri, region, plan, classes: expected } of classes) {
  test(`${uri} from ${region ?? 'anywhere'}: ${expected.join(', ') || 'ordinary'}`, () => {
    assert.deepEqual(classesOf(parseUri(uri), region, plan), expected);
  });
}

for (const { classes: found, rules, answer, for: about } of answers) {
  test(`${JSON.stringify(rules)} says ${answer} to ${found}`, () => assert.deepEqual(answerTo(found, rules), { answer, classes: about }));
}
