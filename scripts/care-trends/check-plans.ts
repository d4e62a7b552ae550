import { type ClaimInput, type FindingInput, numberIn, rowWhere, type Table } from '../../src/analysis.ts';

const BILLION = 1_000_000_000;

/** Published plans to one decimal, £bn, which other sources confirm. */
export interface Plans {
  readonly before: number;
  readonly after: number;
}

/** Planned spending as a news story quotes it, to two decimals, which no other source does. */
export interface QuotedPlans extends Plans {
  /** £m */
  readonly rise: number;
}

/** Only the difference of the quoted plans is computed; the plans themselves are as published. */
export function planFindings(quoted: QuotedPlans, confirmed: Plans): FindingInput[] {
  const common = { unit: '£bn', resources: ['published-facts'] } as const;
  return [
    {
      id: 'spend-difference',
      value: 1000 * quoted.after - 1000 * quoted.before,
      unit: '£m',
      decimals: 0,
      method:
        'The plan for 2018-19 less the plan for 2017-18, both in £bn to two decimals as the news quotes them; published-facts confirms each to one decimal',
      definition:
        'Planned rise in spending on looked-after children from 2017-18 to 2018-19, as the rounded published figures give it',
      resources: ['unconfirmed-figures'],
    },
    {
      id: 'spend-plan-quoted-2017-18',
      value: quoted.before,
      unit: '£bn',
      decimals: 2,
      method: 'As the news quotes it',
      definition: 'Planned spending on looked-after children in 2017-18 (section 251 budget)',
      resources: ['unconfirmed-figures'],
    },
    {
      id: 'spend-plan-quoted-2018-19',
      value: quoted.after,
      unit: '£bn',
      decimals: 2,
      method: 'As the news quotes it',
      definition: 'Planned spending on looked-after children in 2018-19 (section 251 budget)',
      resources: ['unconfirmed-figures'],
    },
    {
      id: 'spend-rise-quoted',
      value: quoted.rise,
      unit: '£m',
      decimals: 1,
      method: 'As the news quotes it',
      definition: 'Planned rise in spending on looked-after children from 2017-18 to 2018-19',
      resources: ['unconfirmed-figures'],
    },
    {
      ...common,
      id: 'spend-plan-confirmed-2017-18',
      value: confirmed.before,
      decimals: 1,
      method: 'As published',
      definition: 'Planned spending on looked-after children in 2017-18 (section 251 budget), to one decimal',
    },
    {
      ...common,
      id: 'spend-plan-confirmed-2018-19',
      value: confirmed.after,
      decimals: 1,
      method: 'As published',
      definition: 'Planned spending on looked-after children in 2018-19 (section 251 budget), to one decimal',
    },
  ];
}

/** Whether the published plans agree with one another, with other sources and with what was spent. */
export function moneyClaims(
  spending: Table,
  { before, after, rise }: QuotedPlans,
  confirmed: Plans,
  lastYear: number,
): ClaimInput[] {
  // Each plan is rounded to £10m, so their difference is within £10m of the exact one.
  const addsUp = Math.abs(1000 * after - 1000 * before - rise) <= 10;
  const outturn = (year: number) => numberIn(rowWhere(spending, 'year_ending', year), 'cash') / BILLION;
  return [
    {
      id: 'plans-add-up',
      statement: 'The published rise is the difference of the published plans, within their rounding.',
      holds: addsUp,
      evidence: ['spend-difference', 'spend-rise-quoted'],
    },
    {
      id: 'plans-confirmed',
      statement: 'To one decimal, the published plans are those that other sources give.',
      holds:
        before.toFixed(1) === confirmed.before.toFixed(1) && after.toFixed(1) === confirmed.after.toFixed(1),
      evidence: ['spend-plan-confirmed-2017-18', 'spend-plan-confirmed-2018-19'],
    },
    {
      id: 'outturn-above-plan',
      statement: 'In both years authorities spent more on looked-after children than they had planned.',
      holds: outturn(lastYear + 1) > before && outturn(lastYear + 2) > after,
      evidence: ['spend-outturn-2017-18', 'spend-outturn-2018-19', 'spend-difference'],
    },
  ];
}
