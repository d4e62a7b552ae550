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
