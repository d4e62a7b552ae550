import type { ClaimInput, FindingInput, Row, Table, TableInput } from '../../src/analysis.ts';
import type { Context, Part } from './part.ts';
import { AUTHORITY_CHANGES, NATIONAL_RATES, splitByBand } from './queries.ts';
import { figure, rowWhere } from './read-values.ts';

export const RATE_RESOURCES = ['looked-after', 'child-population'];
export const AREA_RESOURCES = [...RATE_RESOURCES, 'authorities', 'regions'];

/** Printed under tables and charts of rates. */
export const RATE_SOURCE =
  'Source: Department for Education, looked-after children and children in need statistics.';

export const RATE_DEFINITION =
  'Children looked after at 31 March per 10,000 children aged 0 to 17, as first published: the count of that year’s release over the mid-year population printed with that year’s children-in-need statistics, unrounded.';

/** Bands of no change, in percent a year either way, that the sensitivity table tries beside the chosen one. */
const OTHER_BANDS = [0, 0.05, 0.15, 0.25, 0.5, 1];

const ENGLAND = 'E92000001';

const MEASURES = {
  mean: 'Average of years',
  plain: 'End less start',
} as const;

export interface Change extends Part {
  /** One row for each authority; also the database's table `authority_change`. */
  readonly authorities: Table;
}

/** Change in the rate of every authority, and how many rose, fell or did not change. */
export async function measureChange({ sql, parameters }: Context): Promise<Change> {
  const { firstYear, lastYear, noChangeBand } = parameters;
  const window = { firstYear, lastYear };
  const authorities = await sql.query(AUTHORITY_CHANGES, {
    name: 'authority-change',
    key: ['area'],
    parameters: { ...window, noChangeBand },
  });
  await sql.add(authorities);
  const bands = [...OTHER_BANDS, noChangeBand].sort((a, b) => a - b);
  const splitQuery = splitByBand(bands);
  const split = await sql.query(splitQuery, {
    key: ['measure', 'band'],
    parameters: { years: lastYear - firstYear },
  });
  const national = await sql.query(NATIONAL_RATES, {
    key: ['year'],
    parameters: { ...window, england: ENGLAND },
  });
  const same = sameSplit(authorities, noChangeBand);
  return {
    authorities,
    findings: [
      ...bandFindings(same, noChangeBand),
      ...splitFindings(split, noChangeBand, splitQuery),
      ...plainFindings(split, splitQuery),
      {
        id: 'years-in-window',
        value: lastYear - firstYear,
        unit: 'count',
        decimals: 0,
        method: 'Last year less first year',
        definition: `Year-on-year changes from 31 March ${firstYear} to 31 March ${lastYear}`,
      },
      ...nationalFindings(national, firstYear, lastYear),
    ],
    claims: splitClaims(split, noChangeBand),
    tables: [sensitivityTable(split, splitQuery, noChangeBand, same)],
  };
}

function splitRow(split: Table, measure: keyof typeof MEASURES, band: number): Row {
  const row = split.rows.find((candidate) => candidate.measure === measure && candidate.band === band);
  if (row === undefined) throw new Error(`no split for the band ${band}`);
  return row;
}

function total(row: Row): number {
  return figure(row, 'rising') + figure(row, 'no_change') + figure(row, 'falling');
}

/** The headline: counts and shares under the chosen definition. */
function splitFindings(split: Table, band: number, query: string): FindingInput[] {
  const row = splitRow(split, 'mean', band);
  const all = total(row);
  const method = `The arithmetic mean of the five year-on-year percentage changes in the rate; no change is at most ${band}% a year either way.`;
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
        value: figure(row, field),
        unit: 'count',
        ...common,
        definition: `Upper-tier authorities ${words}`,
      },
      {
        id: `share-${id}`,
        value: (100 * figure(row, field)) / all,
        unit: 'percent',
        ...common,
        definition: `Upper-tier authorities ${words}, as a share of all with a rate in every year`,
      },
    ]),
  ];
}

function bandFindings({ from, to }: ReturnType<typeof sameSplit>, band: number): FindingInput[] {
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
function plainFindings(split: Table, query: string): FindingInput[] {
  const row = splitRow(split, 'plain', 0);
  const method =
    'The rate of the last year against the rate of the first, unrounded, with no band of no change';
  return (['rising', 'falling'] as const).flatMap((field): FindingInput[] => {
    const common = { decimals: 0, n: total(row), method, resources: AREA_RESOURCES, query };
    return [
      {
        id: `plain-${field}`,
        value: figure(row, field),
        unit: 'count',
        ...common,
        definition: `Upper-tier authorities with a rate that ended ${field === 'rising' ? 'above' : 'below'} where it began`,
      },
      {
        id: `plain-share-${field}`,
        value: (100 * figure(row, field)) / total(row),
        unit: 'percent',
        ...common,
        definition: `Share of upper-tier authorities with a rate that ended ${field === 'rising' ? 'above' : 'below'} where it began`,
      },
    ];
  });
}

function nationalFindings(national: Table, firstYear: number, lastYear: number): FindingInput[] {
  const resources = RATE_RESOURCES;
  const ends = [firstYear, lastYear].map((year) => ({ year, row: rowWhere(national, 'year', year) }));
  const [first, last] = ends.map(({ row }) => figure(row, 'rate'));
  if (first === undefined || last === undefined) throw new Error('no national rate');
  return [
    ...ends.flatMap(({ year, row }): FindingInput[] => [
      {
        id: `rate-england-${year}`,
        value: figure(row, 'rate'),
        unit: 'per 10,000',
        decimals: 0,
        method: 'The published count for England over the published population of England',
        definition: RATE_DEFINITION,
        resources,
        query: NATIONAL_RATES,
      },
      {
        id: `children-england-${year}`,
        value: figure(row, 'children'),
        unit: 'count',
        decimals: 0,
        method: 'As published, rounded by the publisher to 10',
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

function splitClaims(split: Table, band: number): ClaimInput[] {
  const majority = split.rows.every((row) => figure(row, 'rising') > figure(row, 'falling'));
  const chosen = splitRow(split, 'mean', band);
  return [
    {
      id: 'most-authorities-rose',
      statement: 'The rate rose in more than half of the authorities.',
      holds: figure(chosen, 'rising') > total(chosen) / 2,
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

/** The narrowest and the widest band with the same split as the chosen one. */
function sameSplit(authorities: Table, band: number): { readonly from: number; readonly to: number } {
  const sizes = authorities.rows.map((row) => Math.abs(figure(row, 'mean_change')));
  return {
    from: Math.max(0, ...sizes.filter((size) => size <= band)),
    to: Math.min(...sizes.filter((size) => size > band)),
  };
}

function sensitivityTable(
  split: Table,
  query: string,
  noChangeBand: number,
  { from, to }: { readonly from: number; readonly to: number },
): TableInput {
  const rows = split.rows.map((row) => ({
    measure: MEASURES[row.measure === 'mean' ? 'mean' : 'plain'],
    band: figure(row, 'band'),
    rising: figure(row, 'rising'),
    no_change: figure(row, 'no_change'),
    falling: figure(row, 'falling'),
    share_rising: (100 * figure(row, 'rising')) / total(row),
    share_no_change: (100 * figure(row, 'no_change')) / total(row),
    share_falling: (100 * figure(row, 'falling')) / total(row),
  }));
  const share = (name: string, title: string) =>
    ({ name, type: 'number', title, unit: 'percent', decimals: 0 }) as const;
  const count = (name: string, title: string) =>
    ({ name, type: 'integer', title, unit: 'count', decimals: 0 }) as const;
  return {
    name: 'split-by-definition',
    title: 'The split depends on what counts as a change',
    key: ['measure', 'band'],
    fields: [
      { name: 'measure', type: 'string', title: 'Measure of change' },
      { name: 'band', type: 'number', title: 'No change up to, a year', unit: 'percent', decimals: 2 },
      count('rising', 'Rising'),
      count('no_change', 'No change'),
      count('falling', 'Falling'),
      share('share_rising', 'Share rising'),
      share('share_no_change', 'Share with no change'),
      share('share_falling', 'Share falling'),
    ],
    rows,
    notes: [
      `The release uses the average of the yearly changes with a band of ${noChangeBand}% a year; end less start is divided by the number of years. With the average, bands from ${from.toFixed(3)}% to ${to.toFixed(3)}% give the same split; narrower or wider ones do not.`,
    ],
    source: RATE_SOURCE,
    sumsTo100: ['share_rising', 'share_no_change', 'share_falling'],
    resources: AREA_RESOURCES,
    query,
  };
}
