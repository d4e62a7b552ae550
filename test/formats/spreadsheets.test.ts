import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { parseWorkbook } from '../../src/data/parse-workbook.ts';
import { repackArchive } from '../../src/data/repack-archive.ts';
import { makeWorkbook } from '../../src/formats/make-workbook.ts';
import { cellAddress } from '../../src/formats/sheet-cells.ts';
import { spreadsheetText } from '../../src/formats/spreadsheet-text.ts';
import type { Workbook } from '../../src/formats/workbook.ts';
import { writeOds } from '../../src/formats/write-ods.ts';
import { writeSpreadsheets } from '../../src/formats/write-spreadsheets.ts';
import { writeXlsx } from '../../src/formats/write-xlsx.ts';
import type { ResultTable } from '../../src/model/table.ts';
import { samplePage, sampleResource, sampleTable } from '../page/sample-page.ts';

const DATE = '2026-11-24';
/** What XLSX reads as the code of a character unless it is written otherwise; our reader takes it for one in ODS too. */
const CODE = { xlsx: '_x0041_', ods: '' };
const WRITERS = { xlsx: writeXlsx, ods: writeOds };

/** Everything that a table may hold: a symbol, marks, what rounds to zero, a date, a year, a blank, a text like a formula. */
const full: ResultTable = {
  ...sampleTable,
  name: 'all-kinds',
  title: 'All kinds of cells',
  fields: [
    { name: 'place', type: 'string', title: 'Place' },
    { name: 'year', type: 'year', title: 'Year' },
    { name: 'day', type: 'date', title: 'Day' },
    { name: 'rate', type: 'number', title: 'Rate', unit: 'per 10,000', decimals: 1 },
    { name: 'other', type: 'number', title: 'Rate', unit: 'per 10,000' },
    { name: 'holds', type: 'boolean', title: 'Holds' },
    { name: 'helper', type: 'number', hidden: true },
  ],
  rows: [
    {
      place: '=1+1',
      year: 2017,
      day: '2017-03-31',
      rate: { value: 61.25, marks: ['p'] },
      other: 1234.5,
      holds: true,
      helper: 99887766,
    },
    {
      place: '@SUM(A1)',
      year: 2018,
      day: '1899-12-31',
      rate: { symbol: 'c' },
      other: -0,
      holds: false,
      helper: 99887766,
    },
    { place: 'a <b> & "c"', year: 2019, day: null, rate: 0.01, other: -3.1, holds: null, helper: 99887766 },
  ],
  notes: ['Rates use invented populations.', 'Another note.'],
};
const sample = samplePage('', {
  tables: new Map([
    ['all-kinds', full],
    ['regions', sampleTable],
  ]),
  body: {
    ...samplePage('').body,
    labels: new Map([
      ['table-regions', 'Table 1'],
      ['fig-trend', 'Figure 1'],
    ]),
  },
});

/** The rows of a sheet as our own reader of workbooks finds them. */
async function readSheets(kind: keyof typeof WRITERS, bytes: Uint8Array) {
  const { value, messages } = await parseWorkbook(`tables.${kind}`, bytes);
  assert.deepEqual(messages, []);
  assert.ok(value);
  return value;
}

function readParts(bytes: Uint8Array): Map<string, string> {
  const unpacked = repackArchive('tables', bytes).value;
  assert.ok(unpacked);
  return new Map([...unpacked.contents].map(([name, content]) => [name, new TextDecoder().decode(content)]));
}

for (const kind of ['xlsx', 'ods'] as const) {
  const bytes = WRITERS[kind](makeWorkbook(sample, DATE));

  test(`${kind}: cover, contents, notes and one table a sheet, numbered as in the document`, async () => {
    const sheets = await readSheets(kind, bytes);
    assert.deepEqual(
      sheets.map(({ name, rows }) => [name, rows[0]?.[0]]),
      [
        ['Cover', 'Sample: tables'],
        ['Contents', 'Contents'],
        ['Notes', 'Notes'],
        ['Table_1', 'Table 1: Rate by region [note 1]'],
        ['Data_1', 'Data 1: All kinds of cells [note 1] [note 2]'],
      ],
    );
    for (const { rows, merges, hidden } of sheets) {
      assert.deepEqual([merges, hidden], [[], false]);
      assert.ok(
        rows.every((row) => row.some((cell) => cell !== null)),
        'no blank row',
      );
    }
    const notes = sheets[2]?.rows.slice(-2);
    assert.deepEqual(notes, [
      ['note 1', 'Rates use invented populations.', 'Table_1, Data_1'],
      ['note 2', 'Another note.', 'Data_1'],
    ]);
  });

  test(`${kind}: numbers are numbers, symbols and marks shorthand, texts are never formulas`, async () => {
    const sheet = (await readSheets(kind, bytes)).find(({ name }) => name === 'Data_1');
    const rows = sheet?.rows ?? [];
    const top = rows.findIndex((row) => row[0] === 'Place');
    assert.deepEqual(rows.slice(top), [
      [
        'Place',
        'Year',
        'Day',
        'Rate (per 10,000)',
        'Rate (per 10,000): marks',
        'Rate (per 10,000) (2)',
        'Holds',
      ],
      ['=1+1', 2017, '2017-03-31', 61.25, '[p]', 1234.5, 'yes'],
      ['@SUM(A1)', 2018, '1899-12-31', '[c]', null, 0, 'no'],
      ['a <b> & "c"', 2019, null, 0.01, null, -3.1],
    ]);
    const lines = rows.slice(0, top).map(([text]) => text);
    assert.ok(lines.includes('This sheet contains one table.'));
    assert.ok(lines.some((line) => /^This table contains shorthand: \[c\] confidential/.test(String(line))));
    assert.ok(lines.some((line) => /^Some cells are blank/.test(String(line))));
    for (const [, text] of readParts(bytes)) {
      assert.doesNotMatch(text, /<f>|<f |table:formula/);
      assert.doesNotMatch(text, /99887766/, 'hidden columns stay in the CSV');
    }
  });

  test(`${kind}: every part is well-formed, and the same workbook gives the same bytes`, () => {
    for (const [name, text] of readParts(bytes)) {
      if (name === 'mimetype') continue;
      const parser = new SaxesParser({ xmlns: true });
      parser.on('error', ({ message }) => assert.fail(`${name}: ${message}`));
      parser.write(text).close();
    }
    assert.deepEqual(WRITERS[kind](makeWorkbook(sample, DATE)), bytes);
  });

  test(`${kind}: made-up records are named on every sheet`, async () => {
    const resource = {
      name: 'rates',
      title: 'Rates',
      path: 'rates.csv',
      hash: 'sha256:0',
      licence: '',
      synthetic: true,
    };
    const table = { ...sampleTable, provenance: { ...sampleTable.provenance, resources: [resource] } };
    const input = samplePage('', {
      synthetic: 'all',
      resources: [{ ...sampleResource, synthetic: true }],
      tables: new Map([['regions', table]]),
    });
    for (const { name, rows } of await readSheets(kind, WRITERS[kind](makeWorkbook(input, DATE)))) {
      assert.match(String(rows[1]?.[0]), /^Synthetic data: .*made[- ]up/, name ?? '');
    }
  });

  test(`${kind}: whatever text a cell holds comes back`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 8 }),
        async (texts) => {
          const cells = texts.filter((text) => text.trim() !== '').map((text) => `x${text}${CODE[kind]}  y`);
          const workbook: Workbook = {
            ...makeWorkbook(sample, DATE),
            sheets: [
              {
                name: 'Table_1',
                title: 'One',
                lines: [],
                table: {
                  name: 'one',
                  columns: [{ heading: 'Text', isNumeric: false, width: 12 }],
                  rows: cells.map((text) => ({ isTotal: false, cells: [{ kind: 'text', text }] })),
                },
              },
            ],
          };
          const [sheet] = await readSheets(kind, WRITERS[kind](workbook));
          assert.deepEqual(
            sheet?.rows.slice(2).map(([text]) => text),
            cells.map(spreadsheetText),
          );
        },
      ),
      { seed: 5, numRuns: 60 },
    );
  });
}

test('XLSX: each table is marked up over its headings and rows, with no filter, and its columns named as they stand', () => {
  const parts = readParts(writeXlsx(makeWorkbook(sample, DATE)));
  const tables = [...parts].filter(([name]) => name.startsWith('xl/tables/')).map(([, text]) => text);
  assert.deepEqual(
    tables.map((text) => [/displayName="([^"]*)"/.exec(text)?.[1], /ref="([^"]*)"/.exec(text)?.[1]]),
    [
      ['contents', 'A3:B6'],
      ['notes', 'A4:C6'],
      ['table_regions', 'A7:B9'],
      ['table_all_kinds', 'A8:G11'],
    ],
  );
  for (const text of tables) assert.doesNotMatch(text, /autoFilter/);
  const names = [...(tables[3] ?? '').matchAll(/<tableColumn id="\d+" name="([^"]*)"/g)].map(
    ([, name]) => name,
  );
  assert.deepEqual(names.slice(3, 6), [
    'Rate (per 10,000)',
    'Rate (per 10,000): marks',
    'Rate (per 10,000) (2)',
  ]);
  assert.match(
    parts.get('docprops/core.xml') ?? '',
    /<dc:title>Sample: tables<\/dc:title>[\s\S]*<dc:language>en-GB</,
  );
  assert.match(parts.get('xl/styles.xml') ?? '', /name="Heading 1" xfId="1" builtinId="16"/);
});

test('ODS: its type comes first and as it is; tables are ranges with headings', () => {
  const bytes = writeOds(makeWorkbook(sample, DATE));
  assert.match(
    Buffer.from(bytes.subarray(0, 100)).toString('latin1'),
    /^PK.{28}mimetypeapplication\/vnd\.oasis/s,
  );
  const content = readParts(bytes).get('content.xml') ?? '';
  assert.match(
    content,
    /table:name="table_regions" table:target-range-address="Table_1\.A7:Table_1\.B9" table:contains-header="true" table:display-filter-buttons="false"/,
  );
  assert.equal(content.match(/<table:table-header-rows>/g)?.length, 4);
});

test('no tables, no spreadsheets', () => {
  assert.deepEqual([...writeSpreadsheets(samplePage('', { tables: new Map() }), DATE)], []);
  assert.deepEqual([...writeSpreadsheets(sample, DATE).keys()], ['tables/sample.ods', 'tables/sample.xlsx']);
});

test('columns after Z have two letters', () => {
  assert.deepEqual(
    [0, 25, 26, 51, 52, 701, 702].map((column) => cellAddress(column, 0)),
    ['A1', 'Z1', 'AA1', 'AZ1', 'BA1', 'ZZ1', 'AAA1'],
  );
});

test('a text that is too long for a cell is cut, and says so', () => {
  const cut = spreadsheetText('a'.repeat(40_000));
  assert.ok(cut.length <= 32_767 && cut.endsWith(' […]'));
});
