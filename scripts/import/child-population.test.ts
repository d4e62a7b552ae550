import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvSheet, runOn } from '../../test/data/import-fixture.ts';
import importer from './child-population.ts';

// Areas and values are invented.
const COLUMNS: Readonly<Record<string, string>> = {
  '2009-10': 'Mid2009Pop0-17',
  '2010-11': 'Mid2010Pop0-17',
  '2011-12': 'Mid2011Pop0-17',
  '2012-13': 'Mid2012Pop0-17',
  '2013-14': 'Mid2013Pop017',
  '2014-15': 'Mid2014Pop017',
  '2015-16': 'Mid2015Pop017',
  '2016-17': 'Mid2016Pop017',
};

const sheets = importer.reads.map((file) => {
  const year = /cin-census\/(\d{4}-\d{2})\//.exec(file)?.[1] ?? '';
  const column = COLUMNS[year];
  if (column !== undefined) {
    return csvSheet(
      file,
      `geog_l,geog_c,new_la_code,geog_n,CINThro,${column} `,
      'National,921,E06000046,England,"736,100","11,397,500"',
      'LA,990,E06009099,Northvale,12,"9,100"',
      'LA,991,E08009002,Eastmoor,x,700',
    );
  }
  return csvSheet(
    file,
    'time_period,geographic_level,country_code,region_code,region_name,old_la_code,new_la_code,la_name,population_estimate',
    '2019,National,E92000001,,,,,,20100',
    '2019,Regional,E92000001,E13000001,Inner London,,,,900',
    '2019,Local authority,E92000001,E12000001,North East,992,E10009003,Oldshire,x',
    '2018,Local authority,E92000001,E12000001,North East,992,E10009003,Oldshire,5050',
  );
});

test('populations with thousands separators within quotes are numbers, and the account counts them', async () => {
  const { rows, account } = await runOn(importer, sheets);
  const northvale = rows('child-population').find(
    (row) => row.release === 'SFR45/2013' && row.area === 'E06009001',
  );
  assert.deepEqual(
    [northvale?.population, northvale?.mid_year, northvale?.rate_year, northvale?.kind],
    [9100, 2012, 2013, 'underlying data'],
  );
  const quoted = account.find((entry) => entry.kind === 'mapped' && entry.from === '"1,234"');
  assert.equal(quoted?.rows, 2);
});

test('the England row is England whatever code it carries', async () => {
  const { rows, told } = await runOn(importer, sheets);
  const england = rows('child-population').filter(
    (row) => row.area === 'E92000001' && row.kind === 'underlying data',
  );
  assert.equal(england.length, 8);
  assert.ok(told('mapped').includes('E06000046 > E92000001: 1'));
  assert.ok(told('mapped').includes('921 > E92000001: 1'));
});

test('mid-year series leave out authorities that did not exist any more', async () => {
  const { rows, told } = await runOn(importer, sheets);
  const series = rows('child-population').filter((row) => row.release === 'CIN 2025');
  assert.deepEqual(
    series.map((row) => [row.area, row.mid_year, row.population]),
    [
      ['E92000001', 2019, 20100],
      ['E13000001', 2019, 900],
      ['E10009003', 2018, 5050],
    ],
  );
  assert.ok(told('dropped').includes('1: the authority did not exist at the following 31 March'));
});
