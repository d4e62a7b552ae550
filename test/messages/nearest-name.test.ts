import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestName } from '../../src/messages/nearest-name.ts';

const KNOWN = ['share-rising', 'share-falling', 'authorities-total'];

test('finds the name that was probably meant', () => {
  assert.equal(nearestName('shar-rising', KNOWN), 'share-rising');
  assert.equal(nearestName('share-flaling', KNOWN), 'share-falling');
  assert.equal(nearestName('AUTHORITIES-TOTAL', KNOWN), 'authorities-total');
});

test('counts a swap of neighbours as one slip', () => {
  assert.equal(nearestName('ba', ['xx', 'ab']), 'ab');
});

test('takes the first of equally near names', () => {
  assert.equal(nearestName('rate-2', ['rate-1', 'rate-3']), 'rate-1');
});

test('suggests nothing where nothing is near', () => {
  assert.equal(nearestName('spend', KNOWN), undefined);
  assert.equal(nearestName('share-rising', []), undefined);
});
