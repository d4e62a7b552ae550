import {
  type AnalysisResult,
  type ClaimInput,
  type FindingInput,
  numberIn,
  type Table,
  textIn,
} from '../../src/analysis.ts';
import type { Context } from './part.ts';
import { NATIONAL_RATES, REGIONAL_RATES } from './queries.ts';
import { AREA_RESOURCES, ENGLAND, RATE_DEFINITION } from './rate-terms.ts';
import { REGION_METHOD, type RegionChange, regionTables } from './region-tables.ts';

const LONDON = 'London';
const NORTH_EAST = 'North East';

/** Rates of the nine regions over the window, with the sharpest fall and the sharpest rise. */
export async function compareRegions({ sql, parameters }: Context): Promise<AnalysisResult> {
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
    tables: regionTables(regional, national, changes, { firstYear, lastYear }),
  };
}

/** From the sharpest fall to the sharpest rise. */
function changesOf(regional: Table, firstYear: number, lastYear: number): readonly RegionChange[] {
  const rateIn = (region: string, year: number) =>
    numberIn(
      regional.rows.find((row) => row.region === region && row.year === year),
      'rate',
    );
  const names = [...new Set(regional.rows.map((row) => textIn(row, 'region')))];
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
  const common = { resources: AREA_RESOURCES, query: REGIONAL_RATES };
  const rate = (year: number, value: number): FindingInput => ({
    ...common,
    id: `${id}-rate-${year}`,
    value,
    unit: 'per 10,000',
    decimals: 0,
    method: REGION_METHOD,
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
    method: REGION_METHOD,
    resources: AREA_RESOURCES,
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
