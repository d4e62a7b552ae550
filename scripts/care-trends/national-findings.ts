import { type FindingInput, numberIn, rowWhere, type Table } from '../../src/analysis.ts';
import { NATIONAL_RATES } from './queries.ts';
import { RATE_DEFINITION, RATE_RESOURCES } from './rate-terms.ts';

/** Rate and count of England at both ends of the window. */
export function nationalFindings(national: Table, firstYear: number, lastYear: number): FindingInput[] {
  const resources = RATE_RESOURCES;
  const ends = [firstYear, lastYear].map((year) => ({ year, row: rowWhere(national, 'year', year) }));
  const [first, last] = ends.map(({ row }) => numberIn(row, 'rate'));
  if (first === undefined || last === undefined) throw new Error('no national rate');
  return [
    ...ends.flatMap(({ year, row }): FindingInput[] => [
      {
        id: `rate-england-${year}`,
        value: numberIn(row, 'rate'),
        unit: 'per 10,000',
        decimals: 0,
        method: 'The published count for England over the published population of England',
        definition: RATE_DEFINITION,
        resources,
        query: NATIONAL_RATES,
      },
      {
        id: `children-england-${year}`,
        value: numberIn(row, 'children'),
        unit: 'count',
        decimals: 0,
        method: 'As published, rounded by the publisher',
        definition: `Children looked after in England at 31 March ${year}`,
        resources: ['looked-after'],
        query: NATIONAL_RATES,
      },
    ]),
    {
      id: 'rate-england-change',
      value: 100 * (last / first - 1),
      unit: 'percent',
      decimals: 0,
      method: `The rate of ${lastYear} against the rate of ${firstYear}`,
      definition: `Change in the rate of England from ${firstYear} to ${lastYear}`,
      resources,
      query: NATIONAL_RATES,
    },
  ];
}
