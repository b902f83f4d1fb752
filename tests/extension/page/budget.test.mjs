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

test('one piece of work costs no more than a slice, however long the machine took over it', () => {
  const budget = createBudget(0);
  budget.pay(1000, 1000);
  assert.equal(budget.rest(1000), 0);
});

test('what is owed is waited for', () => {
  const budget = createBudget(0);
  for (let i = 0; i < 40; i++) budget.pay(15, 1000);
  const rest = budget.rest(1000);
  assert.ok(rest > 20_000 && rest < 60_000, String(rest));
  assert.equal(budget.rest(1000 + rest), 0);
});
