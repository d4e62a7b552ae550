import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { contentHash } from '../../src/data/content-hash.ts';
import { readTable } from '../../src/data/read-table.ts';
import { writeCsv } from '../../src/data/write-csv.ts';
import { type Cell, SYMBOL_MEANINGS, type SymbolCode } from '../../src/model/cell.ts';
import type { Field, Row } from '../../src/model/table.ts';
import { resourceOf } from './resource-fixture.ts';

const CODES = Object.keys(SYMBOL_MEANINGS) as SymbolCode[];
const missingValues = CODES.map((label) => ({ value: `[${label}]`, label }));
const FIELDS: readonly Field[] = [
  { name: 'id', type: 'integer' },
  { name: 'area, or "place"', type: 'string' },
  { name: 'count', type: 'integer', missingValues },
  { name: 'rate', type: 'number', missingValues },
  { name: 'final', type: 'boolean', missingValues },
  { name: 'day', type: 'date', missingValues },
  { name: 'year', type: 'year', missingValues },
];

function orSymbol<T extends Cell>(values: fc.Arbitrary<T>): fc.Arbitrary<Cell> {
  return fc.oneof(
    { weight: 4, arbitrary: values },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...CODES).map((symbol) => ({ symbol })) },
  );
}

/** No file holds NUL, and CSV cannot tell blank text from an empty cell. */
const text = fc
  .string({ unit: 'grapheme' })
  .map((any) => any.replaceAll('\0', ''))
  .map((any) => (any.trim() === '' ? null : any));
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((any) => (any === 0 ? 0 : any));
const day = fc
  .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const rowArbitrary: fc.Arbitrary<Row> = fc.record(
  {
    id: fc.maxSafeInteger().map((any) => (any === 0 ? 0 : any)),
    'area, or "place"': text,
    count: orSymbol(fc.maxSafeInteger().map((any) => (any === 0 ? 0 : any))),
    rate: orSymbol(number),
    final: orSymbol(fc.boolean()),
    day: orSymbol(day),
    year: orSymbol(fc.integer({ min: 1000, max: 9999 })),
  },
  { noNullPrototype: true },
);
const table = fc.uniqueArray(rowArbitrary, { selector: (row) => row.id, minLength: 1, maxLength: 20 });

describe('writeCsv and readTable', () => {
  it('give back any rows, symbols and all, with the content hash that they had', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const bytes = new TextEncoder().encode(writeCsv(FIELDS, rows));
        const schema = { fields: FIELDS, primaryKey: ['id'] };
        const resource = resourceOf(bytes, schema, { contentHash: contentHash(rows, FIELDS) });
        const { value, messages } = await readTable(resource, bytes);
        assert.deepEqual(messages, []);
        assert.deepEqual(
          value?.rows,
          [...rows].sort((a, b) => Number(a.id) - Number(b.id)),
        );
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('contentHash', () => {
  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(table, (rows) => {
        assert.equal(contentHash(rows.toReversed(), FIELDS), contentHash(rows, FIELDS));
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('depends on names, values, types and symbols', () => {
    const fields: readonly Field[] = [{ name: 'a', type: 'string' }];
    const hashes = [
      [{ a: '1' }],
      [{ a: 1 }],
      [{ a: null }],
      [{ a: { symbol: 'c' } }],
      [{ a: '[c]' }],
      [],
    ].map((rows) => contentHash(rows as Row[], fields));
    hashes.push(contentHash([{ b: '1' }], [{ name: 'b', type: 'string' }]));
    assert.equal(new Set(hashes).size, hashes.length);
    for (const hash of hashes) assert.match(hash, /^sha256:[0-9a-f]{64}$/);
  });

  it('takes blank text for an empty cell, and minus zero for zero', () => {
    const fields: readonly Field[] = [{ name: 'a', type: 'string' }];
    assert.equal(contentHash([{ a: ' ' }], fields), contentHash([{ a: null }], fields));
    assert.equal(contentHash([{ a: -0 }], fields), contentHash([{ a: 0 }], fields));
  });

  it('is the digest that its description says, so that others can compute it', () => {
    // printf '["area","rate"]\n["A",0.1]\n["B",{"symbol":"c"}]\n' | sha256sum
    const fields: readonly Field[] = [
      { name: 'area', type: 'string' },
      { name: 'rate', type: 'number' },
    ];
    const rows: Row[] = [
      { area: 'B', rate: { symbol: 'c' } },
      { area: 'A', rate: 0.1 },
    ];
    assert.equal(
      contentHash(rows, fields),
      'sha256:0c12fe08b1e19379e9aeaa1d041da79b4d418ab1227e4fc707ceeda5208b2568',
    );
  });
});

describe('writeCsv', () => {
  it('ends lines in LF, quotes only where needed and writes numbers in their shortest form', () => {
    const fields: readonly Field[] = [
      { name: 'area', type: 'string' },
      { name: 'rate', type: 'number' },
    ];
    const rows: Row[] = [
      { area: 'Isle, the "far"', rate: 0.1 + 0.2 },
      { area: 'Eastbury', rate: { symbol: 'low' } },
      { area: null, rate: 1e21 },
    ];
    assert.equal(
      writeCsv(fields, rows),
      'area,rate\n"Isle, the ""far""",0.30000000000000004\nEastbury,[low]\n,1e+21\n',
    );
  });

  it('refuses a row without any value, which would be a blank line', () => {
    assert.throws(
      () => writeCsv([{ name: 'a', type: 'string' }], [{ a: 'x' }, { a: '' }]),
      /row 2 holds no value/,
    );
  });
});
