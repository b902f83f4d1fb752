import assert from 'node:assert/strict';
import test from 'node:test';
import { createStillness } from '../../../extension/src/page/stillness.js';
import { SETTLE_MS } from '../../../extension/src/page/trust.js';

const at = (left, top, key = 'tel:1') => ({ key, left, top });

test('what stands for a while is settled, even if its node is made anew; what just appeared is not', () => {
  const still = createStillness();
  still.see([at(10, 10)], 0);
  still.see([at(10, 11)], 400);
  assert.ok(!still.settled(at(10, 10), SETTLE_MS - 1));
  assert.ok(still.settled(at(10, 10), SETTLE_MS));
  assert.ok(!still.settled(at(10, 10, 'tel:2'), 9000));
});

test('what moved or was away is not settled; slow drift does not hide a move', () => {
  const still = createStillness();
  still.see([at(10, 10)], 0);
  assert.ok(still.settled(at(18, 14), 2000)); // a card that rises under the pointer
  assert.ok(!still.settled(at(30, 10), 2000));
  for (let step = 1; step <= 10; step++) still.see([at(10 + 5 * step, 10)], 2000 + step * 100);
  assert.ok(!still.settled(at(60, 10), 3050));
  still.see([], 4000);
  still.see([at(60, 10)], 4100);
  assert.ok(!still.settled(at(60, 10), 4200));
});

test('what the person scrolled is where the person put it', () => {
  const still = createStillness();
  still.see([at(10, 500), at(10, 900)], 0);
  still.scroll(1000);
  still.see([at(10, 200), at(10, 600)], 1020);
  assert.ok(still.settled(at(10, 200), 1040));
  still.scroll(1100);
  still.see([at(10, 200), at(10, 400, 'tel:new')], 1200); // rows made as they come into view
  assert.ok(still.settled(at(10, 400, 'tel:new'), 1250));
  still.see([at(10, 100)], 5000);
  assert.ok(!still.settled(at(10, 100), 5100));
});
