import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sheet } from '../../src/model/sheet.ts';
import { csvSheet, runOn } from '../../test/data/import-fixture.ts';
import { SERIES_FILES } from './children-in-need/census-series.ts';
import { STAGES } from './children-in-need/census-tables.ts';
import { DETAIL_COLUMNS, NATIONAL_DETAIL_COLUMNS } from './children-in-need/detail-columns.ts';
import { DETAIL_FILES } from './children-in-need/detail-files.ts';
import {
  columnIn,
  STAGE_COLUMNS,
  UNDERLYING_RELEASES,
  type UnderlyingRelease,
} from './children-in-need/underlying-releases.ts';
import importer from './children-in-need.ts';

// Areas and values are invented; the names of columns are those of the releases. In a row of an authority
// every cell holds the number of its column, so that a figure tells where it came from.
function underlyingColumns(year: number): string[] {
  const templates = [
    ...STAGE_COLUMNS.filter(({ first, last }) => first <= year && year <= last).flatMap((rule) => [
      rule.count,
      rule.rate ?? [],
      rule.percent ?? [],
    ]),
    ...[...DETAIL_COLUMNS, ...NATIONAL_DETAIL_COLUMNS]
      .filter(({ first, last }) => first <= year && year <= last)
      .map(({ count }) => count),
  ];
  return [...new Set(templates.flat().map((template) => columnIn(year, template)))];
}

function underlyingSheet({ file, year, gssColumn }: UnderlyingRelease): Sheet {
  const columns = underlyingColumns(year);
  const code = (gss: string) => (gssColumn === null ? [] : [gss]);
  const line = (level: string, number: string, gss: string, name: string, cells: readonly string[]) =>
    [level, number, ...code(gss), name, ...cells].join(',');
  return csvSheet(
    file,
    line('geog_l', 'geog_c', 'new_la_code', 'geog_n', columns),
    line(
      'National',
      '921',
      'E06000046',
      'England',
      columns.map(() => '"100,000"'),
    ),
    line(
      'LA',
      '990',
      'E06009099',
      'Northvale',
      columns.map((_, i) => String(i + 1)),
    ),
    line(
      'LA',
      '991',
      'E08009002',
      'Eastmoor',
      columns.map(() => 'x'),
    ),
  );
}

function seriesSheet(file: string): Sheet {
  const columns = [
    ...new Set([
      ...SERIES_FILES.filter((source) => source.file === file).flatMap((source) =>
        source.columns.flatMap(({ count, rate, percent }) => [count, rate ?? [], percent ?? []].flat()),
      ),
      ...DETAIL_FILES.filter((source) => source.file === file).flatMap((source) =>
        Object.values(source.columns),
      ),
    ]),
  ];
  const line = (year: number, place: readonly string[], cell: string) =>
    [year, ...place, ...columns.map(() => cell)].join(',');
  const authority = (number: string, name: string, gss: string) =>
    ['Local authority', 'E92000001', 'E12000001', 'North East', number, name, gss] as const;
  const northvale = authority('990', 'Northvale', 'E06009001');
  return csvSheet(
    file,
    `time_period,geographic_level,country_code,region_code,region_name,old_la_code,la_name,new_la_code,${columns.join(',')}`,
    line(2017, ['National', 'E92000001', '', '', '', '', ''], '100010'),
    line(2017, ['Regional', 'E92000001', 'E13000001', 'Inner London', '', '', ''], '20'),
    line(2017, northvale, '17'),
    line(2020, northvale, '18'),
    line(2020, authority('992', 'Oldshire', 'E10009003'), 'z'),
    line(2020, authority('993', 'Newbridge', 'E06009004'), '..'),
  );
}

const sheets = [
  ...UNDERLYING_RELEASES.map(underlyingSheet),
  ...new Set([...SERIES_FILES, ...DETAIL_FILES].map(({ file }) => file)),
].map((sheet) => (typeof sheet === 'string' ? seriesSheet(sheet) : sheet));

const { rows, told } = await runOn(importer, sheets);
const stages = rows('children-in-need');
const details = rows('children-in-need-details');
const stage = (measure: string, year: number, area: string, published: number) =>
  stages.find(
    (row) => row.measure === measure && row.year === year && row.area === area && row.published === published,
  );

test('the names of columns carry the years or the day of their release', () => {
  assert.equal(columnIn(2010, 'Referrals{y}Rate'), 'Referrals0910Rate');
  assert.equal(columnIn(2017, 'CPPAt{d}'), 'CPPAt310317');
  assert.equal(columnIn(2012, 'ReferralsNFA112'), 'ReferralsNFA112');
});

test('the England row that carries the Isle of Wight’s code is England, with thousands separators read', () => {
  assert.equal(stage('referrals', 2010, 'E92000001', 2010)?.count, 100_000);
  assert.ok(told('mapped').includes('921 > E92000001: 1'));
  assert.ok(told('mapped').includes('E06000046 > E92000001: 1'));
  assert.ok(told('mapped').includes('"1,234" > 1234: 1'));
});

test('every measure is read from its own column in the year, under whatever name', () => {
  const at = (year: number, column: string) => underlyingColumns(year).indexOf(column) + 1;
  const need = stage('need-31-march', 2017, 'E06009001', 2017);
  assert.deepEqual([need?.count, need?.rate], [at(2017, 'CINAt310316'), at(2017, 'CINAt310316RatePer10K')]);
  assert.equal(stage('need-31-march', 2015, 'E06009001', 2015)?.rate, at(2015, 'CINAt310314RatePer10K'));
  assert.equal(stage('plans-repeat', 2014, 'E06009001', 2014)?.percent, at(2014, 'CPPStart1314SecondTime_A'));
  assert.equal(stage('referrals-no-action', 2012, 'E06009001', 2012)?.count, at(2012, 'ReferralsNFA112'));
});

test('every stage of the table is read from some release, and no other', () => {
  assert.deepEqual([...new Set(stages.map((row) => row.measure))].sort(), Object.keys(STAGES).sort());
});

test('an authority has each figure once: as first published until 2017, later from the last release', () => {
  const published = (measure: string, year: number, area: string) =>
    stages
      .filter((row) => row.measure === measure && row.year === year && row.area === area)
      .map((row) => row.published);
  assert.deepEqual(published('referrals', 2017, 'E06009001'), [2017]);
  assert.deepEqual(published('referrals', 2020, 'E06009001'), [2025]);
  assert.deepEqual(published('assessments', 2020, 'E06009001'), [2022]);
  assert.deepEqual(published('referrals', 2017, 'E92000001'), [2017, 2022, 2025]);
  assert.deepEqual(published('referrals', 2017, 'E13000001'), [2022, 2025]);
});

test('the first and the last release of a figure are marked', () => {
  const marks = [2017, 2022, 2025].map((published) => {
    const row = stage('section-47', 2017, 'E92000001', published);
    return [row?.earliest, row?.latest];
  });
  assert.deepEqual(marks, [
    [true, false],
    [false, false],
    [false, true],
  ]);
});

test('symbols are kept, and rows of authorities that did not exist are dropped', () => {
  assert.deepEqual(stage('conferences', 2017, 'E08009002', 2017)?.rate, { symbol: 'c' });
  assert.deepEqual(stage('conferences', 2020, 'E06009004', 2025)?.count, { symbol: 'x' });
  assert.equal(stage('conferences', 2020, 'E10009003', 2025), undefined);
  assert.ok(told('dropped').includes('1: the authority did not exist at that 31 March'));
});

test('details divide measures of the table of stages; authorities have those that the analyses ask for', () => {
  for (const row of details) assert.ok(String(row.measure) in STAGES);
  const kinds = (area: string) =>
    details
      .filter(
        ({ measure, year, ...row }) => measure === 'plans-started' && year === 2017 && row.area === area,
      )
      .filter(({ published }) => published === 2017)
      .map((row) => row.category);
  assert.deepEqual(kinds('E06009001'), ['neglect', 'emotional abuse']);
  assert.equal(kinds('E92000001').length, 5);
  const unaccompanied = details.filter(
    (row) => row.category === 'unaccompanied asylum seeker' && row.area === 'E06009001',
  );
  assert.deepEqual(
    unaccompanied.map((row) => row.year),
    [2015, 2016, 2017, 2020],
  );
});
