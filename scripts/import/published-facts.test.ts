import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvSheet, runOn } from '../../test/data/import-fixture.ts';
import importer from './published-facts.ts';

// Facts and sources are invented.
const HEADER =
  'id,measure,geography,period,value,unit,definition,source_title,source_publisher,source_year,source_address,note';
const sheets = importer.reads.map((file) => {
  if (file.endsWith('derived_checks.csv'))
    return csvSheet(file, 'id,check,inputs,result,reading', 'dc90,a sum,,1,');
  if (file.endsWith('not_confirmed.csv'))
    return csvSheet(
      file,
      'id,fact,figure_in_circulation,state',
      'un90,a fact,2; 3.5,',
      'un91,b,none,no source',
    );
  if (!file.endsWith('planned_spending.csv')) return csvSheet(file, HEADER);
  const rest = 'Planned,A report,Somebody,2018,https://example.org/a,';
  return csvSheet(
    file,
    HEADER,
    `ps901,spend,England,2018-19,4.2,£ billion,${rest}`,
    `ps902,trend,England,2018-19,marked rise,direction,${rest}`,
  );
});

test('a value is kept as printed, and as a number where it is one', async () => {
  const { rows } = await runOn(importer, sheets);
  assert.deepEqual(
    rows('published-facts').map((row) => [row.id, row.collection, row.value, row.number]),
    [
      ['ps901', 'planned_spending', '4.2', 4.2],
      ['ps902', 'planned_spending', 'marked rise', null],
    ],
  );
});

test('sums over facts are dropped, and the account says so', async () => {
  const { told } = await runOn(importer, sheets);
  assert.deepEqual(told('dropped'), ['1: a sum over other rows, not a source']);
});

test('each figure in circulation has a row of its own', async () => {
  const { rows } = await runOn(importer, sheets);
  assert.deepEqual(
    rows('unconfirmed-figures').map(({ id, position, printed, number }) => [id, position, printed, number]),
    [
      ['un90', 1, '2', 2],
      ['un90', 2, '3.5', 3.5],
      ['un91', 1, 'none', null],
    ],
  );
});
