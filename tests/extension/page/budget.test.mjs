import assert from 'node:assert/strict';
import test from 'node:test';
import { createBudget } from '../../../extension/src/page/budget.js';

test('a page that changes now and then never makes the work rest', () => {
  const budget = createBudget(0);
  for (let time = 0; time < 600_000; time += 1000) {
    budget.pay(5, time);
    assert.equal(budget.rest(time), 0);
  }
});

test('work without end costs at most 2 % in the long run', () => {
  const budget = createBudget(0);
  let time = 0, spent = 0;
  while (time < 120_000) {
    const rest = budget.rest(time);
    if (rest) {
      time += rest;
      continue;
    }
    time += 3;
    spent += 3;
    budget.pay(3, time);
  }
  assert.ok(spent / time <= 0.02, `${(100 * spent / time).toFixed(2)} %`);
  assert.ok(spent / time >= 0.01);
});

test('one long piece of work is paid back before the next', () => {
  const budget = createBudget(0);
  budget.pay(1000, 1000);
  const rest = budget.rest(1000);
  assert.ok(rest > 30_000 && rest < 100_000, String(rest));
  assert.equal(budget.rest(1000 + rest), 0);
});
