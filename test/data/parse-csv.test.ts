import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cellPlace } from '../../src/data/cell-place.ts';
import { parseCsv } from '../../src/data/parse-csv.ts';

function rowsOf(text: string, delimiter = ','): unknown {
  return parseCsv('a.csv', text, { delimiter }).value?.rows;
}

describe('parseCsv', () => {
  it('reads LF, CRLF and CR line ends alike, with or without one at the end', () => {
    const expected = [
      ['a', 'b'],
      ['1', '2'],
    ];
    for (const text of ['a,b\n1,2\n', 'a,b\r\n1,2\r\n', 'a,b\r1,2\r', 'a,b\n1,2', '\uFEFFa,b\n1,2']) {
      assert.deepEqual(rowsOf(text), expected);
    }
  });

  it('keeps commas, quotes and line ends inside quotes', () => {
    assert.deepEqual(rowsOf('"736,100","say ""no""","two\nlines"\n'), [
      ['736,100', 'say "no"', 'two\nlines'],
    ]);
  });

  it('takes a quote inside an unquoted cell for an ordinary character', () => {
    assert.deepEqual(rowsOf('5" pipe,x\n'), [['5" pipe', 'x']]);
  });

  it('keeps rows as long as they are, and blank lines', () => {
    assert.deepEqual(rowsOf('a,b\n1\n\n1,2,3\n,\n'), [['a', 'b'], ['1'], [''], ['1', '2', '3'], ['', '']]);
  });

  it('reads another delimiter', () => {
    assert.deepEqual(rowsOf('a;b\n"1;2";3\n', ';'), [
      ['a', 'b'],
      ['1;2', '3'],
    ]);
  });

  it('gives no rows for an empty text', () => {
    assert.deepEqual(rowsOf(''), []);
  });

  it('knows line and column of every cell, after line ends inside quotes too', () => {
    const sheet = parseCsv('a.csv', 'a,b,c\n"x\ny",2,3\n4,"5",6\n').value;
    assert.ok(sheet);
    assert.deepEqual(sheet.lines, [1, 2, 4]);
    assert.deepEqual(cellPlace(sheet, 1, 0), { file: 'a.csv', line: 2, column: 1 });
    assert.deepEqual(cellPlace(sheet, 1, 1), { file: 'a.csv', line: 3, column: 4 });
    assert.deepEqual(cellPlace(sheet, 2, 2), { file: 'a.csv', line: 4, column: 7 });
  });

  it('places a quote that is never closed where it opens', () => {
    const { messages } = parseCsv('a.csv', 'a,b\n1,"2\n3,4\n');
    assert.equal(messages.length, 1);
    assert.equal(messages[0]?.rule, 'data/unclosed-quote');
    assert.deepEqual(messages[0]?.place, { file: 'a.csv', line: 2, column: 3 });
  });

  it('places text after a closing quote and goes on', () => {
    const { value, messages } = parseCsv('a.csv', 'a,b\n"1"x,2\n"3" ,4\n');
    assert.deepEqual(
      messages.map(({ rule, place }) => [rule, place]),
      [['data/text-after-quote', { file: 'a.csv', line: 2, column: 4 }]],
    );
    assert.deepEqual(value?.rows.slice(1), [
      ['1x', '2'],
      ['3', '4'],
    ]);
  });

  it('says no more than five times that quotes are out of place', () => {
    assert.equal(parseCsv('a.csv', '"a"b\n'.repeat(1000)).messages.length, 5);
  });

  it('reads back any grid whose cells are all quoted', () => {
    const grid = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), { minLength: 1 });
    fc.assert(
      fc.property(grid, (rows) => {
        const text = rows
          .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
          .join('\n');
        assert.deepEqual(rowsOf(`${text}\n`), rows);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('ends on any text whatever', () => {
    const piece = fc.constantFrom('"', ',', '\n', '\r', 'x', ' ', '\uFEFF');
    fc.assert(
      fc.property(fc.string({ unit: piece, maxLength: 40 }), (text) => {
        const sheet = parseCsv('a.csv', text).value;
        assert.equal(sheet?.rows.length, sheet?.lines.length);
        assert.deepEqual(
          sheet?.rows.map((row) => row.length),
          sheet?.columns?.map((row) => row.length),
        );
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});
