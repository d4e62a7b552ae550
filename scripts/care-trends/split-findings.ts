import { type ClaimInput, type FindingInput, numberIn, type Table } from '../../src/analysis.ts';
import { AREA_RESOURCES } from './rate-terms.ts';
import { type SameSplit, splitRow, total } from './split-rows.ts';

/** The headline: counts and shares under the chosen definition. */
export function splitFindings(split: Table, band: number, query: string): FindingInput[] {
  const row = splitRow(split, 'mean', band);
  const all = total(row);
  const method = `The arithmetic mean of the year-on-year percentage changes in the rate; no change is at most ${band}% a year either way.`;
  const common = { decimals: 0, n: all, method, resources: AREA_RESOURCES, query } as const;
  const groups = [
    ['rising', 'rising', 'whose rate rose on average'],
    ['no-change', 'no_change', 'whose rate did not change on average'],
    ['falling', 'falling', 'whose rate fell on average'],
  ] as const;
  return [
    {
      id: 'authorities-total',
      value: all,
      unit: 'count',
      ...common,
      method: 'A count of authorities with a rate in every year of the window',
      definition:
        'Upper-tier local authorities of England with a rate in every year. The Isles of Scilly have none and are left out.',
    },
    ...groups.flatMap(([id, field, words]): FindingInput[] => [
      {
        id: `authorities-${id}`,
        value: numberIn(row, field),
        unit: 'count',
        ...common,
        definition: `Upper-tier authorities ${words}`,
      },
      {
        id: `share-${id}`,
        value: (100 * numberIn(row, field)) / all,
        unit: 'percent',
        ...common,
        definition: `Upper-tier authorities ${words}, as a share of all with a rate in every year`,
      },
    ]),
  ];
}

/** The band of no change, and how far it could move without moving the split. */
export function bandFindings({ from, to }: SameSplit, band: number): FindingInput[] {
  const common = {
    unit: 'percent',
    method: 'The arithmetic mean of the year-on-year percentage changes',
    resources: AREA_RESOURCES,
  } as const;
  return [
    {
      ...common,
      id: 'no-change-band',
      value: band,
      decimals: 1,
      method: 'Chosen: of the bands tried, the one at which the published split comes out',
      definition: 'Largest mean annual change, either way, that counts as no change',
    },
    {
      ...common,
      id: 'same-split-from',
      value: from,
      decimals: 3,
      definition:
        'The narrowest band of no change with the same split: the largest mean annual change within the chosen band',
    },
    {
      ...common,
      id: 'same-split-to',
      value: to,
      decimals: 3,
      definition:
        'The band of no change below which the split stays the same: the smallest mean annual change outside the chosen band',
    },
  ];
}

/** The plain alternative: rate of the last year against that of the first, with no band. */
export function plainFindings(split: Table, query: string): FindingInput[] {
  const row = splitRow(split, 'plain', 0);
  const method =
    'The rate of the last year against the rate of the first, unrounded, with no band of no change';
  return (['rising', 'falling'] as const).flatMap((field): FindingInput[] => {
    const common = { decimals: 0, n: total(row), method, resources: AREA_RESOURCES, query };
    return [
      {
        id: `plain-${field}`,
        value: numberIn(row, field),
        unit: 'count',
        ...common,
        definition: `Upper-tier authorities with a rate that ended ${field === 'rising' ? 'above' : 'below'} where it began`,
      },
      {
        id: `plain-share-${field}`,
        value: (100 * numberIn(row, field)) / total(row),
        unit: 'percent',
        ...common,
        definition: `Share of upper-tier authorities with a rate that ended ${field === 'rising' ? 'above' : 'below'} where it began`,
      },
    ];
  });
}

/** Claims that choose the wording of the release. */
export function splitClaims(split: Table, band: number): ClaimInput[] {
  const majority = split.rows.every((row) => numberIn(row, 'rising') > numberIn(row, 'falling'));
  const chosen = splitRow(split, 'mean', band);
  return [
    {
      id: 'most-authorities-rose',
      statement: 'The rate rose in more than half of the authorities.',
      holds: numberIn(chosen, 'rising') > total(chosen) / 2,
      evidence: ['authorities-rising', 'authorities-total'],
    },
    {
      id: 'rises-outnumber-falls-however-counted',
      statement: 'Rises outnumber falls under every definition tried.',
      holds: majority,
      evidence: ['authorities-rising', 'authorities-falling', 'plain-rising', 'plain-falling'],
    },
  ];
}
