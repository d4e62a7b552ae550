import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvSheet } from '../../../test/data/import-fixture.ts';
import { readRecords } from './read-records.ts';

test('column names are taken without the blanks that some end in, and blank rows are left out', () => {
  const records = readRecords(csvSheet('f.csv', 'name ,count', 'North East ,5', ',', 'South,6'));
  assert.deepEqual(
    records.map((record) => [record.place, record.text('name'), record.cell('count')]),
    [
      ['f.csv:2', 'North East', '5'],
      ['f.csv:4', 'South', '6'],
    ],
  );
});

test('the header may stand below title rows', () => {
  const records = readRecords(csvSheet('f.csv', 'Title', '', 'name,count', 'North,5'), { header: 3 });
  assert.deepEqual(
    records.map((record) => record.text('count')),
    ['5'],
  );
});

test('a column that is not there is named with those that are', () => {
  const [record] = readRecords(csvSheet('f.csv', 'name,count', 'North,5'));
  assert.throws(() => record?.cell('rate'), /f\.csv: no column "rate"; it has name, count/);
});
