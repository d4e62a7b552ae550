import { defineImporter } from '../../src/analysis.ts';
import { OPEN_GOVERNMENT_LICENCE } from './official-files/licences.ts';
import { cellText } from './official-files/read-records.ts';

const FILE = 'deflators_defrautils/gdp_deflators.csv';

/**
 * The GDP deflator of financial years: the mean of the index in April to June, July to September, October to
 * December and the next January to March. Title lines stand above the series, years before quarters.
 */
export default defineImporter({
  id: 'gdp-deflator',
  title: 'GDP deflator of financial years',
  reads: [FILE],
  produces: [
    {
      name: 'gdp-deflator',
      title: 'GDP implied deflator at market prices, financial years, 2022 = 100',
      description:
        'Mean of the four quarters of the ONS series YBGB (seasonally adjusted) from April to March, of the release of 30 June 2025. HM Treasury’s deflators rest on the same series.',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      sources: [
        {
          title:
            'Gross domestic product at market prices: implied deflator, seasonally adjusted (YBGB, dataset UKEA)',
          publisher: 'Office for National Statistics',
          year: '2025',
        },
      ],
      licenses: [OPEN_GOVERNMENT_LICENCE],
      synthetic: false,
      schema: {
        fields: [
          {
            name: 'year_ending',
            type: 'integer',
            title: 'Year ending 31 March',
            constraints: { required: true, minimum: 1956, maximum: 2100 },
          },
          {
            name: 'financial_year',
            type: 'string',
            title: 'Financial year',
            constraints: { required: true, unique: true, pattern: '^[0-9]{4}-[0-9]{2}$' },
          },
          {
            name: 'deflator',
            type: 'number',
            title: 'GDP deflator',
            description: '2022 = 100',
            decimals: 1,
            constraints: { required: true, minimum: 0 },
          },
        ],
        primaryKey: ['year_ending'],
      },
    },
  ],
  async run(context) {
    const { rows } = context.sheet(FILE);
    const quarters = new Map<string, number>();
    for (const row of rows) {
      const period = cellText(row[0]);
      if (/^\d{4} Q[1-4]$/.test(period)) quarters.set(period, Number(cellText(row[1])));
    }
    if (quarters.size === 0) throw new Error(`${FILE}: no row for a quarter, such as "2022 Q1"`);
    context.log.read(FILE, rows.length, 'index of quarters');
    context.log.dropped(FILE, rows.length - quarters.size, 'title lines and calendar years');
    const years = [...new Set([...quarters.keys()].map((period) => Number(period.slice(0, 4))))];
    const complete = years.flatMap((year) => {
      const periods = [`${year} Q2`, `${year} Q3`, `${year} Q4`, `${year + 1} Q1`];
      const values = periods.flatMap((period) => quarters.get(period) ?? []);
      return values.length === 4 ? [{ year, values }] : [];
    });
    context.log.mapped(
      FILE,
      'quarters',
      'financial years',
      'mean of Q2, Q3, Q4 and next Q1',
      complete.length,
    );
    return {
      'gdp-deflator': complete.map(({ year, values }) => ({
        year_ending: year + 1,
        financial_year: `${year}-${String((year + 1) % 100).padStart(2, '0')}`,
        // A quarter of a sum of values with one decimal has at most three.
        deflator: Math.round(values.reduce((sum, value) => sum + value, 0) * 250) / 1000,
      })),
    };
  },
});
