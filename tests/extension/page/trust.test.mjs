import assert from 'node:assert/strict';
import test from 'node:test';
import { SETTLE_MS, createSight } from '../../../extension/src/page/trust.js';

const box = (left, top) => (x, y) => x >= left && x <= left + 100 && y >= top && y <= top + 20;
const nowhere = () => false;

test('a link that the pointer came to counts at once', () => {
  const sight = createSight(), link = {};
  sight.meet(null, nowhere, 300, 300, 0);
  sight.meet(link, box(0, 0), 10, 10, 5);
  assert.ok(sight.settled(link, 6));
});

test('the first thing that the pointer meets counts', () => {
  const sight = createSight(), link = {};
  sight.meet(link, box(0, 0), 10, 10, 5);
  assert.ok(sight.settled(link, 6));
});

test('a link that appears or moves under the pointer counts only after a while', () => {
  const sight = createSight(), link = {};
  sight.meet(null, nowhere, 10, 10, 1000);
  sight.meet(link, box(0, 0), 10, 10, 1100);
  assert.ok(!sight.settled(link, 1100));
  assert.ok(!sight.settled(link, 1100 + SETTLE_MS - 1));
  assert.ok(sight.settled(link, 1100 + SETTLE_MS));
});

test('moving the pointer inside the link does not shorten the while', () => {
  const sight = createSight(), link = {};
  sight.meet(null, nowhere, 10, 10, 1000);
  sight.meet(link, box(0, 0), 12, 10, 1010);
  sight.meet(link, box(0, 0), 14, 10, 1020);
  assert.ok(!sight.settled(link, 1030));
});

test('a link put in the place of another counts only after a while', () => {
  const sight = createSight(), one = {}, two = {};
  sight.meet(one, box(0, 0), 10, 10, 0);
  sight.meet(two, box(0, 0), 10, 10, 2000);
  assert.ok(!sight.settled(two, 2100));
  assert.ok(sight.settled(two, 2000 + SETTLE_MS));
});

test('leaving and coming back makes it count', () => {
  const sight = createSight(), link = {};
  sight.meet(null, nowhere, 10, 10, 0);
  sight.meet(link, box(0, 0), 10, 10, 10);
  sight.meet(null, nowhere, 300, 10, 20);
  sight.meet(link, box(0, 0), 12, 10, 30);
  assert.ok(sight.settled(link, 31));
});
