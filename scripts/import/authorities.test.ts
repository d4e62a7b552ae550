import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvSheet, runOn } from '../../test/data/import-fixture.ts';
import importer from './authorities.ts';

// All areas are invented, but for Dorset and its successors, whose change the importer declares.
const EXPLORE = 'time_period,geographic_level,region_code,old_la_code,new_la_code,la_name';
const [NEWEST = '', OLDER = '', POPULATION = '', RELEASE_OF_2017 = ''] = importer.reads;

const sheets = [
  csvSheet(
    NEWEST,
    EXPLORE,
    '2024,National,,,,',
    '2024,Local authority,E12000001,990,E06009001,Northvale',
    '2025,Local authority,E12000001,990,E06009001,Northvale upon Tees',
    '2025,Local authority,E13000001,994,E09009005,Southwark Green',
    '2025,Local authority,E12000009,838,E06000059,Dorset',
  ),
  csvSheet(
    OLDER,
    EXPLORE,
    '2019,Local authority,E12000001,990,E10009050,Northvale County',
    '2019,Local authority,E12000009,835,E10000009,Dorset',
  ),
  csvSheet(POPULATION, EXPLORE, '2012,Regional,E12000001,,,'),
  csvSheet(
    RELEASE_OF_2017,
    'New_geog_code,geog_l,geog_c,geog_n',
    'E06009099,LA,990,Northvale',
    'E92000001,NATIONAL,999,ENGLAND',
  ),
];

test('codes of one three-digit number are one area under its latest code and name', async () => {
  const { rows } = await runOn(importer, sheets);
  const northvale = rows('authorities').find((row) => row.la_code === '990');
  assert.equal(northvale?.area, 'E06009001');
  assert.equal(northvale?.name, 'Northvale upon Tees');
  assert.equal(northvale?.gss_codes, 'E06009001 E06009099 E10009050');
  assert.deepEqual(
    rows('authority-codes')
      .filter((row) => row.area === 'E06009001')
      .map((row) => row.gss_code),
    ['E06009001', 'E10009050', 'E06009099'],
  );
});

test('an authority whose area changed is another area, with the years and the kind of change', async () => {
  const { rows } = await runOn(importer, sheets);
  const pick = (area: string) => rows('authorities').find((row) => row.area === area);
  assert.deepEqual(
    [pick('E10000009')?.last_year, pick('E10000009')?.successors, pick('E10000009')?.ended_by],
    [2019, 'E06000058 E06000059', 'boundary change, merger'],
  );
  assert.deepEqual(
    [pick('E06000059')?.first_year, pick('E06000059')?.predecessors, pick('E06000059')?.began_by],
    [2020, 'E10000009', 'boundary change'],
  );
});

test('a London borough is in London and in a part of it', async () => {
  const { rows } = await runOn(importer, sheets);
  const borough = rows('authorities').find((row) => row.la_code === '994');
  assert.deepEqual(
    [borough?.region, borough?.subregion, borough?.type],
    ['E12000007', 'E13000001', 'London borough'],
  );
  assert.equal(rows('areas').find((row) => row.area === 'E09009005')?.parent, 'E13000001');
});

test('authorities that ended before GSS codes are there under an id of their number', async () => {
  const { rows } = await runOn(importer, sheets);
  const ended = rows('authorities').filter((row) => String(row.area).startsWith('LA'));
  assert.deepEqual(
    ended.map((row) => [row.name, row.gss_codes, row.last_year]),
    [
      ['Bedfordshire', '', 2009],
      ['Cheshire', '', 2009],
    ],
  );
});
