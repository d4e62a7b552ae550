import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RawCell, Sheet } from '../../src/model/sheet.ts';
import { csvSheet, runOn, workbookSheet } from '../../test/data/import-fixture.ts';
import importer from './low-income.ts';

// Areas and values are invented; layouts are those of the workbooks of each year.
const GROUP = 'Children in families in receipt of CTC (<60% median income) or IS/JSA ';
const FOLDER = 'webb_ipse/low-income/pre-2015';

/** Layout until 2014: an older code before the name, footnotes below. */
function oldSnapshot(file: string, sheet: string, rows: readonly (readonly RawCell[])[]): Sheet {
  return workbookSheet(file, sheet, [
    [
      'Local Authority Code',
      'Local Authority',
      null,
      null,
      GROUP,
      null,
      null,
      'Children in Child Benefit families',
      null,
      null,
      '% of Children in low-income families1',
      null,
    ],
    [
      null,
      null,
      null,
      null,
      'Under 16',
      'All Children',
      null,
      'Under 16',
      'All Children',
      null,
      'Under 16',
      'All Children',
    ],
    [],
    ['E92000001', 'England', null, null, 2000, 2300, null, 10000, 11500, null, 0.2, 0.201],
    ...rows,
    ['1 These percentages are based on unrounded totals.'],
  ]);
}

/** Layout of 2016: title rows, no older code, a further group of the same kind, districts for counties. */
function newSnapshot(file: string): Sheet {
  return workbookSheet(file, 'Summary', [
    [],
    [
      null,
      null,
      null,
      null,
      'Children in families registered for Child Benefit',
      null,
      null,
      '% of Children in low-income families*',
    ],
    [
      'Local Authority Code',
      'Local Authority Name',
      GROUP,
      null,
      null,
      null,
      null,
      null,
      null,
      'Alternative child population estimate1',
    ],
    [
      null,
      null,
      'Under 16',
      'All Children',
      'Under 16',
      'All Children',
      null,
      'Under 16',
      'All Children',
      'Under 16',
    ],
    ['K02000001', 'United Kingdom', 2400, 2800, 12000, 14000, null, 0.2, 0.2, 1],
    ['E92000001', 'England', 2000, 2300, 10000, 11500, null, 0.2, 0.2, 1],
    ['E06009001', 'Northvale', 100, 120, 400, 480, null, 0.25, 0.25, 1],
    ['E07009010', 'Upper Oldshire', 10, 15, 100, 110, null, 0.1, 0.136, 1],
    ['E07009011', 'Lower Oldshire', 30, 35, 100, 90, null, 0.3, 0.389, 1],
  ]);
}

function relative(file: string, northvale: string, eastmoor: string): Sheet {
  return csvSheet(
    file,
    'Stat-Xplore',
    '"Year","2014/15","2014/15 - Annotations","2021/22 (p)","2021/22 - Annotations",',
    '"National - Regional - LA - OAs",',
    `"E06009001",${northvale},,${northvale},,`,
    `"E08009002",${eastmoor},,${eastmoor},,`,
    '"W06000001",50,,50,,',
    '"I",""".."" denotes a nil or negligible number of children."',
  );
}

const residents = (file: string): Sheet =>
  csvSheet(
    file,
    '"Population estimates"',
    '',
    '"local authority: county / unitary (as of April 2021)","mnemonic","2013","2014","2015","2016","2017","2018","2019","2020","2021"',
    '"Northvale","E06009001",90,100,100,100,100,100,100,100,125',
    '"Eastmoor","E08009002",90,100,100,100,100,100,100,100,100',
    '"Elsewhere","W06000001",9,9,9,9,9,9,9,9,9',
  );

const northvale: RawCell[] = [
  'E06009099',
  '00ZZ',
  'Northvale',
  null,
  100,
  110,
  null,
  400,
  440,
  null,
  0.251,
  '-',
];
const sheets = importer.reads.map((file) => {
  if (file.endsWith('2012.xls')) {
    const footnoted: RawCell[] = ['E08009002', '00ZY', 'Eastmoor2', null, 0, 0, null, 320, 375, null, 0, 0];
    return oldSnapshot(file, 'Summary (rounded)', [northvale, footnoted]);
  }
  if (file.endsWith('2013.xls')) return oldSnapshot(file, 'Summary ', [northvale]);
  if (file === `${FOLDER}/low-income-2016.xlsx`) return newSnapshot(file);
  if (file.includes('pre-2015')) return oldSnapshot(file, 'Summary', [northvale]);
  if (file.startsWith('lookup/')) {
    return csvSheet(
      file,
      'LTLA16CD,LTLA16NM,UTLA16CD,UTLA16NM',
      'E07009010,Upper Oldshire,E10009003,Oldshire',
      'E07009011,Lower Oldshire,E10009003,Oldshire',
    );
  }
  if (file.includes('popest')) return residents(file);
  return relative(file, '20', file.includes('0-4') ? '..' : '10');
});

const pick = async (measure: string, year: number, area: string) => {
  const { rows } = await runOn(importer, sheets);
  return rows('low-income').find((row) => row.measure === measure && row.year === year && row.area === area);
};

test('columns are found by their heads, wherever a year’s workbook has them', async () => {
  for (const year of [2011, 2016]) {
    const england = await pick('hmrc-under-16', year, 'E92000001');
    assert.deepEqual([england?.low_income, england?.children, england?.share], [2000, 10000, 20]);
  }
  assert.equal((await pick('hmrc-all-children', 2011, 'E92000001'))?.share, 20.1);
});

test('a dash is a suppressed share, and so is a figure that a footnote at the name calls suppressed', async () => {
  assert.deepEqual((await pick('hmrc-all-children', 2011, 'E06009001'))?.share, { symbol: 'c' });
  assert.equal((await pick('hmrc-under-16', 2011, 'E06009001'))?.share, 25.1);
  const footnoted = await pick('hmrc-under-16', 2012, 'E08009002');
  assert.deepEqual([footnoted?.share, footnoted?.children], [{ symbol: 'c' }, 320]);
});

test('counties of 2016 are summed from their districts, and say so', async () => {
  const county = await pick('hmrc-under-16', 2016, 'E10009003');
  assert.deepEqual(
    [county?.low_income, county?.children, county?.share, county?.basis],
    [40, 200, 20, 'summed from districts'],
  );
  assert.equal((await pick('hmrc-under-16', 2016, 'E06009001'))?.basis, 'published');
  const { told } = await runOn(importer, sheets);
  assert.ok(told('mapped').includes('districts > 1 counties: 2'));
  assert.ok(told('dropped').includes('1: not in England'));
});

test('ages of relative low income are added up over residents of mid-year before', async () => {
  const first = await pick('dwp-relative-under-16', 2015, 'E06009001');
  assert.deepEqual(
    [first?.low_income, first?.children, first?.share, first?.provisional],
    [60, 400, 15, false],
  );
  const last = await pick('dwp-relative-under-16', 2022, 'E06009001');
  assert.deepEqual([last?.children, last?.share, last?.provisional], [500, 12, true]);
});

test('a nil or negligible age adds nothing, and the account says so', async () => {
  assert.equal((await pick('dwp-relative-under-16', 2015, 'E08009002'))?.low_income, 20);
  const { told } = await runOn(importer, sheets);
  assert.ok(told('mapped').includes('.. > 0: 2'));
});
