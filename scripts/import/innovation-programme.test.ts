import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvSheet, runOn } from '../../test/data/import-fixture.ts';
import importer from './innovation-programme.ts';

// Authorities, projects and sources are invented.
const [FILE = ''] = importer.reads;
const HEADER =
  'id,measure,geography,period,value,unit,definition,source_title,source_publisher,source_year,source_address,note,new_la_code,la_code,project,round,role,announced';
const row = (round: string) =>
  `ip901,m,Northvale,${round},1,participates,Named,"A report, page 3",Somebody,n.d.,https://example.org/a,,E06009099,990,A project,${round},lead,2014`;

test('a named authority has its area, round and source; empty cells stay empty', async () => {
  const { rows, told } = await runOn(importer, [csvSheet(FILE, HEADER, row('round 1 (2014-16)'))]);
  const [named] = rows('innovation-programme');
  assert.deepEqual(
    [named?.area, named?.round, named?.period, named?.source_title, named?.note],
    ['E06009001', '1', '2014-16', 'A report, page 3', null],
  );
  assert.deepEqual(told('mapped'), ['E06009099 (Northvale) > E06009001: 1']);
});

test('a round that is not known stops the import', async () => {
  await assert.rejects(runOn(importer, [csvSheet(FILE, HEADER, row('round 9'))]), /"round 9" is no round/);
});
