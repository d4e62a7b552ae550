import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeInScript } from '../../src/findings/place-in-script.ts';

const TEXT = `const uses = ['share'];
const finding = {
  id: 'share',
};
const other = { id: "share", note: 'share-two' };
`;

test('points at the quote that opens the id, declarations before mentions', () => {
  assert.deepEqual(placeInScript('s.ts', TEXT, 'share'), { file: 's.ts', line: 3, column: 7 });
  assert.deepEqual(placeInScript('s.ts', TEXT, 'share', 1), { file: 's.ts', line: 5, column: 21 });
  assert.deepEqual(placeInScript('s.ts', TEXT, 'share', 2), { file: 's.ts', line: 1, column: 15 });
});

test('names only the file where the id is built or the text unknown', () => {
  assert.deepEqual(placeInScript('s.ts', TEXT, 'rate-2017'), { file: 's.ts' });
  assert.deepEqual(placeInScript('s.ts', TEXT, 'share', 3), { file: 's.ts' });
  assert.deepEqual(placeInScript('s.ts', undefined, 'share'), { file: 's.ts' });
});
