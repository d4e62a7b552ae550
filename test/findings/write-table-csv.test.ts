import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeTableCsv } from '../../src/findings/write-table-csv.ts';
import { sampleResultTable } from './sample-result.ts';

test('writes exact values, symbols and empty cells', () => {
  const rows = [
    { shire: 'East, "old"', rate: 61.253456789 },
    { shire: 'Northshire', rate: { symbol: 'c' } },
    { shire: 'Southshire', rate: null },
    { shire: 'Westshire', rate: -0 },
  ];
  assert.equal(
    writeTableCsv(sampleResultTable({ rows })),
    'shire,rate\n"East, ""old""",61.253456789\nNorthshire,[c]\nSouthshire,\nWestshire,0\n',
  );
});

test('no text runs as a formula, and numbers keep their minus sign', () => {
  const starts = ['\t', '\r', '+', '-', '=', '@', '\uff1d'];
  const rows = starts.map((start) => ({ shire: `${start}HYPERLINK("x")`, rate: -3.1 }));
  const lines = writeTableCsv(sampleResultTable({ rows })).split('\n').slice(1, -1);
  assert.equal(lines.length, starts.length);
  for (const line of lines) assert.match(line, /^"'.HYPERLINK\(""x""\)",-3\.1$/s);
});

test('every row of a table that rests on made-up records says so', () => {
  const table = sampleResultTable({});
  const madeUp = table.provenance.resources.map((resource) => ({ ...resource, synthetic: true }));
  const csv = writeTableCsv({ ...table, provenance: { ...table.provenance, resources: madeUp } });
  const [header, ...rows] = csv.trimEnd().split('\n');
  assert.match(header ?? '', /,synthetic$/);
  assert.ok(rows.length > 0 && rows.every((row) => row.endsWith(',true')));
});
