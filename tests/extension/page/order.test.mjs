import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createOrder } from '../../../extension/src/page/order.js';

globalThis.Node ??= /** @type {any} */ ({ DOCUMENT_POSITION_FOLLOWING: 4 });

/** @type {Map<number, any>} */
const nodes = new Map();
/** A text node of which only the place in the page counts. @param {number} at */
function node(at) {
  const known = nodes.get(at) ?? { at, compareDocumentPosition(/** @type {{at: number}} */ other) { return other.at > at ? 4 : 2; } };
  nodes.set(at, known);
  return known;
}

/** What a layer holds after links came, moved and went: as `overlay.js` has it, without a document. */
function layer() {
  const order = createOrder();
  /** @type {any[]} */
  const shown = [];
  let moved = 0;
  return {
    order, shown,
    settle() {
      moved = 0;
      order.settle((link, next) => {
        const before = shown.indexOf(link);
        if (before >= 0 && shown[before + 1] === next) return;
        if (before >= 0) shown.splice(before, 1);
        shown.splice(next ? shown.indexOf(next) : shown.length, 0, link);
        moved++;
      });
      return moved;
    },
  };
}

/** @param {any[]} links */
const places = links => links.map(({ parts: [{ node: { at }, from }] }) => at * 1000 + from);

test('links that come, move and go in any order stand as they are read', () => {
  const change = fc.record({ kind: fc.constantFrom('new', 'move', 'delete', 'keep', 'settle'), which: fc.nat(50), at: fc.nat(400), from: fc.nat(3) });
  fc.assert(fc.property(fc.array(change, { maxLength: 80 }), changes => {
    const { order, shown, settle } = layer();
    /** @type {any[]} */
    const links = [];
    const taken = new Set();
    for (const { kind, which, at, from } of [...changes, { kind: 'settle', which: 0, at: 0, from: 0 }]) {
      const link = links[which % (links.length || 1)];
      if (kind === 'settle') {
        settle();
        assert.deepEqual(places(shown), places(links).sort((a, b) => a - b));
      } else if (kind === 'delete' && link) {
        links.splice(links.indexOf(link), 1);
        if (shown.includes(link)) shown.splice(shown.indexOf(link), 1);
        taken.delete(places([link])[0]);
        order.delete(link);
      } else if (kind === 'keep' && link) order.put(link);
      else if (!taken.has(at * 1000 + from)) {
        taken.add(at * 1000 + from);
        const parts = [{ node: node(at), from }];
        if (kind === 'move' && link) {
          taken.delete(places([link])[0]);
          link.parts = parts;
          order.put(link);
        } else {
          const made = { parts };
          links.push(made);
          order.put(made);
        }
      }
    }
  }));
});

test('links that are found again where they stood stay untouched', () => {
  const { order, settle } = layer();
  const links = Array.from({ length: 50 }, (_, at) => /** @type {any} */ ({ parts: [{ node: node(at), from: 0 }] }));
  links.forEach(order.put);
  assert.equal(settle(), 50);
  links.forEach(order.put);
  assert.equal(settle(), 0);
  [7, 3, 30].forEach(at => order.put(links[at]));
  assert.equal(settle(), 0);
});
