import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RawCell, Sheet } from '../../src/model/sheet.ts';
import { runOn, workbookSheet } from '../../test/data/import-fixture.ts';
import { findLines, plainDescription } from './section-251-outturn/section-251-lines.ts';
import importer from './section-251-outturn.ts';

// Areas and amounts are invented; headers and descriptions are those of the tables.
const TITLES = [['S251 Outturn - Table A1'], ['Cash terms figures as reported by local authorities'], []];
const OLD = [
  'LEA Number:',
  'LA Name:',
  'S52 Line Reference:',
  'TOTAL EXPENDITURE (k)',
  'INCOME (l)',
  'NET Current Expenditure (m)',
];
const NEW = [
  'LA',
  'LA Name',
  'ReportGroup',
  'Description',
  's251line',
  'TotalExpenditure',
  'Income',
  'NetCurrentExpenditure',
];

const oldRow = (line: string, ...amounts: RawCell[]): RawCell[] => [990, 'Northvale  ', line, ...amounts];
const newRow = (line: string, ...amounts: RawCell[]): RawCell[] => [
  990,
  'Northvale',
  'GROUP',
  line,
  null,
  ...amounts,
];

function tableOf(file: string): Sheet {
  const year = Number(/ye(\d{4})/.exec(file)?.[1]);
  if (year === 2009) {
    return workbookSheet(file, 'Table A1', [
      ...TITLES,
      OLD,
      oldRow('14 Total Children Looked After', 100.4, 10, 90.4),
      oldRow('9 Short breaks (respite) for looked after children', 5, 0, 5),
    ]);
  }
  if (year === 2011) {
    const header = [
      'LA',
      'LA Name',
      'S52 Line Reference',
      'Total Expenditure (k)',
      'Income (l)',
      'NET Current Expenditure (m)',
    ];
    return workbookSheet(file, 'Table A1 Detailed Report', [
      ...TITLES,
      header,
      oldRow('Unknown', 70, 7, 63),
      oldRow('Connexions', 9, 9, 0),
    ]);
  }
  if (year === 2012) {
    return workbookSheet(file, 'Data', [
      NEW,
      newRow('Intensive family Interventions', 20, 2, 18),
      newRow('Other targeted family support', 30, 3, 27),
      newRow('Total Family Support Services', 'NULL', 'NULL', 50),
    ]);
  }
  if (year === 2019) {
    return workbookSheet(file, 'Table A1', [
      NEW,
      newRow('3.1.2a Fostering services (excluding fees and allowances for LA foster carers)', 40, 1, 39),
      newRow('3.1.2b Fostering services (fees and allowances for LA foster carers)', 60, 2, 58),
    ]);
  }
  return workbookSheet(file, 'Sheet1', [
    NEW,
    newRow('3.1.11 Total Children Looked After', 200, 20, 180),
    newRow('Total line of someone else', 1, 1, 0),
  ]);
}

const sheets = importer.reads.map(tableOf);
const pick = async (resource: string, year: number) =>
  (await runOn(importer, sheets)).rows(`section-251-${resource}`).filter((row) => row.year_ending === year);

test('the header is found below title rows or in the first row, whatever its columns are called', async () => {
  assert.deepEqual(await pick('outturn', 2009), [
    { year_ending: 2009, area: 'E06009001', line: 'looked-after', gross: 100, income: 10, net: 90 },
  ]);
  assert.deepEqual(await pick('outturn', 2015), [
    { year_ending: 2015, area: 'E06009001', line: 'looked-after', gross: 200, income: 20, net: 180 },
  ]);
});

test('a line printed in parts is added up', async () => {
  const [fostering] = await pick('detail', 2019);
  assert.deepEqual([fostering?.line, fostering?.gross, fostering?.net], ['looked-after-fostering', 100, 97]);
  const [targeted] = await pick('detail', 2012);
  assert.deepEqual([targeted?.line, targeted?.gross], ['family-support-targeted', 50]);
  const printed = (await pick('lines', 2012))
    .filter((row) => row.line === 'family-support-targeted')
    .map((row) => row.printed);
  assert.deepEqual(printed, ['Intensive family Interventions', 'Other targeted family support']);
});

test('a total that has lost its label is known, and NULL is no amount', async () => {
  const [youth] = await pick('outturn', 2011);
  assert.deepEqual([youth?.line, youth?.gross], ['young-people', 70]);
  const [support] = await pick('outturn', 2012);
  assert.deepEqual([support?.gross, support?.net], [null, 50]);
});

test('lines that no table needs are dropped by name', async () => {
  const { told } = await runOn(importer, sheets);
  assert.ok(told('dropped').includes('1: lines that no table needs: Connexions'));
  assert.ok(told('mapped').includes('“Unknown” > young-people: 1'));
});

test('numbers before a description go, whatever their form', () => {
  const printed = [
    '11Short breaks',
    '3.1.2a Short breaks',
    '8a.1 Short breaks',
    '5.  Short breaks',
    ' 12  Short\tbreaks ',
  ];
  assert.deepEqual(
    printed.map(plainDescription),
    printed.map(() => 'Short breaks'),
  );
  assert.equal(plainDescription('Children’s  plan'), "Children's plan");
});

test('one description means different lines in different years', () => {
  const lines = (description: string, year: number) => findLines(description, year).map(({ line }) => line);
  assert.deepEqual(lines('Commissioning and social work', 2011), [
    'commissioning-and-social-work',
    'social-work',
  ]);
  assert.deepEqual(lines('Commissioning and social work', 2010), ['social-work']);
  assert.deepEqual(lines("Other children's and families services", 2012), []);
  assert.deepEqual(lines("Other children's and families services", 2013), ['other-services']);
  assert.deepEqual(lines("CHILDREN AND YOUNG PEOPLE'S SERVICES EXPENDITURE(excluding CERA)", 2016), [
    'total',
  ]);
});
