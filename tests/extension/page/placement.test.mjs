import assert from 'node:assert/strict';
import test from 'node:test';
import { selectorNotices, wayFor } from '../../../extension/src/page/placement.js';

const still = { scripted: false, structural: false };
const plain = { shadow: false, whole: true, display: 'block', cut: false, bidi: false, selected: false, touched: false };

test('a number in plain text of a page without code gets an anchor', () => {
  for (const display of ['inline', 'block', 'list-item', 'table-cell', 'inline-block']) assert.equal(wayFor(still, { ...plain, display }), 'anchor');
});

test('whatever could notice an anchor keeps it out', () => {
  for (const page of [{ ...still, scripted: true }, { ...still, structural: true }]) assert.equal(wayFor(page, plain), 'overlay');
  for (const change of [{ shadow: true }, { whole: false }, { cut: true }, { bidi: true }, { selected: true }, { touched: true }]) assert.equal(wayFor(still, { ...plain, ...change }), 'overlay', JSON.stringify(change));
  for (const display of ['flex', 'grid', 'inline-flex', 'table', 'ruby', 'contents', 'none']) assert.equal(wayFor(still, { ...plain, display }), 'overlay', display);
});

test('selectors that look at structure are known', () => {
  for (const selector of ['b:last-child', 'p > :only-child', 'p:has(a)', 'p + p', 'h1 ~ p', 'li:nth-child(2n)', 'td:first-of-type', 'div:empty', 'a::before', '*::after', 'p a:after', '.x *:before', 'a.tel::after']) {
    assert.ok(selectorNotices(selector), selector);
  }
});

test('other selectors are let be', () => {
  for (const selector of ['p', '.first', '#last-child', 'h1, h2', 'a:hover', 'p::before', 'li::marker', '[title="a + b"]', 'main > section', ':root', 'p::first-line', 'input:checked', '.a > .b:focus']) {
    assert.ok(!selectorNotices(selector), selector);
  }
});
