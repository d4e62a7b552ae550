import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { childOf, toValue } from '../../src/chart/json-tree.ts';
import { parseJson } from '../../src/chart/parse-json.ts';

function problem(text: string): string {
  const [message] = parseJson('x.json', text).messages;
  assert.ok(message, `no message for ${text}`);
  return `${message.place.line}:${message.place.column} ${message.reason}`;
}

test('reads whatever JSON.parse reads, to the same value', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), (text) => {
      const { value, messages } = parseJson('x.json', text);
      const repeated = messages.some(({ rule }) => rule === 'chart/duplicate-key');
      assert.ok(value);
      if (!repeated) assert.equal(JSON.stringify(toValue(value)), JSON.stringify(JSON.parse(text)));
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('refuses whatever JSON.parse refuses', () => {
  fc.assert(
    fc.property(
      fc.json({ maxDepth: 3 }),
      fc.nat(),
      fc.constantFrom('', ',', '}', ']', '"', "'", 'x', '\\'),
      (text, at, put) => {
        const spoilt = text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + 1);
        let valid = true;
        try {
          JSON.parse(spoilt);
        } catch {
          valid = false;
        }
        assert.equal(parseJson('x.json', spoilt).value !== undefined, valid, spoilt);
      },
    ),
    { seed: 2, numRuns: 500 },
  );
});

test('keeps the place of a value and of its key', () => {
  const { value } = parseJson('c.json', '{\n  "mark": {"type": "bar"},\n  "é": [1,\n 2]\n}');
  const type = childOf(childOf(value, 'mark'), 'type');
  assert.deepEqual(type?.place, { file: 'c.json', line: 2, column: 20, endLine: 2, endColumn: 25 });
  const list = childOf(value, 'é');
  assert.equal(list?.kind === 'array' && list.items[1]?.place.line, 4);
});

test('says what was found, what was expected, and where', () => {
  assert.equal(
    problem('{"a": 1,}'),
    '1:9 the file is not JSON: here stands }; expected a key in double quotes',
  );
  assert.equal(problem('{\n  "a" 1\n}'), '2:7 the file is not JSON: here stands 1; expected ":"');
  assert.equal(problem('{"a": [1, 2}'), '1:12 the file is not JSON: here stands }; expected "," or "]"');
  assert.equal(problem('{"a": nul}'), '1:7 the file is not JSON: here stands nul; expected a value');
  assert.equal(
    problem('{"a": "b'),
    '1:9 the file is not JSON: here stands the end of the file; expected a closing double quote on this line',
  );
  assert.equal(problem('// a chart\n{}'), '1:1 the file is not JSON: here stands /; expected a value');
  assert.equal(problem('{} x'), '1:4 the file is not JSON: here stands x; expected the end of the file');
  assert.equal(problem(''), '1:1 the file is not JSON: here stands the end of the file; expected a value');
});

test('tells of a key that stands twice, with the first as cause', () => {
  const [message] = parseJson('x.json', '{"a": 1,\n "a": 2}').messages;
  assert.equal(message?.rule, 'chart/duplicate-key');
  assert.equal(message?.place.line, 2);
  assert.equal(message?.cause?.place.line, 1);
});

test('stops at a depth that no chart has', () => {
  assert.match(problem('['.repeat(100_000)), /at most 60 levels/);
});

test('takes __proto__ for a key like any other', () => {
  const { value } = parseJson('x.json', '{"__proto__": {"polluted": 1}}');
  assert.ok(value);
  const plain = toValue(value) as Record<string, unknown>;
  assert.ok(Object.hasOwn(plain, '__proto__'));
  assert.equal(plain.polluted, undefined);
});
