import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RawCell, Sheet } from '../../src/model/sheet.ts';
import { runOn, workbookSheet } from '../../test/data/import-fixture.ts';
import importer from './deprivation.ts';

// Areas and scores are invented. The sheets of 2019 end the names of their columns in blanks.
function sheetOf(edition: number, sheet: string): Sheet {
  const file = `webb_ipse/imd/imd-${edition}.xlsx`;
  const end = edition === 2019 ? ' ' : '';
  const head = (name: string): string => `${sheet} - ${name}${end}`;
  const figures: readonly RawCell[] = [21886.6, 28, 33.178, 17, 0.3276, 9];
  const year = edition === 2019 ? 2019 : 2013;
  return workbookSheet(file, sheet, [
    [
      `Upper Tier Local Authority District code (${year})`,
      `Upper Tier Local Authority District name (${year})`,
      head('Average rank'),
      head('Rank of average rank'),
      head('Average score'),
      head('Rank of average score'),
      head('Proportion  of LSOAs in most deprived 10% nationally'),
      head('Rank of proportion of LSOAs in most deprived 10% nationally'),
    ],
    ['E06009099', 'Northvale', ...figures],
    ['E08009002', 'Eastmoor', 9000, 120, 12, 118, 0, 121],
  ]);
}

const sheets = [2015, 2019].flatMap((edition) =>
  ['IMD', 'Income', 'IDACI'].map((sheet) => sheetOf(edition, sheet)),
);

test('scores and ranks are told apart by the ends of their columns’ names', async () => {
  const { rows } = await runOn(importer, sheets);
  const all = rows('deprivation');
  assert.equal(all.length, 12);
  const northvale = all.find((row) => row.edition === 2019 && row.index === 'idaci');
  assert.deepEqual(northvale, {
    edition: 2019,
    index: 'idaci',
    area: 'E06009001',
    average_score: 33.178,
    rank_of_score: 17,
    average_rank: 21886.6,
    rank_of_rank: 28,
    most_deprived_tenth: 0.3276,
  });
});

test('an authority under a former code keeps its id', async () => {
  const { told } = await runOn(importer, sheets);
  assert.ok(told('mapped').includes('E06009099 (Northvale) > E06009001: 3'));
});

test('a sheet without a column stops the import', async () => {
  const broken = sheets.map((sheet) =>
    sheet.name === 'IMD' ? { ...sheet, rows: sheet.rows.map((row) => row.slice(0, 5)) } : sheet,
  );
  await assert.rejects(runOn(importer, broken), /0 columns end in "- Rank of average score"/);
});
