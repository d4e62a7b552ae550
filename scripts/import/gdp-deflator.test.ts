import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvSheet, runOn } from '../../test/data/import-fixture.ts';
import importer from './gdp-deflator.ts';

// Values are invented.
const [FILE = ''] = importer.reads;
const sheet = csvSheet(
  FILE,
  '"Title","Implied deflator"',
  '"Important notes",',
  '"2012","80.2"',
  '"2012 Q1","79.0"',
  '"2012 Q2","80.0"',
  '"2012 Q3","80.4"',
  '"2012 Q4","80.6"',
  '"2013 Q1","81.1"',
  '"2013 Q2","81.5"',
);

test('a financial year is the mean of its four quarters, and an incomplete one is left out', async () => {
  const { rows, told } = await runOn(importer, [sheet]);
  assert.deepEqual(rows('gdp-deflator'), [
    { year_ending: 2013, financial_year: '2012-13', deflator: 80.525 },
  ]);
  assert.deepEqual(told('dropped'), ['3: title lines and calendar years']);
});

test('a file without quarters stops the import', async () => {
  await assert.rejects(runOn(importer, [csvSheet(FILE, '"2012","80.2"')]), /no row for a quarter/);
});
