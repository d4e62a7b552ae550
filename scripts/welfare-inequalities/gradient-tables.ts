import { type Estimate, type Row, suppressSmallCounts, type TableInput } from '../../src/analysis.ts';
import { MADE_UP_SOURCE, RATE_RESOURCES } from './child-terms.ts';
import { BY_DECILE, DIVISIONS } from './gradient-queries.ts';
import { type Gradients, THRESHOLDS } from './measure-gradients.ts';

const number = (name: string, title: string, decimals: number, unit?: string) =>
  ({ name, type: 'number', title, decimals, ...(unit === undefined ? {} : { unit }) }) as const;

/** Rates by decile, and gradients for all thresholds and groups. */
export function gradientTables(gradients: Gradients, least: number): TableInput[] {
  const common = { source: MADE_UP_SOURCE, resources: RATE_RESOURCES };
  return [
    {
      ...common,
      name: 'rates-by-decile',
      title: 'Interventions by deprivation of the neighbourhood, made-up records',
      key: ['decile'],
      fields: [
        { name: 'decile', type: 'integer', title: 'Decile of deprivation' },
        { name: 'plans', type: 'integer', title: 'Plans', unit: 'count', decimals: 0 },
        number('rate', 'Plans a year', 1, 'per 10,000'),
        { name: 'looked_after', type: 'integer', title: 'Became looked after', unit: 'count', decimals: 0 },
        number('care_rate', 'Became looked after, a year', 1, 'per 10,000'),
      ],
      rows: decileRows(gradients, least),
      notes: [
        'Made-up records. Decile 1 is the least deprived tenth of neighbourhoods, 10 the most deprived. Rates per 10,000 children a year. Counts below 10 are [c].',
      ],
      query: BY_DECILE,
    },
    {
      ...common,
      name: 'gradients-by-group',
      title: 'Social gradient of child protection plans by group, made-up records',
      key: ['order'],
      fields: [
        { name: 'order', type: 'integer', hidden: true },
        { name: 'division', type: 'string', title: 'By' },
        { name: 'group', type: 'string', title: 'Group' },
        { name: 'plans', type: 'integer', title: 'Plans', unit: 'count', decimals: 0 },
        number('gradient', 'Rise for each 10%', 1, 'percent'),
        number('low', 'Low', 1, 'percent'),
        number('high', 'High', 1, 'percent'),
        number('sii', 'SII', 1, 'per 10,000'),
        number('sii_low', 'SII low', 1),
        number('sii_high', 'SII high', 1),
        number('rii', 'RII', 1),
        number('rii_low', 'RII low', 1),
        number('rii_high', 'RII high', 1),
      ],
      rows: groupRows(gradients, least),
      notes: [
        'Made-up records. SII and RII: slope and relative index of inequality, rates per 10,000 children a year, with 95% intervals. A category of plan is counted per all children.',
        ...[...gradients.divisions].map(
          ([division, { gradientTest, slopeTest }]) =>
            `${DIVISIONS[division]}: interaction of the ratios Q = ${gradientTest.statistic.toFixed(1)}, p ${p(gradientTest.p)}; of the differences Q = ${slopeTest.statistic.toFixed(1)}, p ${p(slopeTest.p)}; ${gradientTest.degrees} degrees of freedom.`,
        ),
      ],
    },
  ];
}

function p(value: number): string {
  return value < 0.001 ? '< 0.001' : `= ${value.toFixed(3)}`;
}

function decileRows({ deciles }: Gradients, least: number): Row[] {
  const shown = suppressSmallCounts(deciles.rows, { fields: ['plans', 'looked_after'], least, down: [] });
  const rate = (count: Row[string] | undefined, children: Row[string] | undefined) =>
    typeof count === 'number' ? (10_000 * count) / Number(children) : ({ symbol: 'c' } as const);
  return shown.map(({ decile = null, children, plans = null, looked_after = null }) => ({
    decile,
    plans,
    rate: rate(plans, children),
    looked_after,
    care_rate: rate(looked_after, children),
  }));
}

function groupRows({ thresholds, divisions }: Gradients, least: number): Row[] {
  const spread = (name: string, { estimate, low, high }: Estimate, short = name) => ({
    [name]: estimate,
    [`${short}low`]: low,
    [`${short}high`]: high,
  });
  const row = (
    division: string,
    group: string,
    plans: number,
    slope: Estimate,
    relative: Estimate,
    gradient: Estimate,
  ) => ({
    division,
    group,
    plans,
    ...spread('gradient', gradient, ''),
    ...spread('sii', slope, 'sii_'),
    ...spread('rii', relative, 'rii_'),
  });
  const rows = [
    ...[...thresholds].map(([threshold, { cases, slope, relative, gradient }]) =>
      row('All children', THRESHOLDS[threshold], cases, slope, relative, gradient),
    ),
    ...[...divisions].flatMap(([division, { subgroups }]) =>
      subgroups.map(({ subgroup, cases, slope, relative, gradient }) =>
        row(DIVISIONS[division], subgroup, cases, slope, relative, gradient),
      ),
    ),
  ];
  return suppressSmallCounts(
    rows.map((one, order) => ({ order, ...one })),
    { fields: ['plans'], least, down: ['division'] },
  ).slice();
}
