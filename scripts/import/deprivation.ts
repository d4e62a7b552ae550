import { defineImporter, type Field, type ImportContext, type Row } from '../../src/analysis.ts';
import { AREA_REFERENCE, areaField, textField, yearField } from './official-files/fields.ts';
import { type AreaFinder, createAreaFinder } from './official-files/find-area.ts';
import { OPEN_GOVERNMENT_LICENCE } from './official-files/licences.ts';
import { parseFigure } from './official-files/parse-figure.ts';
import { columnNames, readRecords } from './official-files/read-records.ts';

const EDITIONS = [
  { edition: 2015, file: 'webb_ipse/imd/imd-2015.xlsx', areas: 2013 },
  { edition: 2019, file: 'webb_ipse/imd/imd-2019.xlsx', areas: 2019 },
] as const;

/** Sheets taken; the index of multiple deprivation rests on all domains, IDACI on the incomes of families. */
const SHEETS = [
  { sheet: 'IMD', index: 'imd' },
  { sheet: 'Income', index: 'income' },
  { sheet: 'IDACI', index: 'idaci' },
] as const;

/** Columns by the end of their name, which begins with the name of the index, in a way that changes. */
const FIGURES = {
  average_score: '- Average score',
  rank_of_score: '- Rank of average score',
  average_rank: '- Average rank',
  rank_of_rank: '- Rank of average rank',
  most_deprived_tenth: 'of LSOAs in most deprived 10% nationally',
} as const;

/** English indices of deprivation 2015 and 2019, summaries for upper-tier authorities. */
export default defineImporter({
  id: 'deprivation',
  title: 'Indices of deprivation',
  reads: EDITIONS.map(({ file }) => file),
  needs: ['authorities', 'authority-codes'],
  produces: [
    {
      name: 'deprivation',
      title: 'English indices of deprivation 2015 and 2019: upper-tier authorities',
      description:
        'One row for each edition, index and authority. The edition of 2015 has the authorities of 2013 (152), that of 2019 those of 2019 (151); their ids are those of the same areas today. A higher score is more deprived, and rank 1 is the most deprived authority.',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      sources: EDITIONS.map(({ edition }) => ({
        title: `English indices of deprivation ${edition}: upper-tier local authority summaries`,
        publisher: 'Ministry of Housing, Communities and Local Government',
        year: String(edition),
      })),
      licenses: [OPEN_GOVERNMENT_LICENCE],
      synthetic: false,
      schema: {
        fields: [
          yearField('edition', 'Edition', 'Year of the indices'),
          {
            ...textField(
              'index',
              'Index',
              'imd: index of multiple deprivation; income: income deprivation; idaci: income deprivation affecting children',
            ),
            constraints: { required: true, enum: SHEETS.map(({ index }) => index) },
          },
          areaField(),
          plainNumber('average_score', 'Average score', 'Mean score of its neighbourhoods, by population', 3),
          rankField('rank_of_score', 'Rank of the average score'),
          plainNumber('average_rank', 'Average rank', 'Mean rank of its neighbourhoods, by population', 2),
          rankField('rank_of_rank', 'Rank of the average rank'),
          plainNumber(
            'most_deprived_tenth',
            'In the most deprived tenth',
            'Share of its neighbourhoods that are among the most deprived tenth of England, 0 to 1',
            4,
          ),
        ],
        primaryKey: ['edition', 'index', 'area'],
        foreignKeys: [AREA_REFERENCE],
      },
    },
  ],
  async run(context) {
    const finder = createAreaFinder(context);
    return {
      deprivation: EDITIONS.flatMap((edition) =>
        SHEETS.flatMap(({ sheet, index }) => readSheet(context, finder, edition, sheet, index)),
      ),
    };
  },
});

function plainNumber(name: string, title: string, description: string, decimals: number): Field {
  return { name, type: 'number', title, description, decimals, constraints: { required: true } };
}

function rankField(name: string, title: string): Field {
  return { ...plainNumber(name, title, 'Among authorities; 1 is the most deprived', 0), type: 'integer' };
}

function readSheet(
  context: ImportContext,
  finder: AreaFinder,
  { edition, file, areas }: (typeof EDITIONS)[number],
  sheetName: string,
  index: string,
): Row[] {
  const sheet = context.sheet(file, sheetName);
  const records = readRecords(sheet);
  context.log.read(file, records.length, `sheet ${sheetName}`);
  const names = columnNames(sheet);
  const columnOf = (end: string): string => {
    const found = names.filter(
      (name) => name.endsWith(end) && !(end === FIGURES.most_deprived_tenth && /Rank/.test(name)),
    );
    if (found[0] === undefined || found.length > 1) {
      throw new Error(`${file} [${sheetName}]: ${found.length} columns end in "${end}"; expected one`);
    }
    return found[0];
  };
  return records.map((record) => {
    const printed = {
      level: 'authority',
      gssCode: record.text(`Upper Tier Local Authority District code (${areas})`),
      laCode: '',
      name: record.text(`Upper Tier Local Authority District name (${areas})`),
    } as const;
    const figures = Object.entries(FIGURES).map(([name, end]) => [
      name,
      parseFigure(record.cell(columnOf(end)), {}, record.place),
    ]);
    return { edition, index, area: finder.find(file, record.place, printed), ...Object.fromEntries(figures) };
  });
}
