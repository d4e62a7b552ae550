import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { readEdition } from '../../src/build/read-edition.ts';
import { scanEdition } from '../../src/disclosure/scan-edition.ts';
import { writeFindingsJson } from '../../src/findings/write-findings-json.ts';
import { writeTableCsv } from '../../src/findings/write-table-csv.ts';
import type { Workbook } from '../../src/formats/workbook.ts';
import { writeOds } from '../../src/formats/write-ods.ts';
import { writeXlsx } from '../../src/formats/write-xlsx.ts';
import type { Table } from '../../src/model/table.ts';
import { findingOf, guard, tableOf } from './guard-fixture.ts';

/** What the gate hid is planted in one file after another, and each time it is found. */

const ROWS = [
  { area: 'Ayton Vale', sex: 'All', people: 43, rate: 12.345678912 },
  { area: 'Ayton Vale', sex: 'female', people: 3, rate: 1.234567891 },
  { area: 'Ayton Vale', sex: 'male', people: 40, rate: 11.11111102 },
];
const RECORDS: Table = {
  name: 'records',
  fields: ['person', 'area', 'sex', 'age', 'ward'].map((name) => ({ name, type: 'string' })),
  rows: [1, 2, 3].map((person) => ({
    person,
    area: 'Ayton Vale',
    sex: 'female',
    age: 7,
    ward: `Ward ${person}`,
  })),
  key: ['person'],
};

const guarded = await guard(
  [
    tableOf('areas', ['area', 'sex'], ROWS, {
      by: ['area', 'sex'],
      counts: { people: 'people' },
      from: { rate: 'people' },
    }),
  ],
  [
    findingOf('girls', {
      value: 3,
      disclosure: { count: { of: 'people', at: { area: 'Ayton Vale', sex: 'female' } } },
    }),
  ],
);
const released = guarded.value?.results;
const hidden = guarded.value?.hidden ?? { tables: [], findings: [] };

async function pdfOf(lines: readonly string[], attachment?: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage();
  for (const [at, line] of lines.entries()) page.drawText(line, { x: 20, y: 700 - 20 * at, font, size: 10 });
  if (attachment !== undefined) await document.attach(Buffer.from(attachment), 'areas.csv', {});
  return document.save();
}

/** An edition as it should be, with changes to some of its files. */
async function edition(changes: Readonly<Record<string, string | Uint8Array>> = {}) {
  const [table] = released?.tables ?? [];
  assert.ok(table && released);
  const files: Record<string, string | Uint8Array> = {
    'report.html':
      '<p>There are 43 people.</p><table><tr><td>Ayton Vale</td><td>female</td><td>[c]</td></tr></table>',
    'report.pdf': await pdfOf(['Ayton Vale', 'female', '[c]', '3 of 43 pages']),
    'findings.json': writeFindingsJson('report', true, released.findings, [], released.tables),
    'tables/areas.csv': writeTableCsv(table),
    'manifest.json': '{"report": "report", "pages": 3}',
    ...changes,
  };
  const bytes = new Map(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === 'string' ? Buffer.from(content) : content,
    ]),
  );
  return scanEdition({ files: await readEdition(bytes), hidden, records: [RECORDS] });
}

test('an edition of released values passes, 3 on its pages and all', async () => {
  assert.deepEqual(hidden.tables[0]?.cells.length, 4);
  assert.deepEqual(await edition(), []);
});

const csv = [
  'area,sex,people,rate,synthetic',
  'Ayton Vale,All,43,12.345678912,true',
  'Ayton Vale,female,3,[c],true',
].join('\n');
const book: Workbook = {
  title: 'Tables',
  description: '',
  language: 'en-GB',
  authors: [],
  keywords: [],
  date: '2026-11-24',
  sheets: [
    {
      name: 'Table_1',
      title: 'People',
      lines: [],
      table: {
        name: 'people',
        columns: ['area', 'sex', 'people'].map((heading) => ({ heading, isNumeric: false, width: 12 })),
        rows: [
          {
            isTotal: false,
            cells: [
              { kind: 'text', text: 'Ayton Vale' },
              { kind: 'text', text: 'female' },
              { kind: 'number', value: 3, format: 'exact' },
            ],
          },
        ],
      },
    },
  ],
};
const PLANTS: Readonly<Record<string, Readonly<Record<string, string | Uint8Array>>>> = {
  'a cell of a CSV file': { 'tables/areas.csv': csv },
  'a row of a table on the page': {
    'report.html':
      '<table><tr><td>Ayton&nbsp;Vale</td><td>female</td><td><data value="3">3</data></td></tr></table>',
  },
  'a label of a drawing': {
    'report.html':
      '<svg><path aria-label="area: Ayton Vale; sex: female; people: 3"/><text>Ayton Vale female 3</text></svg>',
  },
  'an exact value in an attribute': { 'report.html': '<data value="1.234567891">[c]</data>' },
  'the text of a PDF': { 'report.pdf': await pdfOf(['Ayton Vale', 'female', '3']) },
  'an attachment of a PDF': { 'report.pdf': await pdfOf(['nothing'], csv) },
  'a row of a spreadsheet in XLSX': { 'tables/report.xlsx': writeXlsx(book) },
  'a row of a spreadsheet in ODS': { 'tables/report.ods': writeOds(book) },
  'a finding of findings.json': {
    'findings.json': JSON.stringify({ findings: { girls: { value: 3, n: null } } }),
  },
  'a row in JSON': { 'manifest.json': JSON.stringify({ rows: [ROWS[1]] }) },
  'a record as CSV': { 'tables/other.csv': 'person,area,sex,age,ward\n2,Ayton Vale,female,7,Ward 2' },
  'a record as JSON': { 'manifest.json': JSON.stringify(RECORDS.rows[1]) },
  'a record in a PDF': { 'report.pdf': await pdfOf(['2 Ayton Vale female 7 Ward 2']) },
};

for (const [what, changes] of Object.entries(PLANTS)) {
  test(`finds ${what}`, async () => {
    const messages = await edition(changes);
    assert.ok(messages.length > 0);
    const [path = ''] = Object.keys(changes);
    for (const { rule, place, reason } of messages) {
      assert.equal(rule, 'disclosure/leak');
      assert.ok(place.file.startsWith(path), place.file);
      assert.doesNotMatch(reason, /\d/);
    }
  });
}
