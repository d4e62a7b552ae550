import {
  type Estimate,
  type Row,
  suppressSmallCounts,
  type TableInput,
  wilsonInterval,
} from '../../src/analysis.ts';
import { MADE_UP_SOURCE, RATE_RESOURCES } from './child-terms.ts';
import { BY_DECILE, DIVISIONS, type Division } from './gradient-queries.ts';
import { type Gradients, PER, THRESHOLDS } from './measure-gradients.ts';

const number = (name: string, title: string, decimals: number, unit?: string) =>
  ({ name, type: 'number', title, decimals, ...(unit === undefined ? {} : { unit }) }) as const;

/** Rates by decile, and gradients for all thresholds and groups. */
export function gradientTables(gradients: Gradients, least: number): TableInput[] {
  const common = { source: MADE_UP_SOURCE, resources: RATE_RESOURCES };
  const { level } = gradients;
  return [
    {
      ...common,
      name: 'rates-by-decile',
      title: 'Child protection plans by deprivation of the neighbourhood, made-up records',
      key: ['decile'],
      fields: [
        { name: 'decile', type: 'integer', title: 'Decile of deprivation' },
        { name: 'plans', type: 'integer', title: 'Plans', unit: 'count', decimals: 0 },
        number('rate', 'Plans a year', 1, 'per 10,000'),
        { ...number('rate_low', 'Low', 1, 'per 10,000'), hidden: true },
        { ...number('rate_high', 'High', 1, 'per 10,000'), hidden: true },
      ],
      rows: decileRows(gradients, least),
      notes: [
        `Made-up records. Decile 1 is the least deprived tenth of neighbourhoods, 10 the most deprived. Rates per 10,000 children a year. Counts below ${least} are [c].`,
      ],
      query: BY_DECILE,
    },
    chartTable(gradients),
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
        `Made-up records. SII and RII: slope and relative index of inequality, rates per 10,000 children a year, with ${100 * level}% intervals. A category of plan is counted per all children.`,
        ...[...gradients.divisions].map(
          ([division, { gradientTest, slopeTest }]) =>
            `${DIVISIONS[division]}: interaction of the ratios Q = ${gradientTest.statistic.toFixed(1)}, p ${p(gradientTest.p)}; of the differences Q = ${slopeTest.statistic.toFixed(1)}, p ${p(slopeTest.p)}; ${gradientTest.degrees} degrees of freedom.`,
        ),
      ],
    },
  ];
}

/** The rise for each 10% step, group by group, for the chart. */
function chartTable({ thresholds, divisions, level }: Gradients): TableInput {
  const row = (group: string, { estimate, low, high }: Estimate) => ({
    group,
    gradient: estimate,
    low,
    high,
  });
  const all = thresholds.get('plans');
  const rows = [
    ...(all === undefined ? [] : [row('All children', all.gradient)]),
    ...[...divisions].flatMap(([division, { subgroups }]) =>
      subgroups.map(({ subgroup, gradient }) => row(wordsFor(division, subgroup), gradient)),
    ),
  ];
  return {
    name: 'gradient-of-groups',
    title: 'Rise in the rate of protection plans for each 10% step of deprivation, made-up records',
    key: ['order'],
    fields: [
      { name: 'order', type: 'integer', hidden: true },
      { name: 'group', type: 'string', title: 'Group' },
      number('gradient', 'Rise', 1, 'percent'),
      { ...number('low', 'Low', 1, 'percent'), hidden: true },
      { ...number('high', 'High', 1, 'percent'), hidden: true },
    ],
    rows: rows.map((one, order) => ({ order, ...one })),
    notes: [`Made-up records; ${100 * level}% intervals.`],
    source: MADE_UP_SOURCE,
    resources: RATE_RESOURCES,
  };
}

function wordsFor(division: Division, subgroup: string): string {
  if (division === 'age_band') return subgroup.startsWith('Under') ? 'Aged under 1' : `Aged ${subgroup}`;
  if (division === 'plan_category') return `Plan: ${subgroup.toLowerCase()}`;
  return subgroup === 'Other' ? 'Other ethnic group' : subgroup;
}

function p(value: number): string {
  return value < 0.001 ? '< 0.001' : `= ${value.toFixed(3)}`;
}

function decileRows({ deciles, level }: Gradients, least: number): Row[] {
  const shown = suppressSmallCounts(deciles.rows, { fields: ['plans'], least, down: [] });
  const hidden = { symbol: 'c' } as const;
  return shown.map(({ decile = null, children, plans = null }) => {
    const people = Number(children);
    const interval = typeof plans === 'number' ? wilsonInterval(plans, people, level) : undefined;
    return {
      decile,
      plans,
      rate: typeof plans === 'number' ? (PER * plans) / people : hidden,
      rate_low: interval ? PER * interval.low : hidden,
      rate_high: interval ? PER * interval.high : hidden,
    };
  });
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
