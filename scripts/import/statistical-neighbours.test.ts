import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RawCell, Sheet } from '../../src/model/sheet.ts';
import { runOn, workbookSheet } from '../../test/data/import-fixture.ts';
import importer, { MODELS, SHEET } from './statistical-neighbours.ts';

// Areas are invented: three authorities take turns as the ten neighbours.
const pairs = (code: RawCell, closeness: string): RawCell[] =>
  Array.from({ length: 10 }, () => [code, closeness]).flat();

const authority = (code: number, name: string, rest: readonly RawCell[]): RawCell[] => [
  code,
  name,
  code,
  7,
  'South West',
  ...rest,
];

function sheetOf(file: string): Sheet {
  return workbookSheet(file, SHEET, [
    ['A', 'B', 'C', 'D', 'E', 3, 4],
    [1, 2, 3, 4, 5, 6, 7],
    ['LA num', 'LA Name', 'LA number', 'GOInd', 'GOReg', 'SN1', 'SNP'],
    authority(990, 'Northvale', pairs(991, 'Very Close')),
    authority(993, 'Newbridge', pairs('-', '-')),
    [],
    [null, 'Old SNs:'],
    authority(992, 'Oldshire', pairs(990, 'Extremely Close')),
  ]);
}

const sheets = MODELS.map(({ file }) => sheetOf(file));

test('each authority has ten neighbours in order, with closeness in one way of writing', async () => {
  const { rows } = await runOn(importer, sheets);
  const northvale = rows('statistical-neighbours').filter(
    (row) => row.model === 2025 && row.area === 'E06009001',
  );
  assert.deepEqual(
    northvale.map((row) => row.place),
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  );
  assert.deepEqual([northvale[0]?.neighbour, northvale[0]?.closeness], ['E08009002', 'very close']);
});

test('authorities without neighbours are dropped, and former ones where their model is an older one', async () => {
  const { rows, told } = await runOn(importer, sheets);
  const models = rows('statistical-neighbours').filter(({ area }) => area === 'E10009003');
  assert.deepEqual([...new Set(models.map((row) => row.model))], [2021]);
  assert.ok(told('dropped').includes('1: an authority without neighbours in this model'));
  assert.ok(told('dropped').includes('1: a former authority, with its neighbours of the model of 2021'));
});
