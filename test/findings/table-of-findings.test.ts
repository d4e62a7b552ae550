import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatTable } from '../../src/findings/format-table.ts';
import { type FindingsTable, tableOfFindings } from '../../src/findings/table-of-findings.ts';
import type { FindingInput } from '../../src/model/finding.ts';
import { checkSample, reasons } from './sample-result.ts';

const share = (id: string, value: number | string, more: Partial<FindingInput> = {}): FindingInput => ({
  id,
  value,
  unit: 'percent',
  decimals: 0,
  method: 'A count over a count.',
  definition: 'Shires whose rate rose.',
  ...more,
});
const north = share('north', 59.6, { n: 151, interval: { low: 51.2, high: 67.4, level: 0.95 } });
const of = (...rows: FindingsTable['rows']) => ({
  name: 'shares',
  title: 'Where rates rose',
  named: 'Part',
  measured: 'Share rising',
  rows,
});

test('chosen findings are a sound table with their unit, intervals and observations', () => {
  const table = tableOfFindings(
    of({ label: 'North', finding: north }, { label: 'All', finding: share('all', 48.2), isTotal: true }),
  );
  const checked = checkSample({ table });
  assert.deepEqual(reasons(checked), []);
  const [result] = checked.value?.tables ?? [];
  assert.ok(result);
  const { headings, rows } = formatTable(result);
  assert.deepEqual(headings, [
    'Part',
    'Share rising (%)',
    '95% interval from (%)',
    '95% interval to (%)',
    'Observations',
  ]);
  assert.deepEqual(rows, [
    ['North', '60', '51', '67', '151'],
    ['All', '48', '[z]', '[z]', '[z]'],
  ]);
  assert.deepEqual(result.totals, { label: ['All'] });
});

test('columns that no finding fills are left out', () => {
  const { fields, totals } = tableOfFindings(of({ label: 'All', finding: share('all', 48.2) }));
  assert.deepEqual(
    fields.map(({ name }) => name),
    ['position', 'label', 'value'],
  );
  assert.equal(totals, undefined);
});

test('one column has one unit, one number of decimals and one level', () => {
  const refused = (...findings: FindingInput[]) =>
    assert.throws.bind(null, () =>
      tableOfFindings(of(...findings.map((finding) => ({ label: finding.id, finding })))),
    );
  refused(
    north,
    share('count', 3, { unit: 'count' }),
  )(/"count" in the table "shares" has the unit count and 0 decimals, "north" percent and 0/);
  refused(north, share('fine', 3, { decimals: 1 }))(/1 decimals/);
  refused(
    north,
    share('other', 3, { interval: { low: 1, high: 4, level: 0.9 } }),
  )(/different levels: 0.95, 0.9/);
  refused(share('word', 'London'))(/is a text and no figure/);
  refused(north, north)(/two rows of the table "shares" are named "north"/);
  refused()(/has no findings/);
});
