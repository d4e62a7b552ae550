import type { TableInput } from '../../src/analysis.ts';
import { late, lateShare, type SpendingYear } from './follow-spending.ts';
import type { Context } from './part.ts';
import { SPENDING_RESOURCES, yearsOf } from './spending-findings.ts';
import { NATIONAL_SPENDING } from './spending-queries.ts';

const BILLION = 1_000_000_000;
export const SPENDING_SOURCE =
  'Sources: Department for Education, section 251 outturn; Office for National Statistics, GDP deflator.';

/** Spending by year as a table for readers, and as series for the chart. */
export function spendingTables(
  years: readonly SpendingYear[],
  parameters: Context['parameters'],
): TableInput[] {
  const { last } = yearsOf(years, parameters);
  const common = { source: SPENDING_SOURCE, resources: SPENDING_RESOURCES, query: NATIONAL_SPENDING };
  const amount = (name: string, title: string) =>
    ({ name, type: 'number', title, unit: '£bn', decimals: 2 }) as const;
  return [
    {
      ...common,
      name: 'spending-by-year',
      title: `Spending on children’s services, England, at ${last.financialYear} prices`,
      key: ['financial_year'],
      fields: [
        { name: 'financial_year', type: 'string', title: 'Financial year' },
        amount('prevention', 'Prevention'),
        amount('protection', 'Child protection and social work'),
        amount('looked_after', 'Looked-after children'),
        { name: 'late_share', type: 'number', title: 'Late share', unit: 'percent', decimals: 1 },
      ],
      rows: years.map((year) => ({
        financial_year: year.financialYear,
        prevention: year.prevention === null ? { symbol: 'x' } : year.prevention / BILLION,
        protection: year.protection / BILLION,
        looked_after: year.lookedAfter / BILLION,
        late_share: lateShare(year) ?? { symbol: 'x' },
      })),
      notes: [
        'Gross spending, section 251 outturn. Prevention: family support, children’s centres with early years, services for young people. Before 2010-11 children’s centres and services for young people are in no table, and so there is no share.',
        'Breaks: from 2012-13 children’s centres hold other early years spending too, which makes prevention look larger than before; in 2008-09 two authorities, and in 2024-25 Wandsworth and Middlesbrough, are missing.',
      ],
    },
    {
      ...common,
      name: 'spending-series',
      title: `Spending on late intervention and on prevention, England, at ${last.financialYear} prices`,
      key: ['service', 'year'],
      fields: [
        { name: 'service', type: 'string', title: 'Service' },
        { name: 'year', type: 'year', title: 'Financial year ending' },
        amount('spending', 'Spending'),
      ],
      rows: (
        [
          ['Late intervention', late],
          ['Prevention', (year: SpendingYear) => year.prevention],
        ] as const
      ).flatMap(([service, pick]) =>
        years
          .filter(({ year }) => year >= parameters.firstSpendingYear)
          .map((year) => ({ service, year: year.year, spending: (pick(year) ?? 0) / BILLION })),
      ),
      notes: ['Until 2011-12 children’s centres are without other early years spending.'],
    },
  ];
}
