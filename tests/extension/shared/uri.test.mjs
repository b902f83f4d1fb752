import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { canonicalUri, expressUri, parseUri } from '../../../extension/src/shared/uri.js';

const vectors = JSON.parse(readFileSync(new URL('../../vectors/uri.json', import.meta.url), 'utf8'));

test('every URI that is accepted says what the vectors say, and has one spelling', () => {
  for (const { uri, call, canonical } of vectors.parse) {
    assert.deepEqual(parseUri(uri), call, uri);
    assert.equal(canonicalUri(call), canonical, uri);
    assert.deepEqual(parseUri(canonical), call, canonical);
  }
});

test('every URI that is refused is refused for the same reason as in the host', () => {
  for (const { uri, error } of vectors.refused) assert.throws(() => parseUri(uri), { name: error }, uri);
});

test('a call is re-expressed in another scheme as in the host', () => {
  for (const { uri, scheme, canonical, error } of vectors.express) {
    const express = () => canonicalUri(expressUri(parseUri(uri), scheme));
    if (error) assert.throws(express, { name: error }, uri);
    else assert.equal(express(), canonical, uri);
  }
});
