import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findTable } from '../../src/data/find-table.ts';
import { parseCsv } from '../../src/data/parse-csv.ts';
import type { RawCell, Sheet } from '../../src/model/sheet.ts';

function csv(text: string): Sheet {
  const sheet = parseCsv('a.csv', text).value;
  assert.ok(sheet);
  return sheet;
}

function workbook(rows: readonly (readonly RawCell[])[], merges: Sheet['merges'] = []): Sheet {
  return { file: 'a.xlsx', name: 'Table 1', rows, lines: rows.map((_, i) => i + 1), merges };
}

/** All areas and figures of these tests are invented. */
describe('findTable', () => {
  it('takes the first row for the header unless told otherwise', () => {
    const { value } = findTable(csv('area,rate\nNorthmoor,62\n'));
    assert.deepEqual(value?.header, ['area', 'rate']);
    assert.deepEqual(value?.body.rows, [['Northmoor', '62']]);
    assert.deepEqual(value?.body.lines, [2]);
  });

  it('makes one space of white space in headings, and none at their ends', () => {
    const { value } = findTable(
      workbook([
        ['CLA_NetGain ', '  Rate\nper\u00A010,000', null, null],
        ['a', 1],
      ]),
    );
    assert.deepEqual(value?.header, ['CLA_NetGain', 'Rate per 10,000']);
  });

  it('skips title rows and leaves footnotes after a blank row unread', () => {
    const text =
      'Table 1: Children\n\nSource: invented\narea,rate\nNorthmoor,62\nEastbury,[c]\n\n"[c] suppressed, 1 to 5"\nUpdated: May\n';
    const { value } = findTable(csv(text), { headerRows: [4], stopAtBlankRow: true });
    assert.deepEqual(value?.header, ['area', 'rate']);
    assert.deepEqual(value?.body.rows, [
      ['Northmoor', '62'],
      ['Eastbury', '[c]'],
    ]);
  });

  it('skips blank rows between header and data even where a blank row ends the table', () => {
    const { value } = findTable(csv('area,rate\n,\n\nNorthmoor,62\n , \nNote\n'), { stopAtBlankRow: true });
    assert.deepEqual(value?.body.rows, [['Northmoor', '62']]);
  });

  it('leaves out comments by their start and by their row', () => {
    const text = 'area,rate\nNorthmoor,62\n# checked\nENGLAND,60\nEastbury,70\nSource: invented\n';
    const { value } = findTable(csv(text), { commentChar: '#', commentRows: [4, 6] });
    assert.deepEqual(value?.body.lines, [2, 5]);
  });

  it('finds a second table further down the sheet', () => {
    const rows = [
      ['area', 'rate'],
      ['Northmoor', 62],
      [],
      ['Region', 'Judgement'],
      ['North', 'Good'],
      [],
      ['End'],
    ];
    const { value } = findTable(workbook(rows), { headerRows: [4], stopAtBlankRow: true });
    assert.deepEqual(value?.header, ['Region', 'Judgement']);
    assert.deepEqual(value?.body.rows, [['North', 'Good']]);
    assert.deepEqual(value?.body.lines, [5]);
  });

  it('joins header rows, a merged cell counting for every column that it covers', () => {
    const rows = [
      ['Area', '2016', null, '2017', null, 'Change'],
      [null, 'Number', 'Rate', 'Number', 'Rate', null],
      ['Northmoor', 40, 62, 42, 64, 2],
    ];
    const merges = [
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 0, right: 2 },
      { top: 0, left: 3, bottom: 0, right: 4 },
    ];
    const { value } = findTable(workbook(rows, merges), { headerRows: [1, 2], headerJoin: ' / ' });
    assert.deepEqual(value?.header, [
      'Area',
      '2016 / Number',
      '2016 / Rate',
      '2017 / Number',
      '2017 / Rate',
      'Change',
    ]);
    assert.equal(value?.headerRow, 1);
  });

  it('takes the heading to the left where a file knows no merged cells', () => {
    const { value } = findTable(csv('Area,2016,,2017,\n,Number,Rate,Number,Rate\nNorthmoor,1,2,3,4\n'), {
      headerRows: [1, 2],
    });
    assert.deepEqual(value?.header, ['Area', '2016 Number', '2016 Rate', '2017 Number', '2017 Rate']);
  });

  it('survives a merge over the whole sheet', () => {
    const merges = [{ top: 0, left: 0, bottom: 1_048_575, right: 16_383 }];
    const { value } = findTable(workbook([['Title'], ['area', 'rate']], merges), { headerRows: [2] });
    assert.deepEqual(value?.header.slice(0, 3), ['area', 'rate', 'Title']);
  });

  it('says so when the header is blank, and how to name its rows', () => {
    for (const sheet of [csv(''), workbook([]), csv('\n\narea,rate\n')]) {
      const { value, messages } = findTable(sheet);
      assert.equal(value, undefined);
      assert.equal(messages[0]?.rule, 'data/no-header');
      assert.match(messages[0]?.remedy ?? '', /headerRows/);
    }
    assert.equal(findTable(csv('a,b\n1,2\n'), { headerRows: [99] }).messages[0]?.rule, 'data/no-header');
  });
});
