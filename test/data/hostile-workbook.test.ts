import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseWorkbook } from '../../src/data/parse-workbook.ts';
import { zipFixture } from './zip-fixture.ts';

const ODS_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

function ods(rows: string, contentName = 'content.xml'): Uint8Array {
  const content =
    '<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x">' +
    `<office:body><office:spreadsheet><table:table table:name="T">${rows}</table:table>` +
    '</office:spreadsheet></office:body></office:document-content>';
  const manifest = `<manifest:manifest><manifest:file-entry manifest:full-path="/" manifest:media-type="${ODS_TYPE}"/></manifest:manifest>`;
  return zipFixture([
    { name: 'mimetype', content: ODS_TYPE },
    { name: 'META-INF/manifest.xml', content: manifest },
    { name: contentName, content },
    { name: 'styles.xml', content: '<office:document-styles xmlns:office="o"/>' },
  ]);
}

function xlsx(sheet: string): Uint8Array {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return zipFixture([
    {
      name: '[Content_Types].xml',
      content:
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
        `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
        `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<Relationships><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${relations}"><sheets><sheet name="T" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', content: `<worksheet xmlns="${MAIN}">${sheet}</worksheet>` },
  ]);
}

async function rulesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const { value, messages } = await parseWorkbook('book.xlsx', bytes);
  assert.equal(value, undefined);
  for (const message of messages) assert.ok(message.remedy);
  return messages.map((message) => message.rule);
}

describe('parseWorkbook, given a hostile or wrong file', () => {
  it('refuses an archive that claims more than it may unpack to', async () => {
    const bomb = zipFixture([{ name: 'content.xml', content: 'x', claimedSize: 0xfff0_0000 }]);
    assert.deepEqual(await rulesOf(bomb), ['data/oversized-file']);
  });

  it('unpacks no more than the archive claims', async () => {
    const content = Buffer.alloc(50_000_000, ' ');
    const bomb = zipFixture([{ name: 'content.xml', content, claimedSize: 1000 }]);
    assert.ok(bomb.length < 100_000);
    assert.deepEqual(await rulesOf(bomb), ['data/not-a-workbook']);
  });

  it('refuses a cell that repeats over a whole sheet', async () => {
    const cell =
      '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"><text:p>1</text:p></table:table-cell>';
    const bomb = ods(`<table:table-row table:number-rows-repeated='1048576'>${cell}</table:table-row>`);
    assert.deepEqual(await rulesOf(bomb), ['data/oversized-file']);
  });

  it('counts the cells whichever way the content is named', async () => {
    const cell =
      '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="12000"><text:p>1</text:p></table:table-cell>';
    const rows = `<table:table-row table:number-rows-repeated="3000">${cell}</table:table-row>`;
    for (const name of [
      'Content.xml',
      '/content.xml',
      '\\CONTENT.XML',
      'a/content.xml',
      'con\u0000tent.xml',
    ]) {
      assert.deepEqual(await rulesOf(ods(rows, name)), ['data/oversized-file'], name);
    }
  });

  it('counts by the largest of several numbers, blanks before it or not', async () => {
    const times = 'x:number-columns-repeated="1" table:number-columns-repeated=" 12000"';
    const cell = `<table:table-cell office:value-type="float" office:value="1" ${times}><text:p>1</text:p></table:table-cell>`;
    const rows = `<table:table-row table:number-rows-repeated="3000">${cell}</table:table-row>`;
    assert.deepEqual(await rulesOf(ods(rows)), ['data/oversized-file']);
  });

  it('refuses two entries that a program may take for one', async () => {
    for (const other of ['content.xml', 'Content.xml', '/content.xml', './content.xml']) {
      const twice = zipFixture([
        { name: 'content.xml', content: '<a/>' },
        { name: other, content: '<b/>' },
      ]);
      assert.deepEqual(await rulesOf(twice), ['data/not-a-workbook'], other);
    }
  });

  it('reads a sheet whose blank cells repeat to its edges, as every program writes them', async () => {
    const blank = '<table:table-cell table:number-columns-repeated="16384"/>';
    const bytes = ods(
      '<table:table-row><table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell></table:table-row>' +
        `<table:table-row table:number-rows-repeated="1048575">${blank}</table:table-row>`,
    );
    const { value, messages } = await parseWorkbook('book.ods', bytes);
    assert.deepEqual(messages, []);
    assert.deepEqual(value?.[0]?.rows, [['a']]);
  });

  it('believes the cells, not a dimension that claims the whole sheet', async () => {
    const bytes = xlsx(
      '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData>',
    );
    const { value, messages } = await parseWorkbook('book.xlsx', bytes);
    assert.deepEqual(messages, []);
    assert.deepEqual(value?.[0]?.rows, [[7]]);
  });

  it('reads a single cell at the far corner of a sheet', async () => {
    const bytes = xlsx('<sheetData><row r="1048576"><c r="XFD1048576"><v>7</v></c></row></sheetData>');
    const { value } = await parseWorkbook('book.xlsx', bytes);
    assert.equal(value?.[0]?.rows.length, 1_048_576);
    assert.equal(value?.[0]?.rows.at(-1)?.at(-1), 7);
  });

  it('names what it found instead of a workbook', async () => {
    const cases: [string, RegExp][] = [
      ['', /is empty/],
      ['<html><table><tr><td>1</td></tr></table></html>', /is a web page/],
      ['a,b\n1,2\n', /does not start as a workbook/],
      ['PK\x03\x04 and no more', /damaged ZIP/],
      [`PK${'x'.repeat(5000)}`, /damaged ZIP/],
    ];
    for (const [text, expected] of cases) {
      const { value, messages } = await parseWorkbook('book.xls', new TextEncoder().encode(text));
      assert.equal(value, undefined);
      assert.match(messages[0]?.reason ?? '', expected);
    }
  });

  it('says so when an archive holds no workbook', async () => {
    assert.deepEqual(await rulesOf(zipFixture([{ name: 'a.txt', content: 'a' }])), ['data/not-a-workbook']);
  });

  it('says so when a compound file is cut short', async () => {
    const bytes = new Uint8Array(1000);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    assert.deepEqual(await rulesOf(bytes), ['data/not-a-workbook']);
  });
});
