import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sheet } from '../../src/model/sheet.ts';
import { csvSheet, runOn, workbookSheet } from '../../test/data/import-fixture.ts';
import { LONG_RELEASES, TABLE_RELEASES, WIDE_RELEASES } from './looked-after/looked-after-releases.ts';
import importer from './looked-after.ts';

// Areas and values are invented. Every release that the importer declares gets a small sheet of its kind.
function wideSheet({ file, gssColumn, years }: (typeof WIDE_RELEASES)[number]): Sheet {
  const columns = years.flatMap(({ count, rate, population }) =>
    [count, rate ?? [], population ?? []].flat(),
  );
  const figures = (count: string) =>
    years.flatMap(({ rate, population }) => [count, rate ? '60' : [], population ? '5000' : []].flat());
  const code = (gss: string) => (gssColumn === null ? [] : [gss]);
  const line = (gss: string, rest: readonly string[]) => [...code(gss), ...rest].join(',');
  return csvSheet(
    file,
    line(gssColumn ?? '', ['geog_l', 'geog_c', 'geog_n', ...columns]),
    line('E92000001', ['National', '921', 'England', ...figures('1010')]),
    line('E12000007', ['REGION', 'G', 'LONDON ', ...figures('80')]),
    line('E12000007', ['REGION', 'H', 'INNER LONDON', ...figures('50')]),
    line('E12000007', ['REGION', 'I', 'OUTER LONDON', ...figures('30')]),
    line('E06009099', ['LA', '990', 'Northvale', ...figures('33')]),
    line('E08009002', ['', '991', 'Eastmoor', ...figures('x')]),
  );
}

/** One table with codes, the other without GSS codes: both layouts were published. */
function tableSheet({ file, sheet }: (typeof TABLE_RELEASES)[number], withCodes: boolean): Sheet {
  const stub = (gss: string | null, laCode: number | null, name: string | null) =>
    withCodes ? [gss, laCode, name] : [laCode, name];
  return workbookSheet(file, sheet, [
    ['Table LAA1: Children looked after at 31 March, by local authority1,2'],
    [...stub(null, null, null), 'numbers3', null, null, 'rates4'],
    [...stub(null, null, null), 2014, 2015, null, 2014, 2015],
    [],
    [...stub(null, null, 'England'), 1010, 1020, null, 60, 61],
    [],
    [...stub(null, null, 'North East'), 80, 90, null, 70, 71],
    [...stub('E06009001', 990, 'Northvale'), 35, '.', null, 65, '.'],
    [null, null, null, null, null, 'Source: SSDA 903'],
    ['1.  Figures exclude children looked after under an agreed series of short term placements.'],
  ]);
}

function longSheet({ file, measure, count }: (typeof LONG_RELEASES)[number]): Sheet {
  const area = (level: string, region: string, laCode: string, name: string, gss: string) =>
    `${level},E92000001,${region === '' ? ',' : region},${laCode},${name},${gss}`;
  return csvSheet(
    file,
    `time_period,geographic_level,country_code,region_code,region_name,old_la_code,la_name,new_la_code,${measure.column},population_estimate,${count},rate_per_10000`,
    `2020,${area('National', '', '', '', '')},${measure.value},20000,1200,60`,
    `2020,${area('National', '', '', '', '')},Children ceasing to be looked after each year,20000,300,15`,
    `2020,${area('Regional', 'E13000001,Inner London', '', '', '')},${measure.value},900,55,61`,
    `2020,${area('Local authority', 'E12000001,North East', '990', 'Northvale', 'E06009001')},${measure.value},5100,c,c`,
    `2020,${area('Local authority', 'E12000001,North East', '992', 'Oldshire', 'E10009003')},${measure.value},x,z,z`,
    `2020,${area('Local authority', 'E12000001,North East', '993', 'Newbridge', 'E06009004')},${measure.value},5200,44,85`,
  );
}

const sheets = [
  ...WIDE_RELEASES.map(wideSheet),
  ...TABLE_RELEASES.map((release, i) => tableSheet(release, i > 0)),
  ...LONG_RELEASES.map(longSheet),
];

test('the England row that carries the Isle of Wight’s number is England', async () => {
  const { rows, told } = await runOn(importer, sheets);
  const first = rows('looked-after').filter((row) => row.release === 'SFR27/2010');
  assert.equal(first.find((row) => row.area === 'E92000001')?.looked_after, 1010);
  assert.ok(told('mapped').includes('921 > E92000001: 1'));
});

test('the three rows of London under one code are told apart by their names', async () => {
  const { rows, told } = await runOn(importer, sheets);
  const of = (area: string) =>
    rows('looked-after').find((row) => row.release === 'SFR50/2017' && row.area === area)?.looked_after;
  assert.deepEqual([of('E12000007'), of('E13000001'), of('E13000002')], [80, 50, 30]);
  assert.ok(told('mapped').includes('E12000007 (INNER LONDON) > E13000001: 1'));
});

test('a recoded authority keeps its id, a suppressed count its symbol, and a row without level is an authority', async () => {
  const { rows, told } = await runOn(importer, sheets);
  const of = (area: string) =>
    rows('looked-after').find((row) => row.release === 'SFR50/2017' && row.area === area);
  assert.equal(of('E06009001')?.looked_after, 33);
  assert.deepEqual(of('E08009002')?.looked_after, { symbol: 'c' });
  assert.ok(told('mapped').includes('E06009099 (Northvale) > E06009001: 1'));
});

test('table LAA1 gives rounded numbers with the published rates, with or without GSS codes', async () => {
  const { rows } = await runOn(importer, sheets);
  for (const { release } of TABLE_RELEASES) {
    const table = rows('looked-after').filter((row) => row.release === release);
    assert.equal(table.length, 6);
    const northvale = table.filter((row) => row.area === 'E06009001');
    assert.deepEqual(
      northvale.map((row) => [row.year, row.looked_after, row.rate, row.rounded_to]),
      [
        [2014, 35, 65, 5],
        [2015, { symbol: 'z' }, { symbol: 'z' }, 5],
      ],
    );
    assert.equal(table.find((row) => row.area === 'E12000001')?.rounded_to, 10);
  }
});

test('rows of a long release for authorities that did not exist are dropped, and so are other measures', async () => {
  const { rows, told } = await runOn(importer, sheets);
  const latest = rows('looked-after').filter((row) => row.release === 'EES 2025');
  assert.deepEqual(
    latest.map((row) => row.area),
    ['E92000001', 'E13000001', 'E06009001', 'E06009004'],
  );
  assert.deepEqual(latest[2]?.rate, { symbol: 'c' });
  assert.ok(told('dropped').includes('1: the authority did not exist at that 31 March'));
});

test('earliest and latest mark the first and last release of a year, never the rounded tables', async () => {
  const { rows } = await runOn(importer, sheets);
  const marked = (flag: string) =>
    rows('looked-after')
      .filter((row) => row.year === 2015 && row.area === 'E92000001' && row[flag] === true)
      .map((row) => row.release);
  assert.deepEqual(marked('earliest'), ['SFR34/2015']);
  assert.deepEqual(marked('latest'), ['SSDA903 2019']);
});
