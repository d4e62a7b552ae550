import { type Estimate, numberIn, type Row, type TableInput, wilsonInterval } from '../../src/analysis.ts';
import { cameTo, MADE_UP_SOURCE, PLANS, RATE_RESOURCES } from './child-terms.ts';
import { BY_DECILE, DIVISIONS, type Division } from './gradient-queries.ts';
import { type Gradients, PER, THRESHOLDS, type Threshold } from './measure-gradients.ts';

const number = (name: string, title: string, decimals: number, unit?: string) =>
  ({ name, type: 'number', title, decimals, ...(unit === undefined ? {} : { unit }) }) as const;

const ALL_CHILDREN = 'All children';
const MODELLED = ['gradient', 'low', 'high', 'sii', 'sii_low', 'sii_high', 'rii', 'rii_low', 'rii_high'];

/** The stage to which those came whom a threshold counts. */
const COUNTED: Readonly<Record<Threshold, string>> = {
  referrals: cameTo('Referral'),
  enquiries: cameTo('Section 47 enquiry'),
  plans: PLANS,
  looked_after: cameTo('Looked after'),
};

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
      rows: decileRows(gradients),
      disclosure: {
        by: ['decile'],
        counts: { plans: PLANS },
        from: { rate: 'plans', rate_low: 'plans', rate_high: 'plans' },
      },
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
        { name: 'counted', type: 'string' },
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
      rows: groupRows(gradients),
      disclosure: {
        by: [{ stack: 'division', category: 'group' }],
        total: ALL_CHILDREN,
        counts: { plans: { of: { field: 'counted' } } },
        from: Object.fromEntries(MODELLED.map((name) => [name, 'plans'])),
        labels: ['order'],
        withheld: ['counted'],
      },
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
function chartTable(gradients: Gradients): TableInput {
  const { thresholds, divisions, level } = gradients;
  const row = (group: string, { estimate, low, high }: Estimate) => ({
    group,
    gradient: estimate,
    low,
    high,
  });
  const all = thresholds.get('plans');
  const rows = [
    ...(all === undefined ? [] : [row(ALL_CHILDREN, all.gradient)]),
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
    disclosure: { model: modelBehind(gradients) },
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

function decileRows({ deciles, level }: Gradients): Row[] {
  return deciles.rows.map((row) => {
    const [plans, people] = [numberIn(row, 'plans'), numberIn(row, 'children')];
    const { low, high } = wilsonInterval(plans, people, level);
    return {
      decile: numberIn(row, 'decile'),
      plans,
      rate: (PER * plans) / people,
      rate_low: PER * low,
      rate_high: PER * high,
    };
  });
}

function groupRows({ thresholds, divisions }: Gradients): Row[] {
  const spread = (name: string, { estimate, low, high }: Estimate, short = name) => ({
    [name]: estimate,
    [`${short}low`]: low,
    [`${short}high`]: high,
  });
  const row = (
    counted: string,
    division: string,
    group: string,
    plans: number,
    slope: Estimate,
    relative: Estimate,
    gradient: Estimate,
  ) => ({
    counted,
    division,
    group,
    plans,
    ...spread('gradient', gradient, ''),
    ...spread('sii', slope, 'sii_'),
    ...spread('rii', relative, 'rii_'),
  });
  const rows = [
    ...[...thresholds].map(([threshold, { cases, slope, relative, gradient }]) =>
      row(COUNTED[threshold], ALL_CHILDREN, THRESHOLDS[threshold], cases, slope, relative, gradient),
    ),
    ...[...divisions].flatMap(([division, { subgroups }]) =>
      subgroups.map(({ subgroup, cases, slope, relative, gradient }) =>
        row(PLANS, DIVISIONS[division], subgroup, cases, slope, relative, gradient),
      ),
    ),
  ];
  return rows.map((one, order) => ({ order, ...one }));
}

/** Each gradient rests on the plans of its group: two coefficients. */
function modelBehind({ divisions }: Gradients) {
  const cells = [...divisions.values()].flatMap(({ subgroups }) => subgroups.map(({ cases }) => cases));
  return { records: Math.min(...cells), cells, parameters: 2 };
}
