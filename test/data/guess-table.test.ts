import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { guessDelimiter, guessDialect } from '../../src/data/guess-dialect.ts';
import { guessField } from '../../src/data/guess-field.ts';
import { guessKey } from '../../src/data/guess-key.ts';
import { guessTable } from '../../src/data/guess-table.ts';
import { parseCsv } from '../../src/data/parse-csv.ts';
import type { RawCell, Sheet } from '../../src/model/sheet.ts';
import type { Field } from '../../src/model/table.ts';

function sheet(text: string): Sheet {
  const { value } = parseCsv('invented.csv', text);
  assert.ok(value);
  return value;
}

function typeOf(...cells: readonly RawCell[]): Partial<Field> {
  const { name: _, constraints: __, ...field } = guessField('column', 'column', cells);
  return field;
}

describe('guessField', () => {
  it('finds the narrowest type that takes every cell', () => {
    assert.deepEqual(typeOf('1', '-2', '3'), { type: 'integer' });
    assert.deepEqual(typeOf('1', '2.5'), { type: 'number' });
    assert.deepEqual(typeOf('1,204', '811'), { type: 'integer', groupChar: ',' });
    assert.deepEqual(typeOf('45%', '3.5%'), { type: 'number', bareNumber: false });
    assert.deepEqual(typeOf('£1,204', '-£3'), { type: 'number', bareNumber: false, groupChar: ',' });
    assert.deepEqual(typeOf('true', 'false'), { type: 'boolean' });
    assert.deepEqual(typeOf('2017-03-31'), { type: 'date' });
    assert.deepEqual(typeOf('31/03/2017', '01/12/2017'), { type: 'date', format: '%d/%m/%Y' });
    assert.deepEqual(typeOf('31 March 2017'), { type: 'date', format: '%d %B %Y' });
    assert.deepEqual(typeOf('Northshire', '3'), { type: 'string' });
    assert.deepEqual(typeOf('', null), { type: 'string' });
  });

  it('leaves codes as texts: leading zeros, letters with digits, more digits than a number holds', () => {
    assert.deepEqual(typeOf('0301', '1302'), { type: 'string' });
    assert.deepEqual(typeOf('E06000001', 'E06000002'), { type: 'string' });
    assert.deepEqual(typeOf('1234567890123456', '1'), { type: 'string' });
  });

  it('takes symbols of official files for symbols, and words for words', () => {
    assert.deepEqual(typeOf('1', 'x', '[c]'), {
      type: 'integer',
      missingValues: [
        { value: '[c]', label: 'c' },
        { value: 'x', label: 'x' },
      ],
    });
    assert.deepEqual(typeOf('2.5', 'NA'), { type: 'number', missingValues: [{ value: 'NA', label: 'x' }] });
    assert.deepEqual(typeOf('1', 'q'), { type: 'string' });
    assert.deepEqual(typeOf('c', 'x'), { type: 'string' });
  });

  it('takes whole numbers for years only where heading and size say so', () => {
    assert.equal(guessField('year', 'year', ['2019', '2024']).type, 'year');
    assert.equal(guessField('year', 'year', ['201819']).type, 'integer');
    assert.equal(guessField('hubs', 'hubs', ['2019', '2024']).type, 'integer');
  });

  it('requires what is always there, and lets nothing below zero that never was', () => {
    assert.deepEqual(guessField('n', 'n', ['1', '0']).constraints, { required: true, minimum: 0 });
    assert.deepEqual(guessField('n', 'n', ['1', '[c]']).constraints, { required: true, minimum: 0 });
    assert.equal(guessField('n', 'n', ['-1', '']).constraints, undefined);
  });
});

describe('guessDialect', () => {
  it('finds the header beneath titles and the notes beneath the table', () => {
    const table = 'area,rate,note\nA,1,x\nB,2,\n';
    assert.deepEqual(guessDialect(sheet(table)), {});
    assert.deepEqual(guessDialect(sheet(`Title\n\n${table}\nNote 1\nNote 2\n`)), {
      headerRows: [3],
      stopAtBlankRow: true,
    });
    assert.deepEqual(guessDialect(sheet(`${table}Note 1\nNote 2\n`)), { commentRows: [4, 5] });
  });

  it('joins the rows of a header that is not as wide as its table', () => {
    const text =
      'Visits by district\n\n,In person,,Online\nDistrict,,Year,thousands\nAshcombe,41.5,2021,3\nKestrel,12,2022,4\n';
    assert.deepEqual(guessDialect(sheet(text)).headerRows, [3, 4]);
  });

  it('names notes by their rows where the table itself has a gap', () => {
    assert.deepEqual(guessDialect(sheet('area,rate\nA,1\n\nB,2\n\nNote\n')), { commentRows: [6] });
  });

  it('takes a table of one column from its first row', () => {
    assert.deepEqual(guessDialect(sheet('area\nA\nB\n')), {});
  });
});

describe('guessDelimiter', () => {
  it('is what the first line that has any has most of', () => {
    assert.equal(guessDelimiter('area;rate;1,5\n'), ';');
    assert.equal(guessDelimiter('Title\narea\trate\n'), '\t');
    assert.equal(guessDelimiter('area\nA\n'), ',');
  });
});

describe('guessKey', () => {
  const fields: readonly Field[] = [
    { name: 'n', type: 'integer' },
    { name: 'area', type: 'string' },
    { name: 'year', type: 'year' },
    { name: 'rate', type: 'number' },
  ];

  it('prefers texts and years to whole numbers, and takes no measurement', () => {
    const rows = [
      { n: 1, area: 'A', year: 2019, rate: 1 },
      { n: 2, area: 'A', year: 2020, rate: 2 },
    ];
    assert.deepEqual(guessKey(fields, rows), ['year']);
    const both = [...rows, { n: 3, area: 'B', year: 2020, rate: 3 }];
    assert.deepEqual(guessKey(fields, both), ['area', 'year']);
    const numbered = [...both, { n: 4, area: 'B', year: 2020, rate: 4 }];
    assert.deepEqual(guessKey(fields, numbered), ['n']);
    assert.equal(guessKey(fields, [...numbered, { n: 4, area: 'B', year: 2020, rate: 5 }]), undefined);
  });

  it('prefers whole numbers that could be years to other whole numbers', () => {
    const whole = (name: string): Field => ({ name, type: 'integer' });
    const rows = [
      { code: 'A', online: 7, calendar: 2021 },
      { code: 'A', online: 8, calendar: 2022 },
      { code: 'B', online: 9, calendar: 2021 },
    ];
    const fields: Field[] = [{ name: 'code', type: 'string' }, whole('online'), whole('calendar')];
    assert.deepEqual(guessKey(fields, rows), ['code', 'calendar']);
  });

  it('takes no field that holds a blank or a symbol', () => {
    const rows = [
      { n: 1, area: null, year: 2019, rate: 1 },
      { n: { symbol: 'c' } as const, area: 'A', year: 2019, rate: 1 },
    ];
    assert.equal(guessKey(fields, rows), undefined);
  });
});

describe('guessTable', () => {
  it('makes names that SQL and R take as they are, each once', () => {
    const text = 'Local authority,% of children,Rate [note 2],Rate,2019,\nA,1.5,2,3,4,\n';
    const { value } = guessTable(sheet(text), {});
    assert.deepEqual(
      value?.schema.fields.map(({ name, title }) => [name, title]),
      [
        ['local_authority', 'Local authority'],
        ['percent_of_children', '% of children'],
        ['rate', 'Rate'],
        ['rate_2', 'Rate'],
        ['column_2019', '2019'],
      ],
    );
  });
});
