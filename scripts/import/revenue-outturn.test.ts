import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RawCell, Sheet } from '../../src/model/sheet.ts';
import { runOn, workbookSheet } from '../../test/data/import-fixture.ts';
import importer, { WORKBOOKS } from './revenue-outturn.ts';

// Areas and amounts are invented.
const AMOUNTS = [
  'Total Expenditure (C3 = C1 + C2)',
  'Total Income (C6 = C4 + C5)',
  'Net Current Expenditure (C7 = C3 - C6)',
];

function sheetsOf({ file, sheet, lines }: (typeof WORKBOOKS)[number]): Sheet[] {
  const columns = Object.values(lines).flatMap((prefix) => AMOUNTS.map((amount) => `${prefix} - ${amount}`));
  const line = (code: string, name: string, note: string | null, cells: readonly RawCell[]): RawCell[] => [
    code,
    name,
    note,
    ...Object.keys(lines).flatMap(() => cells),
  ];
  return [
    workbookSheet(file, 'Notes', [['Notes'], ['[note 4]', 'Northvale gave no breakdown.']]),
    workbookSheet(file, sheet, [
      ...Array.from({ length: 6 }, () => ['A title row']),
      ['ONS Code', 'Local authority', 'Notes', ...columns],
      line('E07000223', 'Hamlet', null, [0, 0, 0]),
      line('E06009099', 'Northvale', '[note 4]', [100.5, 10, 90.5]),
      line('E08009002', 'Eastmoor', null, ['[x]', '[x]', '[x]']),
      line('E92000001', 'ENGLAND', null, [1000.33047, 100, 900.33047]),
      line('E10', 'Shire Counties', null, [5, 5, 0]),
    ]),
  ];
}

const sheets = WORKBOOKS.flatMap(sheetsOf);

test('England and upper-tier authorities are taken, districts and classes dropped', async () => {
  const { rows, told } = await runOn(importer, sheets);
  const total = rows('revenue-outturn').filter((row) => row.line === 'children-total');
  assert.deepEqual(
    total.map((row) => [row.area, row.gross, row.net]),
    [
      ['E06009001', 100.5, 90.5],
      ['E08009002', { symbol: 'x' }, { symbol: 'x' }],
      ['E92000001', 1000.33, 900.33],
    ],
  );
  assert.ok(told('dropped').includes('2: districts, other bodies, and totals of classes of authorities'));
});

test('what the release says of a return stands beside its amounts', async () => {
  const { rows } = await runOn(importer, sheets);
  const note = (area: string) => rows('revenue-outturn').find((row) => row.area === area)?.note;
  assert.equal(note('E06009001'), 'Northvale gave no breakdown.');
  assert.equal(note('E92000001'), null);
});
