import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findExtreme } from '../../src/findings/find-extreme.ts';
import type { Cell } from '../../src/model/cell.ts';
import type { ResultTable } from '../../src/model/table.ts';

const provenance: ResultTable['provenance'] = {
  script: 'scripts/a.ts',
  scriptHash: 'sha256:0',
  resources: [],
  query: null,
  parameters: {},
  place: { file: 'scripts/a.ts', line: null },
};

/** Invented regions with a change each. */
function changes(...cells: readonly Cell[]): ResultTable {
  return {
    name: 'regional-change',
    title: 'Change',
    fields: [
      { name: 'order', type: 'integer', hidden: true },
      { name: 'region', type: 'string' },
      { name: 'change', type: 'number', unit: 'percent', decimals: 1 },
    ],
    rows: cells.map((change, index) => ({ order: index, region: `Vale ${'ABCD'.charAt(index)}`, change })),
    key: ['order'],
    notes: [],
    source: '',
    provenance,
  };
}

test('the row at an end is called by its name', () => {
  const table = changes(4.2, -3.14, { value: 9, marks: ['p'] });
  assert.deepEqual(findExtreme(table, 'change', 'lowest').extreme, { name: 'Vale B', value: '\u22123.1%' });
  assert.equal(findExtreme(table, 'change', 'highest').extreme?.name, 'Vale C');
});

test('a tie, a hidden value and a fall that is none are problems', () => {
  const reasons = [
    findExtreme(changes(4, 9, 9), 'change', 'highest'),
    findExtreme(changes(4, { symbol: 'c' }), 'change', 'highest'),
    findExtreme(changes(4, 9), 'change', 'lowest', { is: 'fall' }),
    findExtreme(changes(-4, -9), 'change', 'highest', { is: 'rise' }),
    findExtreme(changes(4, 9), 'chance', 'lowest'),
    findExtreme(changes({ symbol: 'z' }), 'change', 'lowest'),
    findExtreme(changes(4, 9), 'change', 'lowest', { of: 'place' }),
  ].map(({ problem }) => problem?.reason.replace(/^.*compared: /, ''));
  assert.deepEqual(reasons, [
    'Vale B and Vale C are both highest with 9.0%; expected one alone',
    'Vale B has no value in change, and it might be the highest; expected a value in every row',
    'the lowest is Vale A with 4.0%, which is no fall; expected one below 0',
    'the highest is Vale A with −4.0%, which is no rise; expected one above 0',
    'it has no column of numbers "chance"; expected one of order, change',
    'change has no number; expected at least one',
    'it has no column "place"; expected one of order, region, change',
  ]);
});

test('what is not applicable has no rank', () => {
  assert.equal(findExtreme(changes({ symbol: 'z' }, 2, 1), 'change', 'lowest').extreme?.name, 'Vale C');
});
