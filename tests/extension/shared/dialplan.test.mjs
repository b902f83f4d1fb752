import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { applyDialPlan } from '../../../extension/src/shared/dialplan.js';

const { plans, cases } = JSON.parse(readFileSync(new URL('../../vectors/dialplan.json', import.meta.url), 'utf8'));

for (const { plan, number, dialled, error } of cases) {
  test(`plan "${plan}" dials ${number} as ${dialled ?? error}`, () => {
    const apply = () => applyDialPlan(number, plans[plan]);
    if (error) assert.throws(apply, { name: error });
    else assert.equal(apply(), dialled);
  });
}
