import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvSheet, runOn } from '../../test/data/import-fixture.ts';
import importer, { CHARACTERISTICS, RELEASES, SERIES } from './looked-after-details.ts';

// Areas and values are invented. The last column's name ends in a blank in the releases.
const releases = RELEASES.map(({ file, unaccompanied }) =>
  csvSheet(
    file,
    `New_geog_code,geog_l,geog_c,geog_n,CLA_ICO,CLA_FCO,CLA_FrAd,CLA_PlaceO,CLA_S20,${unaccompanied} `,
    'E92000001,NATIONAL,999,ENGLAND,100,400,0,50,160,40',
    'E12000007,REGION,I,OUTER LONDON,10,40,0,5,16,20',
    'E06009099,LA,990,Northvale,1,4,x,5,6,x',
  ),
);

const characteristics = csvSheet(
  CHARACTERISTICS.file,
  'time_period,geographic_level,cla_group,characteristic,number,percentage',
  '2020,National,Legal status,Care orders,510,75',
  '2020,National,Legal status,Youth justice legal statuses,10,k',
  '2020,National,Legal status,Voluntary agreements under S20 CA 1989,150,20',
  '2020,National,Placement,Total children,700,100',
);

const series = csvSheet(
  SERIES,
  'time_period,geographic_level,population_count,number',
  '1994,National,Children looked after at 31 March,490',
  '1994,National,Children looked after at 31 March who were unaccompanied asylum-seeking children,x',
  '2020,National,Children looked after at 31 March who were unaccompanied asylum-seeking children,60',
);

const sheets = [...releases, characteristics, series];

test('each release gives its own year, with care orders, symbols and unaccompanied children', async () => {
  const { rows } = await runOn(importer, sheets);
  const northvale = rows('looked-after-details').filter(
    (row) => row.year === 2019 && row.area === 'E06009001',
  );
  assert.deepEqual(
    northvale.map((row) => [row.measure, row.count]),
    [
      ['interim-care-orders', 1],
      ['full-care-orders', 4],
      ['placement-orders', 5],
      ['freed-for-adoption', { symbol: 'c' }],
      ['voluntary-agreements', 6],
      ['unaccompanied-asylum-seeking', { symbol: 'c' }],
    ],
  );
});

test('from 2020 England alone has care orders, interim and full together', async () => {
  const { rows, told } = await runOn(importer, sheets);
  const of2020 = rows('looked-after-details').filter((row) => row.year === 2020);
  assert.deepEqual(
    of2020.map((row) => [row.area, row.measure, row.count]),
    [
      ['E92000001', 'care-orders', 510],
      ['E92000001', 'voluntary-agreements', 150],
      ['E92000001', 'unaccompanied-asylum-seeking', 60],
    ],
  );
  assert.ok(told('dropped').includes('2: characteristics that no table needs'));
});

test('the national series begins in 1994, with what was not counted then marked', async () => {
  const { rows } = await runOn(importer, sheets);
  assert.deepEqual(rows('looked-after-history').slice(0, 2), [
    { year: 1994, measure: 'looked-after', count: 490 },
    { year: 1994, measure: 'unaccompanied', count: { symbol: 'x' } },
  ]);
});

test('a series of an unknown name stops the import', async () => {
  const renamed = csvSheet(SERIES, 'time_period,population_count,number', '1994,Children on the moon,3');
  await assert.rejects(
    runOn(importer, [...releases, characteristics, renamed]),
    /:2: "Children on the moon" is no known series/,
  );
});
