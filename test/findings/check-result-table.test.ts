import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSample, reasons, sampleResultTable } from './sample-result.ts';

const faults = (table: object) => reasons(checkSample({ table }));
const shire = { name: 'shire', type: 'string' };
const year = { name: 'year', type: 'year' };
const share = { name: 'share', type: 'number', unit: 'percent', decimals: 0 };

test('fields have different names, a known type, a known unit and sensible decimals', () => {
  const fields = [
    shire,
    shire,
    { name: 'rate', type: 'float', unit: 'per 10000', decimals: 9 },
    { name: 'a b', type: 'string' },
  ];
  assert.deepEqual(faults({ fields }), [
    'findings/bad-field: table "shires": two fields are named "shire"; expected different names',
    'findings/bad-field: table "shires": field "rate" has the type "float"; expected one of: string, integer, number, boolean, date, year',
    'findings/unknown-unit: table "shires", field "rate" has the unit "per 10000"; expected one of: percent, percentage points, per 10,000, count, £, £m, £bn, ratio, years, text',
    'findings/bad-decimals: table "shires", field "rate" has decimals 9; expected a whole number from 0 to 6',
    'findings/bad-field: table "shires": "a b" names a field; expected letters, digits, _ or -, a letter first',
  ]);
  assert.match(faults({ fields: [], key: [] })[0] ?? '', /it has no fields/);
});

test('a row has each field and no other; rows with the same fault share a message', () => {
  const rows = [
    { shire: 'Eastshire', rate: 1, extra: 1 },
    { shire: 'Northshire' },
    { shire: 'Southshire' },
    { shire: 'Westshire' },
  ];
  assert.deepEqual(faults({ rows }), [
    'findings/row-fields: table "shires", row 1: it has "extra"; expected only fields of the table',
    'findings/row-fields: table "shires", row 2 (and 2 more rows): it lacks "rate"; expected every field of the table',
  ]);
});

test('each cell fits its field', () => {
  const cases: [string, unknown[], unknown[]][] = [
    ['string', ['a', ''], [1, true]],
    ['integer', [1, -2, 0], [1.5, '1', 2 ** 60, 3n]],
    ['number', [1.5, -2], [Number.NaN, Number.POSITIVE_INFINITY, '1.5', undefined, new Date(0)]],
    ['boolean', [true, false], [0, 'true']],
    [
      'date',
      ['2016-02-29', '2017-12-31'],
      ['2017-02-29', '31/12/2017', '2017-13-01', '2017-04-31', 20170401],
    ],
    ['year', [2017], [17, '2017', 2017.5]],
  ];
  for (const [type, fitting, others] of cases) {
    const check = (cell: unknown) =>
      faults({ fields: [shire, { name: 'cell', type }], rows: [{ shire: 'Northshire', cell }] });
    for (const cell of [...fitting, null, { symbol: 'c' }])
      assert.deepEqual(check(cell), [], `${type} ${cell}`);
    for (const cell of others)
      assert.match(check(cell)[0] ?? '', /^findings\/bad-cell: .*row 1, field "cell": found/);
  }
});

test('a required cell is not empty', () => {
  const fields = [shire, { name: 'rate', type: 'number', constraints: { required: true } }];
  assert.match(
    faults({ fields, rows: [{ shire: 'Northshire', rate: null }] })[0] ?? '',
    /found null; expected a finite number/,
  );
});

test('a symbol is one of the known ones', () => {
  const rows = [{ shire: 'Northshire', rate: { symbol: 'q' } }];
  assert.deepEqual(faults({ rows }), [
    'findings/unknown-symbol: table "shires", row 1, field "rate": "q" is not a symbol; expected one of: c, x, z, low, e, p, r, b, u',
  ]);
});

test('the key names fields, has values, is unique and orders the rows', () => {
  assert.match(faults({ key: ['shyre'] })[0] ?? '', /its key names "shyre"; expected one of: shire/);
  assert.match(faults({ key: [] })[0] ?? '', /its key is empty/);
  assert.match(
    faults({ rows: [{ shire: null, rate: 1 }] })[0] ?? '',
    /row 1 has no value in its key \(shire\)/,
  );
  assert.match(faults({ key: ['rate'] })[0] ?? '', /row 2 has no value in its key \(rate\)/);
  const row = (name: string) => ({ shire: name, rate: 1 });
  assert.deepEqual(faults({ rows: ['a', 'b', 'b'].map(row) }), [
    'findings/key-not-unique: table "shires": row 3 has the same key as row 2 (shire = b); expected each key once',
  ]);
  assert.deepEqual(faults({ rows: ['b', 'a'].map(row) }), [
    'findings/key-order: table "shires": row 2 stands after row 1 but its key comes first (shire = a); expected rows in ascending order of the key',
  ]);
});

test('totals and sub-totals name rows that are there', () => {
  const [first] = sampleResultTable({}).rows;
  assert.deepEqual(faults({ totals: { shire: String(first?.shire) } }), []);
  assert.match(
    faults({ totals: { shyre: 'x' } })[0] ?? '',
    /unknown-total: .*its totals name "shyre"; expected one of: shire/,
  );
  assert.match(
    faults({ subtotals: { shire: [String(first?.shire), 'Nowhere'] } })[0] ?? '',
    /its subtotals name shire "Nowhere"; expected what a row has there/,
  );
  const { value } = checkSample({ table: { totals: { shire: String(first?.shire) } } });
  assert.deepEqual(value?.tables[0]?.totals, { shire: [String(first?.shire)] });
});

test('a key of several fields orders by each in turn, numbers by size and texts by code unit', () => {
  const key = ['shire', 'n'];
  const fields = [shire, { name: 'n', type: 'integer' }];
  const rows = [
    { shire: 'Z', n: 9 },
    { shire: 'Z', n: 10 },
    { shire: 'a', n: 1 },
  ];
  assert.deepEqual(faults({ key, fields, rows }), []);
  assert.match(faults({ key, fields, rows: rows.toReversed() })[0] ?? '', /findings\/key-order/);
});

test('a table without rows is a warning', () => {
  const outcome = checkSample({ table: { rows: [] } });
  assert.deepEqual(
    outcome.messages.map(({ rule, severity }) => [rule, severity]),
    [['findings/empty-table', 'warning']],
  );
});

test('percentages that add up need no note', () => {
  const table = sampleResultTable({
    fields: [shire, share],
    rows: ['a', 'b', 'c'].map((name) => ({ shire: name, share: 100 / 3 })),
    sumsTo100: ['share'],
  });
  assert.deepEqual(table.notes, []);
});

test('percentages that do not add up give a note, and a warning where rounding does not explain it', () => {
  const withShares = (shares: unknown[]) =>
    checkSample({
      table: {
        fields: [year, share],
        rows: shares.map((value, index) => ({ year: 2012 + index, share: value })),
        key: ['year'],
        notes: ['Invented.'],
        sumsTo100: ['share'],
      },
    });
  const rounded = withShares([33.3, 33.3, 33.3]);
  assert.deepEqual(rounded.messages, []);
  assert.deepEqual(rounded.value?.tables[0]?.notes, [
    'Invented.',
    'Percentages may not add up to 100 because of rounding.',
  ]);
  const suppressed = withShares([60, { symbol: 'c' }, 20]);
  assert.deepEqual(suppressed.messages, []);
  assert.match(suppressed.value?.tables[0]?.notes[1] ?? '', /missing or replaced by a symbol/);
  const wrong = withShares([60, 20]);
  assert.deepEqual(reasons(wrong), [
    'findings/sum-not-100: table "shires", the column "share": the percentages add up to 80.00; expected 100',
  ]);
  assert.deepEqual(wrong.value?.tables[0]?.notes[1], 'Percentages do not add up to 100.');
});

test('percentages that add up are numbers that show the same decimals', () => {
  const fields = [shire, { name: 'a', type: 'number' }, { name: 'b', type: 'number', decimals: 1 }];
  assert.deepEqual(faults({ fields, rows: [], sumsTo100: ['shire', 'a', 'b'] }), [
    'findings/bad-field: table "shires": "shire" in sumsTo100 has the type string; expected number',
    'findings/bad-field: table "shires": "shire" in sumsTo100 states no decimals; expected a whole number from 0 to 6',
    'findings/bad-field: table "shires": "b" in sumsTo100 has other decimals than "shire"; expected the same',
  ]);
});

test('a table rests on declared resources and has a title', () => {
  assert.match(
    faults({ resources: ['peple'] })[0] ?? '',
    /the resource "peple", which the analysis does not declare; expected one of/,
  );
  assert.match(faults({ title: '' })[0] ?? '', /has an empty title/);
});

test('years that are integers would be printed with a comma, and are told', () => {
  const rows = [{ shire: 'Eastshire', made: 1999 }];
  const made = { name: 'made', type: 'integer' };
  assert.match(
    faults({ fields: [shire, { ...made, title: 'Year' }], rows })[0] ?? '',
    /^findings\/year-as-integer: table "shires": field "made" holds years as integers/,
  );
  assert.deepEqual(faults({ fields: [shire, made], rows }), []);
  assert.deepEqual(faults({ fields: [shire, { ...made, title: 'Year', type: 'year' }], rows }), []);
  const counts = [{ shire: 'Eastshire', made: 150 }];
  assert.deepEqual(faults({ fields: [shire, { ...made, title: 'Made in the year' }], rows: counts }), []);
});
