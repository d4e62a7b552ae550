import fc from 'fast-check';
import { type Cell, MARK_CODES, SYMBOL_CODES, withMarks } from '../../src/model/cell.ts';
import type { Field, ResultTable, Row } from '../../src/model/table.ts';

/** Invented areas with one measure that may be a symbol or marked. */
export const AREA: Field = { name: 'area', type: 'string', title: 'Area' };
export const RATE: Field = {
  name: 'rate',
  type: 'number',
  title: 'Rate',
  decimals: 1,
  missingValues: SYMBOL_CODES.map((code) => ({ value: `[${code}]`, label: code })),
  marks: MARK_CODES.map((code) => ({ value: `[${code}]`, label: code })),
};

const number = fc.integer({ min: 1, max: 9_999 }).map((value) => value / 10);
const symbol = fc.constantFrom(...SYMBOL_CODES).map((code) => ({ symbol: code }));
const marked = fc
  .tuple(number, fc.subarray([...MARK_CODES], { minLength: 1 }))
  .map(([value, marks]) => withMarks(value, marks));

/** Cells of which one at least is a symbol or marked. */
export const cells: fc.Arbitrary<readonly Cell[]> = fc
  .tuple(
    fc.array(fc.oneof<fc.Arbitrary<Cell>[]>(number, symbol, marked), { maxLength: 5 }),
    fc.oneof<fc.Arbitrary<Cell>[]>(symbol, marked),
    fc.nat(5),
  )
  .map(([others, one, at]) => others.toSpliced(Math.min(at, others.length), 0, one));

export function rowsOf(of: readonly Cell[]): Row[] {
  return of.map((rate, index) => ({ area: `Area ${index + 1}`, rate }));
}

export function tableOf(of: readonly Cell[], name = 'rates'): ResultTable {
  return {
    name,
    title: 'Invented rates',
    fields: [AREA, RATE],
    rows: rowsOf(of),
    key: ['area'],
    notes: [],
    source: '',
    provenance: {
      script: 'scripts/rates.ts',
      scriptHash: 'sha256:0',
      place: { file: 'scripts/rates.ts', line: 1 },
      parameters: {},
      resources: [],
      query: null,
    },
  };
}
