import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type BookType, utils, type WorkBook, write } from '@e965/xlsx';
import { cellPlace } from '../../src/data/cell-place.ts';
import { parseWorkbook } from '../../src/data/parse-workbook.ts';

type Grid = (string | number | boolean | null)[][];

const FORMATS: readonly BookType[] = ['xlsx', 'biff8', 'ods'];

function book(sheets: Readonly<Record<string, Grid>>): WorkBook {
  const workbook = utils.book_new();
  for (const [name, grid] of Object.entries(sheets)) {
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(grid), name);
  }
  return workbook;
}

/** The library remarks on formats that it cannot write as ODS; that is nothing to the tests. */
function bytesOf(workbook: WorkBook, bookType: BookType): Uint8Array {
  const { error } = console;
  console.error = () => undefined;
  try {
    return new Uint8Array(write(workbook, { bookType, type: 'buffer', compression: true }));
  } finally {
    console.error = error;
  }
}

describe('parseWorkbook', () => {
  for (const format of FORMATS) {
    describe(format, () => {
      it('gives every sheet with numbers, texts, truth values and blanks', async () => {
        const grid = [
          ['Area', 'Rate', 'Final'],
          ['Northmoor', 65.9, true],
          [null, -3, false],
          [],
          ['Èastbury £', 0, null],
        ];
        const bytes = bytesOf(book({ 'Table A1': grid, Notes: [['One note']] }), format);
        const { value, messages } = await parseWorkbook('book', bytes);
        assert.deepEqual(messages, []);
        assert.deepEqual(
          value?.map((sheet) => sheet.name),
          ['Table A1', 'Notes'],
        );
        assert.deepEqual(value?.[0]?.rows, [
          ['Area', 'Rate', 'Final'],
          ['Northmoor', 65.9, true],
          [null, -3, false],
          [],
          ['Èastbury £', 0],
        ]);
        assert.deepEqual(value?.[0]?.lines, [1, 2, 3, 4, 5]);
      });

      it('gives dates as their text, not moved by any time zone', async () => {
        const workbook = book({ Dates: [[42825, 42825.5, 42825, 0.75]] });
        const sheet = workbook.Sheets.Dates;
        assert.ok(sheet);
        sheet.A1.z = 'dd/mm/yyyy';
        sheet.B1.z = 'dd/mm/yyyy hh:mm';
        sheet.D1.z = 'hh:mm:ss';
        const zone = process.env.TZ;
        try {
          for (const away of ['Pacific/Auckland', 'America/New_York', 'Europe/London']) {
            process.env.TZ = away;
            const { value } = await parseWorkbook('book', bytesOf(workbook, format));
            assert.deepEqual(value?.[0]?.rows[0]?.slice(0, 3), ['2017-03-31', '2017-03-31T12:00:00', 42825]);
          }
        } finally {
          if (zone === undefined) delete process.env.TZ;
          else process.env.TZ = zone;
        }
      });

      it('keeps the value of merged cells in the first and says which they are', async () => {
        const workbook = book({
          T: [
            ['2016', null, '2017'],
            ['n', 'rate', 'n'],
          ],
        });
        const sheet = workbook.Sheets.T;
        assert.ok(sheet);
        sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
        const { value } = await parseWorkbook('book', bytesOf(workbook, format));
        assert.deepEqual(value?.[0]?.rows[0], ['2016', null, '2017']);
        assert.deepEqual(value?.[0]?.merges, [{ top: 0, left: 0, bottom: 0, right: 1 }]);
      });
    });
  }

  it('keeps hidden sheets and says that they are', async () => {
    const workbook = book({ Shown: [[1]], Hidden: [[2]], Deep: [[3]] });
    workbook.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }, { Hidden: 2 }] };
    for (const format of ['xlsx', 'biff8'] as const) {
      const { value } = await parseWorkbook('book', bytesOf(workbook, format));
      assert.deepEqual(
        value?.map(({ name, hidden }) => [name, hidden]),
        [
          ['Shown', false],
          ['Hidden', true],
          ['Deep', true],
        ],
      );
    }
  });

  it('counts dates from 1904 where the workbook does', async () => {
    const workbook = book({ Dates: [[41363]] });
    const sheet = workbook.Sheets.Dates;
    assert.ok(sheet);
    sheet.A1.z = 'yyyy-mm-dd';
    workbook.Workbook = { WBProps: { date1904: true } };
    const { value } = await parseWorkbook('book', bytesOf(workbook, 'xlsx'));
    assert.deepEqual(value?.[0]?.rows, [['2017-03-31']]);
  });

  it('leaves a duration the number it is', async () => {
    const workbook = book({ T: [[1.5]] });
    const sheet = workbook.Sheets.T;
    assert.ok(sheet);
    sheet.A1.z = '[h]:mm';
    assert.deepEqual((await parseWorkbook('book', bytesOf(workbook, 'xlsx'))).value?.[0]?.rows, [[1.5]]);
  });

  it('reads what a formula gave, and the name of an error', async () => {
    const workbook = book({ T: [[3, null]] });
    const sheet = workbook.Sheets.T;
    assert.ok(sheet);
    sheet.A1 = { t: 'n', v: 3, f: '1+2' };
    sheet.B1 = { t: 'e', v: 0x07, w: '#DIV/0!' };
    assert.deepEqual((await parseWorkbook('book', bytesOf(workbook, 'xlsx'))).value?.[0]?.rows, [
      [3, '#DIV/0!'],
    ]);
  });

  it('names a cell by sheet, letters and row', async () => {
    const row = Array.from({ length: 30 }, (_, i) => i);
    const { value } = await parseWorkbook('book.xlsx', bytesOf(book({ 'Table A1': [[], row] }), 'xlsx'));
    const sheet = value?.[0];
    assert.ok(sheet);
    assert.deepEqual(cellPlace(sheet, 1, 27), { file: 'book.xlsx', sheet: 'Table A1', cell: 'AB2' });
  });

  it('survives sheets and texts named like properties of every object', async () => {
    const bytes = bytesOf(book({ constructor: [['__proto__', 'toString']] }), 'xlsx');
    const { value } = await parseWorkbook('book', bytes);
    assert.deepEqual(value?.[0]?.rows, [['__proto__', 'toString']]);
    assert.equal(Reflect.get({}, 'polluted'), undefined);
  });

  it('writes nothing to the console', async () => {
    const workbook = book({ T: [[1]] });
    const sheet = workbook.Sheets.T;
    assert.ok(sheet);
    sheet.A1.z = '0.0;-0.0';
    const bytes = bytesOf(workbook, 'ods');
    const { error } = console;
    const lines: unknown[] = [];
    console.error = (...parts: unknown[]) => lines.push(parts);
    try {
      await parseWorkbook('book', bytes);
    } finally {
      console.error = error;
    }
    assert.deepEqual(lines, []);
  });
});
