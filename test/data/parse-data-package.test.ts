import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseDataPackage } from '../../src/data/parse-data-package.ts';
import { formatMessage } from '../../src/messages/format-message.ts';

const FILE = 'data/datapackage.json';

/** An invented package of two resources, with parts of the second one replaced. */
function packageText(rates: Record<string, unknown> = {}, schema: Record<string, unknown> = {}): string {
  return JSON.stringify(
    {
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name: 'invented-data',
      title: 'Invented data',
      version: '1.0.0',
      licenses: [
        { name: 'OGL-UK-3.0', title: 'Open Government Licence v3.0', path: 'https://example.org/ogl' },
      ],
      resources: [
        {
          name: 'areas',
          path: 'areas.csv',
          title: 'Areas',
          bytes: 12,
          hash: `sha256:${'a'.repeat(64)}`,
          contentHash: `sha256:${'b'.repeat(64)}`,
          schema: { fields: [{ name: 'code', type: 'string' }], primaryKey: 'code' },
          sources: [{ title: 'Nobody' }],
        },
        {
          name: 'rates',
          path: 'official/rates.xlsx',
          title: 'Rates',
          sources: [{ title: 'Nobody' }],
          schema: {
            fields: [
              { name: 'area', type: 'string' },
              { name: 'rate', type: 'number', missingValues: [{ value: '[c]', label: 'c' }] },
            ],
            primaryKey: ['area'],
            foreignKeys: [{ fields: 'area', reference: { resource: 'areas', fields: 'code' } }],
            ...schema,
          },
          ...rates,
        },
      ],
    },
    null,
    1,
  );
}

/** Where `what` stands in a text. */
function placeOf(text: string, what: string): { line: number; column: number } {
  const before = text.slice(0, text.indexOf(what));
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}

describe('parseDataPackage', () => {
  it('refuses rows in the package itself, beside a path or alone', () => {
    const text = packageText({ data: [{ area: 'A', rate: 1 }] });
    const [message] = parseDataPackage(FILE, text).messages;
    assert.deepEqual(message?.place, { file: FILE, ...placeOf(text, '[\n    {\n     "area": "A"') });
    assert.match(
      message?.reason ?? '',
      /resources\[1\]\.data is .*; expected no such property: the data stand in the file/,
    );
  });

  it('fills in what a resource may leave out', () => {
    const { value, messages } = parseDataPackage(FILE, packageText());
    assert.deepEqual(messages, []);
    const [areas, rates] = value?.resources ?? [];
    assert.deepEqual([areas?.format, rates?.format], ['csv', 'xlsx']);
    assert.deepEqual(rates?.licenses, value?.licenses);
    assert.deepEqual([rates?.hash, rates?.contentHash, rates?.bytes, rates?.synthetic], ['', '', 0, false]);
    assert.deepEqual(areas?.schema.primaryKey, ['code']);
    assert.deepEqual(rates?.schema.foreignKeys, [
      { fields: ['area'], reference: { resource: 'areas', fields: ['code'] } },
    ]);
  });

  it("gives a schema's missing values to the fields that have none of their own", () => {
    const { value } = parseDataPackage(
      FILE,
      packageText({}, { missingValues: ['', { value: 'x', label: 'x' }] }),
    );
    const fields = value?.resources[1]?.schema.fields;
    assert.deepEqual(fields?.[0]?.missingValues, [{ value: 'x', label: 'x' }]);
    assert.deepEqual(fields?.[1]?.missingValues, [{ value: '[c]', label: 'c' }]);
  });

  it('places what is not JSON at its character', () => {
    for (const [text, line, column] of [
      ['{"name": "a",\n "title": }', 2, 11],
      ['{"name": "a"\n "title": "b"}', 2, 2],
      ['{"name": "a",\n}', 2, 1],
      ['', 1, 1],
      ['{"a": [1, 2', 1, 12],
    ] as const) {
      const { value, messages } = parseDataPackage(FILE, text);
      assert.equal(value, undefined);
      assert.equal(messages[0]?.rule, 'data/package-json');
      assert.deepEqual(messages[0]?.place, { file: FILE, line, column }, text);
    }
  });

  it('places every property that is wrong, all at once', () => {
    const text = packageText(
      { path: '../rates.xlsx', hash: 'md5:1', sources: [] },
      { fields: [{ name: 'a', type: 'int' }] },
    );
    const { value, messages, faults } = parseDataPackage(FILE, text);
    // The others can be used.
    assert.deepEqual(
      value?.resources.map(({ name }) => name),
      ['areas'],
    );
    assert.deepEqual([...faults.keys()], ['rates']);
    const byLine = (a: { line: number }, b: { line: number }) => a.line - b.line;
    assert.deepEqual(
      messages.map(({ place }) => ({ line: place.line ?? 0, column: place.column ?? 0 })).sort(byLine),
      ['"../rates', '[]', '"md5', '"int"'].map((what) => placeOf(text, what)).sort(byLine),
    );
    assert.match(
      messages.map(formatMessage).join('\n'),
      /resources\[1\]\.schema\.fields\[0\]\.type is "int"; expected one of string, integer/,
    );
  });

  it('places a property that is missing at the object that lacks it', () => {
    const text = packageText({ title: undefined });
    const { messages } = parseDataPackage(FILE, text);
    assert.deepEqual(
      messages.map((message) => message.reason),
      ['resources[1].title is missing; expected a text'],
    );
    const before = text.slice(0, text.indexOf('"name": "rates"'));
    assert.equal(messages[0]?.place.line, before.slice(0, before.lastIndexOf('{')).split('\n').length);
  });

  it('warns of a property that looks misspelt, and leaves other programs theirs', () => {
    const { value, messages } = parseDataPackage(FILE, packageText({ dialekt: {}, 'x-reviewed-by': 'A' }));
    assert.ok(value);
    assert.deepEqual(
      messages.map(({ rule, severity }) => [rule, severity]),
      [['data/package-unknown-property', 'warning']],
    );
    assert.match(messages[0]?.remedy ?? '', /"dialect"/);
  });

  it('names fields and resources that keys refer to and that do not exist', () => {
    const foreignKeys = [
      { fields: ['area'], reference: { resource: 'area', fields: ['code'] } },
      { fields: ['area'], reference: { resource: 'areas', fields: ['name'] } },
    ];
    const { messages } = parseDataPackage(FILE, packageText({}, { primaryKey: ['aera'], foreignKeys }));
    assert.deepEqual(
      messages.map((message) => message.rule),
      ['data/package-unknown-field', 'data/package-unknown-resource', 'data/package-unknown-field'],
    );
    assert.equal(messages[0]?.remedy, 'did you mean "area"?');
    assert.equal(messages[1]?.remedy, 'did you mean "areas"?');
  });

  it('names the first of two resources or fields of one name', () => {
    const fields = [
      { name: 'area', type: 'string' },
      { name: 'area', type: 'string' },
    ];
    const { messages } = parseDataPackage(FILE, packageText({ name: 'areas' }, { fields }));
    assert.deepEqual(
      messages.map((message) => message.rule),
      ['data/package-duplicate-name', 'data/package-duplicate-name'],
    );
    for (const message of messages) assert.ok((message.cause?.place.line ?? 0) < (message.place.line ?? 0));
  });

  it('asks for a primary key', () => {
    const { messages } = parseDataPackage(FILE, packageText({}, { primaryKey: undefined }));
    assert.match(messages[0]?.reason ?? '', /primaryKey is missing/);
  });

  it('refuses patterns, formats and names that could not be used', () => {
    const fields = [
      { name: 'a', type: 'string', constraints: { pattern: '(' } },
      { name: 'b', type: 'date', format: '%d/%m' },
      { name: '__proto__', type: 'string' },
      { name: 'c', type: 'number', missingValues: ['..'] },
    ];
    const { messages } = parseDataPackage(FILE, packageText({}, { fields, primaryKey: ['a'] }));
    assert.deepEqual(
      messages.map((message) => message.reason.replace(/;.*/, '')),
      [
        'resources[1].schema.fields[0].constraints.pattern is "("',
        'resources[1].schema.fields[1].format is "%d/%m"',
        'resources[1].schema.fields[2].name is "__proto__"',
        'resources[1].schema.fields[3].missingValues[0] is ".."',
      ],
    );
  });

  it('refuses paths that leave the folder or belong to one system', () => {
    for (const path of [
      '../a.csv',
      '/a.csv',
      'C:/a.csv',
      'a\\b.csv',
      'https://example.org/a.csv',
      'a//b.csv',
      '',
    ]) {
      const { messages } = parseDataPackage(FILE, packageText({ path }));
      assert.match(messages[0]?.reason ?? '', /a path inside data\//, path);
    }
  });
});
