import { numberIn, type Row, type Table, type TableInput, textIn } from '../../src/analysis.ts';
import { REGIONAL_RATES } from './queries.ts';
import { AREA_RESOURCES, ENGLAND, RATE_SOURCE } from './rate-terms.ts';

export const REGION_METHOD = 'Counts of the region’s authorities, summed, over their populations, summed';

export interface RegionChange {
  readonly region: string;
  readonly first: number;
  readonly last: number;
  /** Percent from first to last year. */
  readonly change: number;
}

/** The tables behind the charts of regional rates. */
export function regionTables(
  regional: Table,
  national: Table,
  changes: readonly RegionChange[],
  { firstYear, lastYear }: { readonly firstYear: number; readonly lastYear: number },
): TableInput[] {
  return [ratesTable(regional, national), changesTable(changes, firstYear, lastYear)];
}

function ratesTable(regional: Table, national: Table): TableInput {
  const england = national.rows.map((row): Row => ({ ...row, region: ENGLAND.name }));
  const rows = [...regional.rows, ...england]
    .map((row) => ({
      region: textIn(row, 'region'),
      year: numberIn(row, 'year'),
      children: numberIn(row, 'children'),
      population: numberIn(row, 'population'),
      rate: numberIn(row, 'rate'),
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
    notes: [`${REGION_METHOD}; England as published, its count rounded by the publisher to tens.`],
    source: RATE_SOURCE,
    resources: AREA_RESOURCES,
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
    notes: [`${REGION_METHOD}.`],
    source: RATE_SOURCE,
    resources: AREA_RESOURCES,
    query: REGIONAL_RATES,
  };
}
