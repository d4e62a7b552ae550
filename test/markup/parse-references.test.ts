import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseReferences } from '../../src/markup/parse-references.ts';

test('references are found by their ids and keep their other fields', () => {
  const { value, messages } = parseReferences(
    'references.json',
    '[{"id": "a", "title": "A", "publisher": "P"}]',
  );
  assert.deepEqual(messages, []);
  assert.deepEqual(value?.references.get('a'), { id: 'a', title: 'A', publisher: 'P' });
});

test('what is wrong is placed in the file', () => {
  const place = (text: string) => parseReferences('references.json', text).messages.map((one) => one.place);
  assert.deepEqual(place('[\n  {"id": "a"}\n]'), [{ file: 'references.json', line: 2, column: 3 }]);
  assert.deepEqual(place('[\n  {"id": "a", "title": 3}\n]'), [
    { file: 'references.json', line: 2, column: 24 },
  ]);
  assert.deepEqual(place('{}'), [{ file: 'references.json', line: 1, column: 1 }]);
  assert.equal(place('[{"id": ').length, 1);
});

test('two references with one id are an error of the second', () => {
  const { messages } = parseReferences('r.json', '[{"id": "a", "title": "A"},\n{"id": "a", "title": "B"}]');
  assert.deepEqual(
    messages.map(({ place }) => [place.line, place.column]),
    [[2, 8]],
  );
});
