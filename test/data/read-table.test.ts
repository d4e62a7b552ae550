import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { utils, write } from '@e965/xlsx';
import { contentHash } from '../../src/data/content-hash.ts';
import { readTable } from '../../src/data/read-table.ts';
import { formatMessage } from '../../src/messages/format-message.ts';
import type { Message } from '../../src/model/message.ts';
import type { Field } from '../../src/model/table.ts';
import { AREA, RATE, readCsvTable, resourceOf, YEAR } from './resource-fixture.ts';

const SCHEMA = { fields: [AREA, YEAR, RATE], primaryKey: ['area', 'year'] };
const COUNT: Field = { name: 'count', type: 'integer' };

/** `rule line:column` of each message. */
function summary(messages: readonly Message[]): string[] {
  return messages.map(({ rule, place }) => `${rule} ${place.line ?? '-'}:${place.column ?? '-'}`);
}

/** The one message about one value in a field, as the researcher reads it. */
async function complaint(field: Field, text: string): Promise<string> {
  const fields = [{ name: 'id', type: 'integer' } as const, field];
  const { messages } = await readCsvTable(`id,${field.name}\n1,${text}\n`, { fields, primaryKey: ['id'] });
  assert.equal(messages.length, 1, JSON.stringify(messages));
  const [message] = messages;
  assert.deepEqual(message?.place, { file: 'data/rates.csv', line: 2, column: 3 });
  return message === undefined ? '' : formatMessage(message);
}

async function valueRead(field: Field, text: string): Promise<unknown> {
  const fields = [{ name: 'id', type: 'integer' } as const, field];
  const { value, messages } = await readCsvTable(`id,${field.name}\n1,${text}\n`, {
    fields,
    primaryKey: ['id'],
  });
  assert.deepEqual(messages, []);
  return value?.rows[0]?.[field.name];
}

describe('readTable', () => {
  it('gives typed rows in the order of the key, symbols as symbols and blanks as null', async () => {
    const text = 'area,year,rate\nNorthmoor,2017,62.5\nEastbury,2017,[c]\nEastbury,2016,\n';
    const { value, messages } = await readCsvTable(text, SCHEMA);
    assert.deepEqual(messages, []);
    assert.deepEqual(value?.key, ['area', 'year']);
    assert.deepEqual(value?.rows, [
      { area: 'Eastbury', year: 2016, rate: null },
      { area: 'Eastbury', year: 2017, rate: { symbol: 'c' } },
      { area: 'Northmoor', year: 2017, rate: 62.5 },
    ]);
  });

  it('knows where each cell stood, although rows are sorted', async () => {
    const { value, placeOf } = await readCsvTable('rate,area,year\n1,B,2017\n22,A,2017\n', SCHEMA);
    const first = value?.rows[0];
    assert.ok(first);
    assert.deepEqual(placeOf(first, 'area'), { file: 'data/rates.csv', line: 3, column: 4 });
  });

  it('gives all messages at once, each at its cell', async () => {
    const text = [
      'area,year,rate',
      'Northmoor,2017,sixty',
      'Eastbury,17,62',
      ',2017,62',
      'Southgate,2017,62,63',
      'Westbrook,2017',
      'Northmoor,2017,1001',
      'Highfield,2017,..',
    ].join('\n');
    const { messages } = await readCsvTable(text, SCHEMA);
    assert.deepEqual(summary(messages), [
      'data/value 2:16',
      'data/value 3:10',
      'data/required 4:1',
      'data/ragged-row 5:19',
      'data/ragged-row 6:11',
      'data/constraint 7:16',
      'data/unknown-symbol 8:16',
      'data/duplicate-key 7:1',
    ]);
    for (const message of messages) assert.ok(message.remedy, message.rule);
  });

  it('names the first row of a duplicate key as the cause', async () => {
    const { messages } = await readCsvTable(
      'area,year,rate\nB,2017,1\nA,2017,2\nB,2017,3\nB,2017,4\n',
      SCHEMA,
    );
    assert.deepEqual(summary(messages), ['data/duplicate-key 4:1', 'data/duplicate-key 5:1']);
    for (const message of messages) {
      assert.deepEqual(message.cause, {
        place: { file: 'data/rates.csv', line: 2, column: 1 },
        label: 'first here',
      });
    }
    assert.match(messages[0]?.reason ?? '', /area, year = "B", 2017; expected each primary key once/);
  });

  it('names the first of two equal values in a unique field', async () => {
    const fields = [AREA, { name: 'code', type: 'string', constraints: { unique: true } } as const];
    const { messages } = await readCsvTable('area,code\nA,E1\nB,E2\nC,E1\n', {
      fields,
      primaryKey: ['area'],
    });
    assert.deepEqual(summary(messages), ['data/duplicate-value 4:3']);
    assert.equal(messages[0]?.cause?.place.line, 2);
  });

  it('shows ten messages of a rule and says how many more there are', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => `A${i},2017,many\n`).join('');
    const { messages } = await readCsvTable(`area,year,rate\n${rows}`, SCHEMA);
    assert.equal(messages.length, 11);
    assert.match(messages[10]?.reason ?? '', /^4990 more of data\/value in this file/);
  });

  it('says both hashes and the data package where the file changed', async () => {
    const bytes = new TextEncoder().encode('area,year,rate\nA,2017,1\n');
    const stated = `sha256:${'0'.repeat(64)}`;
    const resource = resourceOf(bytes, SCHEMA, { hash: stated, bytes: 20 });
    const { value, messages } = await readTable(resource, bytes);
    assert.deepEqual(
      messages.map((message) => message.rule),
      ['data/hash'],
    );
    assert.match(
      messages[0]?.reason ?? '',
      /sha256:[0-9a-f]{12}… \(24 bytes instead of 20\); expected sha256:0{12}…$/,
    );
    assert.equal(messages[0]?.cause?.place.file, 'data/datapackage.json');
    assert.ok(messages[0]?.remedy);
    assert.equal(value?.rows.length, 1);
  });

  it('says what to write where the data package states no hash', async () => {
    const bytes = new TextEncoder().encode('area,year,rate\nA,2017,1\n');
    const { messages } = await readTable(resourceOf(bytes, SCHEMA, { hash: '', bytes: 0 }), bytes);
    const { hash } = resourceOf(bytes, SCHEMA);
    assert.ok(messages[0]?.reason.includes(hash));
    assert.match(messages[0]?.remedy ?? '', /npm run describe-data -- data\/rates\.csv$/);
  });

  it('says what to write where the content hash is missing or wrong, and nothing where it is right', async () => {
    const bytes = new TextEncoder().encode('area,year,rate\nA,2017,1\n');
    const right = contentHash([{ area: 'A', year: 2017, rate: 1 }], SCHEMA.fields);
    assert.deepEqual(
      (await readTable(resourceOf(bytes, SCHEMA, { contentHash: right }), bytes)).messages,
      [],
    );
    for (const contentHashStated of ['', `sha256:${'0'.repeat(64)}`]) {
      const resource = resourceOf(bytes, SCHEMA, { contentHash: contentHashStated });
      const { messages } = await readTable(resource, bytes);
      assert.equal(messages[0]?.rule, 'data/content-hash');
      assert.ok(messages[0]?.reason.includes(right.slice(0, 'sha256:'.length + 12)));
      assert.match(messages[0]?.remedy ?? '', /npm run describe-data -- data\/rates\.csv$/);
    }
  });

  describe('header', () => {
    it('may have its columns in any order', async () => {
      const { value, messages } = await readCsvTable('rate,year,area\n1,2017,A\n', SCHEMA);
      assert.deepEqual(messages, []);
      assert.deepEqual(value?.rows, [{ area: 'A', year: 2017, rate: 1 }]);
    });

    it('gives a missing and an unknown column with the name that is near', async () => {
      const { value, messages } = await readCsvTable('area,year,raet\nA,2017,1\n', SCHEMA);
      assert.equal(value, undefined);
      assert.deepEqual(summary(messages), ['data/missing-column 1:1', 'data/unknown-column 1:11']);
      assert.match(messages[0]?.remedy ?? '', /the file has "raet"/);
      assert.match(messages[1]?.remedy ?? '', /the schema has "rate"/);
    });

    it('leaves further columns unread where the schema says subset', async () => {
      const schema = { ...SCHEMA, fieldsMatch: 'subset' } as const;
      const { value, messages } = await readCsvTable('area,__proto__,year,rate\nA,x,2017,1\n', schema);
      assert.deepEqual(messages, []);
      assert.deepEqual(value?.rows, [{ area: 'A', year: 2017, rate: 1 }]);
    });

    it('names both of two columns with one heading', async () => {
      const { messages } = await readCsvTable('area,year,rate,rate\nA,2017,1,2\n', SCHEMA);
      assert.deepEqual(summary(messages), ['data/duplicate-column 1:16']);
      assert.equal(messages[0]?.cause?.place.column, 11);
    });

    it('is found beneath a byte order mark, with trailing spaces, note marks and by the title of a field', async () => {
      const fields = [{ ...AREA, name: 'Local authority' }, YEAR, { ...RATE, title: 'Rate per 10,000' }];
      const text = '\uFEFF"Local authority1,2",year ,"Rate per 10,000 [note 3]"\r\nA,2017,1\r\n';
      const { value, messages } = await readCsvTable(text, {
        fields,
        primaryKey: ['Local authority', 'year'],
      });
      assert.deepEqual(messages, []);
      assert.deepEqual(value?.rows, [{ 'Local authority': 'A', year: 2017, rate: 1 }]);
    });

    it('keeps digits that belong to a name', async () => {
      const fields = [
        AREA,
        { name: 'CLA_Mar2016', type: 'integer' },
        { name: 'CLA_Mar2017', type: 'integer' },
      ] as const;
      const { value } = await readCsvTable('CLA_Mar2017,CLA_Mar2016,area\n7,6,A\n', {
        fields,
        primaryKey: ['area'],
      });
      assert.deepEqual(value?.rows, [{ area: 'A', CLA_Mar2016: 6, CLA_Mar2017: 7 }]);
    });
  });

  describe('values', () => {
    it('reads numbers as they are commonly written', async () => {
      for (const [text, expected] of [
        ['12', 12],
        [' 12.50 ', 12.5],
        ['-3', -3],
        ['\u22123', -3],
        ['.5', 0.5],
        ['1e-3', 0.001],
        ['65.900000000000006', 65.9],
        ['-0', -0],
      ] as const) {
        assert.equal(await valueRead({ name: 'n', type: 'number' }, text), expected);
      }
    });

    it('reads thousands separators and units only where the field declares them', async () => {
      assert.equal(await valueRead({ ...COUNT, groupChar: ',' }, '"736,100"'), 736100);
      assert.equal(await valueRead({ name: 'n', type: 'number', bareNumber: false }, '-£12.5m'), -12.5);
      assert.equal(
        await valueRead({ name: 'n', type: 'number', bareNumber: false, groupChar: ',' }, '"£1,234"'),
        1234,
      );
      assert.equal(await valueRead({ name: 'n', type: 'number', bareNumber: false }, '45%'), 45);
      assert.match(await complaint(COUNT, '"59,6"'), /write 59\.6: the comma seems to be a decimal one/);
      assert.match(await complaint(COUNT, '"736,100"'), /add "groupChar": "," to the field, or write 736100/);
      assert.match(await complaint({ name: 'n', type: 'number' }, '45%'), /"bareNumber": false/);
      assert.match(await complaint({ ...COUNT, groupChar: ',' }, '"7,36,100"'), /expected a whole number/);
    });

    it('refuses numbers that are not finite, not whole or too large to be exact', async () => {
      assert.match(await complaint({ name: 'n', type: 'number' }, '1e999'), /expected a number/);
      assert.match(await complaint({ name: 'n', type: 'number' }, 'NaN'), /not a declared symbol/);
      assert.match(await complaint(COUNT, '2.5'), /make the field a "number"/);
      assert.match(await complaint(COUNT, '9007199254740993'), /expected a whole number/);
    });

    it('reads years, truth values and dates', async () => {
      const day = { name: 'day', type: 'date' } as const;
      assert.equal(await valueRead({ name: 'flag', type: 'boolean' }, 'TRUE'), true);
      assert.equal(await valueRead({ name: 'flag', type: 'boolean' }, '0'), false);
      assert.equal(await valueRead(day, '2017-03-31'), '2017-03-31');
      assert.equal(await valueRead(day, '2017-03-31 00:00:00'), '2017-03-31');
      assert.equal(await valueRead({ ...day, format: '%d/%m/%Y' }, '31/03/2017'), '2017-03-31');
      assert.equal(await valueRead({ ...day, format: '%d %B %Y' }, '31 March 2017'), '2017-03-31');
      assert.equal(await valueRead({ ...day, format: '%d-%b-%Y' }, '1-Mar-2017'), '2017-03-01');
      assert.match(await complaint(day, '2017-02-29'), /expected a date such as/);
      assert.match(await complaint(day, '31/03/2017'), /"format": "%d\/%m\/%Y"/);
      assert.match(await complaint(YEAR, '2016-17'), /a "string" if it holds such as "2016-17"/);
    });

    it('keeps the spaces and the look of texts', async () => {
      assert.equal(await valueRead(AREA, ' 007 '), ' 007 ');
      assert.equal(await valueRead(AREA, 'NA'), 'NA');
    });

    it('knows every symbol of the official files once declared', async () => {
      for (const [value, label] of [
        ['x', 'x'],
        ['.', 'z'],
        ['..', 'x'],
        ['-', 'x'],
        ['c', 'c'],
        ['z', 'z'],
        ['[low]', 'low'],
        ['data_unreadable', 'x'],
      ] as const) {
        const field: Field = { name: 'n', type: 'number', missingValues: [{ value, label }] };
        assert.deepEqual(await valueRead(field, ` ${value} `), { symbol: label });
      }
    });

    it('gives an undeclared symbol with the declared one that is near, or what it usually means', async () => {
      assert.match(await complaint(RATE, '[q]'), /write \[c\] if that is meant, or add .*"value": "\[q\]"/);
      assert.match(await complaint(RATE, '[q]'), /expected a number, or \[c\] \[x\]/);
      assert.match(await complaint(COUNT, '..'), /\{"value": "\.\.", "label": "x"\} \(x: not available\)/);
      assert.match(await complaint(COUNT, '*'), /"label": "c"\} \(c: confidential/);
    });

    it('takes neither symbols nor blanks for values when it checks a range', async () => {
      const { messages } = await readCsvTable('area,year,rate\nA,2016,[c]\nA,2017,\n', SCHEMA);
      assert.deepEqual(messages, []);
    });

    it('checks length, pattern and list', async () => {
      const code = { name: 'code', type: 'string' } as const;
      assert.match(
        await complaint({ ...code, constraints: { minLength: 3 } }, 'é1'),
        /at least 3 characters/,
      );
      assert.match(await complaint({ ...code, constraints: { maxLength: 1 } }, 'é1'), /at most 1 characters/);
      assert.match(
        await complaint({ ...code, constraints: { pattern: 'E\\d{8}' } }, 'E080000201'),
        /E\\d\{8\}/,
      );
      assert.match(
        await complaint({ ...code, constraints: { enum: ['Good', 'Poor'] } }, 'good'),
        /one of "Good", "Poor"/,
      );
      assert.match(
        await complaint({ name: 'day', type: 'date', constraints: { maximum: '2017-12-31' } }, '2018-01-01'),
        /at most 2017-12-31/,
      );
    });

    it('requires a value or a symbol where the field does', async () => {
      const required: Field = { ...RATE, constraints: { required: true } };
      const fields = [AREA, required];
      const { messages } = await readCsvTable('area,rate\nA,[c]\nB,\n', { fields, primaryKey: ['area'] });
      assert.deepEqual(summary(messages), ['data/required 3:3']);
    });
  });

  it('takes a source line beneath the table for a note and says how to declare it', async () => {
    const { messages } = await readCsvTable('area,year,rate\nA,2017,1\n\nSource: invented\n', SCHEMA);
    assert.deepEqual(summary(messages), ['data/footnote 4:1']);
    assert.match(messages[0]?.remedy ?? '', /stopAtBlankRow/);
    const dialect = { stopAtBlankRow: true };
    assert.deepEqual(
      (await readCsvTable('area,year,rate\nA,2017,1\n\nSource: x\n', SCHEMA, { dialect })).messages,
      [],
    );
  });

  it('reads a statistical export: title rows, a delimiter, an annotation column, footnotes', async () => {
    const text =
      '"Children in low income families"\n"Counting: Children"\n\narea;year;note;rate\nA;2017;r;1.5\nB;2017;;[x]\n\n"Footnotes"\n"1. Invented"\n';
    const schema = { ...SCHEMA, fieldsMatch: 'subset' } as const;
    const dialect = { headerRows: [4], delimiter: ';', stopAtBlankRow: true };
    const { value, messages } = await readCsvTable(text, schema, { dialect });
    assert.deepEqual(messages, []);
    assert.deepEqual(value?.rows, [
      { area: 'A', year: 2017, rate: 1.5 },
      { area: 'B', year: 2017, rate: { symbol: 'x' } },
    ]);
  });

  describe('of a workbook', () => {
    const grid = [
      ['Table A1'],
      [],
      ['Area1', '2016', null, 'Inspected'],
      [null, 'Number', 'Rate', null],
      ['Northmoor', 40, 62.5, 42825],
      ['Eastbury', 'x', '..'],
      [],
      ['1 Invented areas'],
    ];
    const fields: readonly Field[] = [
      { name: 'Area', type: 'string' },
      { name: '2016 Number', type: 'integer', missingValues: [{ value: 'x', label: 'c' }] },
      { name: '2016 Rate', type: 'number' },
      { name: 'Inspected', type: 'date' },
    ];

    async function readBook(bookType: 'xlsx' | 'biff8' | 'ods', sheetName?: string) {
      const workbook = utils.book_new();
      const sheet = utils.aoa_to_sheet(grid);
      sheet['!merges'] = [
        { s: { r: 2, c: 0 }, e: { r: 3, c: 0 } },
        { s: { r: 2, c: 1 }, e: { r: 2, c: 2 } },
        { s: { r: 2, c: 3 }, e: { r: 3, c: 3 } },
      ];
      utils.book_append_sheet(workbook, utils.aoa_to_sheet([['Contents']]), 'Contents');
      utils.book_append_sheet(workbook, sheet, 'Table A1');
      const bytes = new Uint8Array(write(workbook, { bookType, type: 'buffer' }));
      const format = bookType === 'biff8' ? 'xls' : bookType;
      const dialect = {
        headerRows: [3, 4],
        stopAtBlankRow: true,
        ...(sheetName === undefined ? {} : { sheetName }),
      };
      return readTable(
        resourceOf(bytes, { fields, primaryKey: ['Area'] }, { path: `book.${format}`, format, dialect }),
        bytes,
      );
    }

    for (const format of ['xlsx', 'biff8', 'ods'] as const) {
      it(`reads ${format} and names sheet and cell of what is wrong`, async () => {
        const { value, messages } = await readBook(format, 'Table A1');
        assert.deepEqual(value?.rows, [
          { Area: 'Eastbury', '2016 Number': { symbol: 'c' }, '2016 Rate': null, Inspected: null },
          { Area: 'Northmoor', '2016 Number': 40, '2016 Rate': 62.5, Inspected: '2017-03-31' },
        ]);
        assert.deepEqual(
          messages.map(({ rule, place }) => [rule, place.sheet, place.cell]),
          [['data/unknown-symbol', 'Table A1', 'C6']],
        );
      });
    }

    it('asks for the sheet where several are visible, and gives the near name of one that is not there', async () => {
      assert.match(
        (await readBook('xlsx')).messages[0]?.reason ?? '',
        /has 2 sheets .* expected one of "Contents", "Table A1"/,
      );
      assert.match((await readBook('xlsx', 'Table 1')).messages[0]?.remedy ?? '', /"sheetName": "Table A1"/);
    });
  });

  it('ends quickly and briefly on absurd rows', async () => {
    const { messages } = await readCsvTable(
      `area,year,rate\n${','.repeat(2_000_000)}x\n${'A\n'.repeat(100_000)}`,
      SCHEMA,
    );
    assert.ok(messages.length < 40);
    assert.ok(messages.some(({ rule }) => rule === 'data/ragged-row'));
  });
});
