import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRResult } from '../../src/build/read-r-result.ts';

test('what a disclosure holds in lists are lists, though R gives one value for a list of one', () => {
  const finding = (disclosure: unknown) => ({ id: 'one', disclosure });
  const read = readRResult({
    findings: finding({ model: { records: 200, cells: 120, parameters: 2 } }),
    claims: [],
    tables: {
      name: 'groups',
      fields: { name: 'group' },
      rows: [],
      key: 'group',
      disclosure: { by: 'group', counts: { people: { of: 'people', by: 'group' } }, withheld: 'people' },
    },
  } as never) as { findings: unknown[]; tables: { disclosure: unknown }[] };
  assert.deepEqual(read.findings, [finding({ model: { records: 200, cells: [120], parameters: 2 } })]);
  assert.deepEqual(read.tables[0]?.disclosure, {
    by: ['group'],
    counts: { people: { of: 'people', by: ['group'] } },
    withheld: ['people'],
  });
});
