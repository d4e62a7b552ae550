import type { ClaimInput, FindingInput } from '../../src/analysis.ts';
import { late, lateShare, type SpendingYear } from './follow-spending.ts';
import type { Context } from './part.ts';
import { NATIONAL_SPENDING } from './spending-queries.ts';

export const SPENDING_RESOURCES = [
  'section-251-outturn',
  'section-251-detail',
  'interactive-tool',
  'authorities',
  'gdp-deflator',
];

const BILLION = 1_000_000_000;
const METHOD =
  'Gross spending of all authorities (section 251 outturn): looked-after children, and child protection with social work, over these and prevention (family support, children’s centres with early years, services for young people)';

/** The years that the wording needs. */
export function yearsOf(years: readonly SpendingYear[], parameters: Context['parameters']) {
  const find = (year: number): SpendingYear => {
    const found = years.find((one) => one.year === year);
    if (found === undefined) throw new Error(`no spending in ${year}`);
    return found;
  };
  return {
    first: find(parameters.firstSpendingYear),
    study: find(parameters.year),
    last: find(parameters.lastSpendingYear),
  };
}

export function shareFindings(
  years: readonly SpendingYear[],
  parameters: Context['parameters'],
): FindingInput[] {
  const chosen = yearsOf(years, parameters);
  const { first, last, study } = chosen;
  const common = { resources: SPENDING_RESOURCES, query: NATIONAL_SPENDING } as const;
  const share = (name: keyof typeof chosen): FindingInput => ({
    ...common,
    id: `spend-share-late-${name}`,
    value: known(lateShare(chosen[name])),
    unit: 'percent',
    decimals: 0,
    n: chosen[name].authorities,
    method: METHOD,
    definition: `Late intervention as a share of spending on late intervention and prevention, England, ${chosen[name].financialYear}`,
  });
  const change = (
    id: string,
    pick: (year: SpendingYear) => number,
    until: SpendingYear,
    what: string,
  ): FindingInput => ({
    ...common,
    id,
    value: 100 * (pick(until) / pick(first) - 1),
    unit: 'percent',
    decimals: 0,
    method: `${METHOD}; real terms by the GDP deflator, ${until.financialYear} against ${first.financialYear}`,
    definition: `Change in gross spending on ${what}, England, ${first.financialYear} to ${until.financialYear}, real terms`,
  });
  const amount = (id: string, value: number, what: string, year: SpendingYear): FindingInput => ({
    ...common,
    id,
    value: value / BILLION,
    unit: '£bn',
    decimals: 1,
    method: `${METHOD}; real terms by the GDP deflator`,
    definition: `Gross spending on ${what}, England, ${year.financialYear}, at the prices of ${last.financialYear}`,
  });
  const prevention = (year: SpendingYear) => known(year.prevention);
  const held = (id: string, value: number, definition: string): FindingInput => ({
    ...common,
    id,
    value,
    unit: 'count',
    decimals: 0,
    method: 'A count of authorities with spending on any of the services',
    definition,
  });
  return [
    held('spend-authorities-last', last.authorities, `Authorities with spending in ${last.financialYear}`),
    share('first'),
    share('study'),
    share('last'),
    change('spend-change-prevention', prevention, last, 'prevention'),
    change('spend-change-prevention-study', prevention, study, 'prevention'),
    change('spend-change-late', late, last, 'late intervention'),
    change('spend-change-looked-after', (year) => year.lookedAfter, last, 'looked-after children'),
    amount('spend-prevention-first', prevention(first), 'prevention', first),
    amount('spend-prevention-last', prevention(last), 'prevention', last),
    amount('spend-late-first', late(first), 'late intervention', first),
    amount('spend-late-last', late(last), 'late intervention', last),
  ];
}

export function shareClaims(years: readonly SpendingYear[], parameters: Context['parameters']): ClaimInput[] {
  const { first, study, last } = yearsOf(years, parameters);
  const shares = [first, study, last].map((year) => known(lateShare(year)));
  const [start = 0, middle = 0, end = 0] = shares;
  return [
    {
      id: 'shift-to-late',
      statement: 'The share of spending that went on late intervention rose, by the study’s year and since.',
      holds: start < middle && middle < end,
      evidence: ['spend-share-late-first', 'spend-share-late-study', 'spend-share-late-last'],
    },
    {
      id: 'prevention-cut',
      statement: 'Spending on prevention fell in real terms while that on late intervention rose.',
      holds: known(last.prevention) < known(first.prevention) && late(last) > late(first),
      evidence: ['spend-change-prevention', 'spend-change-late'],
    },
    {
      id: 'looked-after-most-of-change',
      statement: 'Most of what late intervention gained went on looked-after children.',
      holds:
        2 * (last.lookedAfter - first.lookedAfter) > late(last) - late(first) && late(last) > late(first),
      evidence: ['spend-change-looked-after', 'spend-change-late'],
    },
  ];
}

function known(value: number | null): number {
  if (value === null) throw new Error('a year without all services was asked for its spending');
  return value;
}
