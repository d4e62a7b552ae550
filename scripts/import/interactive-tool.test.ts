import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RawCell, Sheet } from '../../src/model/sheet.ts';
import { runOn, workbookSheet } from '../../test/data/import-fixture.ts';
import importer, { FILE } from './interactive-tool.ts';

// Areas and values are invented.
const HEADER = ['Short Desc', 'Data item', 'Years', 'LA and Regions', 'Values', 'LA Number', 'Region'];

function toolSheet(...lines: readonly (readonly RawCell[])[]): Sheet {
  return workbookSheet(FILE, '', [HEADER, ...lines]);
}

const valuesOf = async (...lines: readonly (readonly RawCell[])[]) =>
  (await runOn(importer, [toolSheet(...lines)]))
    .rows('interactive-tool')
    .map(({ measure, year, area, value }) => [measure, year, area, value]);

test('values lose the noise of their spreadsheet, and a hyphen is a missing figure', async () => {
  assert.deepEqual(
    await valuesOf(
      ['Section_47', 'Section 47', '2016', 'Northvale', '148.80000000000001', 990, 'North East'],
      ['Section_47', null, '2017', 'Northvale', '-', 990, 'North East'],
      ['Section_47', null, '2018', 'Northvale', '7.0000000000000007E-2', 990, 'North East'],
    ),
    [
      ['section-47-rate', 2016, 'E06009001', 148.8],
      ['section-47-rate', 2017, 'E06009001', { symbol: 'x' }],
      ['section-47-rate', 2018, 'E06009001', 0.07],
    ],
  );
});

test('the year of outturn is the one in which it ends', async () => {
  assert.deepEqual(
    await valuesOf(['SureStartFinance', null, '2016-17 (OT)', 'Northvale', '1234', 990, 'North East']),
    [['spend-sure-start', 2017, 'E06009001', 1234]],
  );
});

test('England and regions are found by name, whatever numbers the tool gives them', async () => {
  const values = await valuesOf(
    ['LAC', null, '2020', 'England', '67', 970, 'NA'],
    ['LAC', null, '2020', 'London (Inner)', '60', 990, 'NA'],
  );
  assert.deepEqual(
    values.map(([, , area]) => area),
    ['E92000001', 'E13000001'],
  );
});

test('measures that no table needs are dropped, one with Years "0" among them', async () => {
  const { rows, told } = await runOn(importer, [
    toolSheet(['CINPermExclusion', null, '0', 'Northvale', '-', 990, 'North East']),
  ]);
  assert.equal(rows('interactive-tool').length, 0);
  assert.ok(told('dropped').includes('1: measures that no table needs'));
});

test('a year or value of another kind stops the import', async () => {
  await assert.rejects(
    valuesOf(['LAC', null, '0', 'Northvale', '60', 990, 'North East']),
    /"0" is no year of LAC/,
  );
  await assert.rejects(
    valuesOf(['LAC', null, '2020', 'Northvale', 'n/a', 990, 'North East']),
    /"n\/a" is no number/,
  );
});
