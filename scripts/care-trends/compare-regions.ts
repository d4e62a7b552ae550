import type { ClaimInput, FindingInput, Row, Table, TableInput } from '../../src/analysis.ts';
import { RATE_DEFINITION, RATE_RESOURCES, RATE_SOURCE } from './measure-change.ts';
import type { Context, Part } from './part.ts';
import { NATIONAL_RATES, REGIONAL_RATES } from './queries.ts';
import { figure, text } from './read-values.ts';

const RESOURCES = [...RATE_RESOURCES, 'authorities', 'regions'];
const METHOD = 'Counts of the region’s authorities, summed, over their populations, summed';
const ENGLAND = { area: 'E92000001', name: 'England' };
const LONDON = 'London';
const NORTH_EAST = 'North East';

interface RegionChange {
  readonly region: string;
  readonly first: number;
  readonly last: number;
  /** Percent from first to last year. */
  readonly change: number;
}

/** Rates of the nine regions over the window, with the sharpest fall and the sharpest rise. */
export async function compareRegions({ sql, parameters }: Context): Promise<Part> {
  const { firstYear, lastYear } = parameters;
  const window = { firstYear, lastYear };
  const regional = await sql.query(REGIONAL_RATES, { key: ['region', 'year'], parameters: window });
  const national = await sql.query(NATIONAL_RATES, {
    key: ['year'],
    parameters: { ...window, england: ENGLAND.area },
  });
  const changes = changesOf(regional, firstYear, lastYear);
  const sharpestFall = changes[0];
  const sharpestRise = changes.at(-1);
  if (sharpestFall === undefined || sharpestRise === undefined) throw new Error('no regions');
  return {
    findings: [
      ...extremeFindings('fall', sharpestFall, firstYear, lastYear),
      ...extremeFindings('rise', sharpestRise, firstYear, lastYear),
      ...countFindings(changes),
    ],
    claims: regionClaims(changes),
    tables: [ratesTable(regional, national), changesTable(changes, firstYear, lastYear)],
  };
}

/** From the sharpest fall to the sharpest rise. */
function changesOf(regional: Table, firstYear: number, lastYear: number): readonly RegionChange[] {
  const rateIn = (region: string, year: number) =>
    figure(
      regional.rows.find((row) => row.region === region && row.year === year),
      'rate',
    );
  const names = [...new Set(regional.rows.map((row) => text(row, 'region')))];
  return names
    .map((region) => {
      const first = rateIn(region, firstYear);
      const last = rateIn(region, lastYear);
      return { region, first, last, change: 100 * (last / first - 1) };
    })
    .sort((a, b) => a.change - b.change);
}

function extremeFindings(
  kind: 'fall' | 'rise',
  { region, first, last, change }: RegionChange,
  firstYear: number,
  lastYear: number,
): FindingInput[] {
  const id = `region-sharpest-${kind}`;
  const common = { resources: RESOURCES, query: REGIONAL_RATES };
  const rate = (year: number, value: number): FindingInput => ({
    ...common,
    id: `${id}-rate-${year}`,
    value,
    unit: 'per 10,000',
    decimals: 0,
    method: METHOD,
    definition: `${RATE_DEFINITION} The region with the sharpest ${kind}, ${year}.`,
  });
  return [
    {
      ...common,
      id,
      value: region,
      unit: 'text',
      decimals: 0,
      method: `The region with the ${kind === 'fall' ? 'lowest' : 'highest'} percentage change in the rate from ${firstYear} to ${lastYear}`,
      definition: `Region of England with the sharpest ${kind} in the rate of children looked after`,
    },
    rate(firstYear, first),
    rate(lastYear, last),
    {
      ...common,
      id: `${id}-change`,
      value: change,
      unit: 'percent',
      decimals: 0,
      method: `The rate of ${lastYear} against the rate of ${firstYear}, unrounded`,
      definition: `Change in the rate of the region with the sharpest ${kind}`,
    },
  ];
}

function countFindings(changes: readonly RegionChange[]): FindingInput[] {
  const common = {
    unit: 'count',
    decimals: 0,
    method: METHOD,
    resources: RESOURCES,
    query: REGIONAL_RATES,
  } as const;
  return [
    { ...common, id: 'regions-total', value: changes.length, definition: 'Regions of England' },
    {
      ...common,
      id: 'regions-falling',
      value: changes.filter(({ change }) => change < 0).length,
      definition: 'Regions with an unrounded rate that ended below where it began',
    },
  ];
}

function regionClaims(changes: readonly RegionChange[]): ClaimInput[] {
  const evidence = (kind: string) => [`region-sharpest-${kind}`, `region-sharpest-${kind}-change`];
  const fall = changes[0];
  const rise = changes.at(-1);
  return [
    {
      id: 'london-fell-most',
      statement: 'London had the sharpest fall of the regions.',
      holds: fall?.region === LONDON && fall.change < 0,
      evidence: evidence('fall'),
    },
    {
      id: 'north-east-rose-most',
      statement: 'The North East had the sharpest rise of the regions.',
      holds: rise?.region === NORTH_EAST && rise.change > 0,
      evidence: evidence('rise'),
    },
  ];
}

function ratesTable(regional: Table, national: Table): TableInput {
  const england = national.rows.map((row): Row => ({ ...row, region: ENGLAND.name }));
  const rows = [...regional.rows, ...england]
    .map((row) => ({
      region: text(row, 'region'),
      year: figure(row, 'year'),
      children: figure(row, 'children'),
      population: figure(row, 'population'),
      rate: figure(row, 'rate'),
    }))
    .sort((a, b) => (a.region === b.region ? a.year - b.year : a.region < b.region ? -1 : 1));
  return {
    name: 'regional-rates',
    title: 'Rate of children looked after, England and its regions',
    key: ['region', 'year'],
    fields: [
      { name: 'region', type: 'string', title: 'Region' },
      { name: 'year', type: 'year', title: '31 March' },
      { name: 'children', type: 'integer', title: 'Children looked after', unit: 'count', decimals: 0 },
      { name: 'population', type: 'integer', title: 'Children aged 0 to 17', unit: 'count', decimals: 0 },
      { name: 'rate', type: 'number', title: 'Rate', unit: 'per 10,000', decimals: 1 },
    ],
    rows,
    notes: [`${METHOD}; England as published, its count rounded by the publisher to 10.`],
    source: RATE_SOURCE,
    resources: RESOURCES,
    query: REGIONAL_RATES,
  };
}

function changesTable(changes: readonly RegionChange[], firstYear: number, lastYear: number): TableInput {
  return {
    name: 'regional-change',
    title: `Change in the rate by region, ${firstYear} to ${lastYear}`,
    key: ['region'],
    fields: [
      { name: 'region', type: 'string', title: 'Region' },
      { name: 'first', type: 'number', title: `Rate ${firstYear}`, unit: 'per 10,000', decimals: 1 },
      { name: 'last', type: 'number', title: `Rate ${lastYear}`, unit: 'per 10,000', decimals: 1 },
      { name: 'change', type: 'number', title: 'Change', unit: 'percent', decimals: 1 },
    ],
    rows: changes.map((row) => ({ ...row })).sort((a, b) => (a.region < b.region ? -1 : 1)),
    notes: [`${METHOD}.`],
    source: RATE_SOURCE,
    resources: RESOURCES,
    query: REGIONAL_RATES,
  };
}
