/** Rates and their changes from the extracts in plain TypeScript, to hold the analysis's SQL to. */
import assert from 'node:assert/strict';
import type { Row, Table } from '../../../src/model/table.ts';

export type Extracts = Readonly<Record<string, Table>>;

export function rowsOf(tables: Extracts, name: string): readonly Row[] {
  const table = tables[name];
  assert.ok(table, `no extract ${name}`);
  return table.rows;
}

/** Rates by area and year, computed without SQL. */
export function ratesByHand(
  tables: Extracts,
): Map<string, Map<number, { children: number; population: number; rate: number }>> {
  const population = new Map<string, number>();
  for (const row of rowsOf(tables, 'child-population')) {
    if (row.kind === 'underlying data' && typeof row.population === 'number') {
      population.set(`${row.area} ${row.rate_year}`, row.population);
    }
  }
  const rates = new Map<string, Map<number, { children: number; population: number; rate: number }>>();
  for (const row of rowsOf(tables, 'looked-after')) {
    const year = Number(row.year);
    const people = population.get(`${row.area} ${year}`);
    const children = row.looked_after;
    if (row.earliest !== true || year < 2012 || year > 2017 || people === undefined) continue;
    if (typeof children !== 'number') continue;
    const ofArea = rates.get(String(row.area)) ?? new Map();
    ofArea.set(year, { children, population: people, rate: (10_000 * children) / people });
    rates.set(String(row.area), ofArea);
  }
  return rates;
}

const YEARS = [2012, 2013, 2014, 2015, 2016, 2017];

/** Mean of the yearly percentage changes, and change from first to last year, of every authority. */
export function changesByHand(
  tables: Extracts,
): { area: string; region: string; mean: number; plain: number }[] {
  const rates = ratesByHand(tables);
  const regions = new Map(rowsOf(tables, 'regions').map((row) => [row.area, String(row.name)]));
  return rowsOf(tables, 'authorities').flatMap((authority) => {
    const ofArea = rates.get(String(authority.area));
    const series = YEARS.map((year) => ofArea?.get(year)?.rate);
    if (series.some((rate) => rate === undefined)) return [];
    const changes = YEARS.slice(1).map((_, i) => 100 * (Number(series[i + 1]) / Number(series[i]) - 1));
    const mean = changes.reduce((sum, change) => sum + change, 0) / changes.length;
    const plain = 100 * (Number(series[5]) / Number(series[0]) - 1);
    return [{ area: String(authority.area), region: regions.get(authority.region ?? '') ?? '', mean, plain }];
  });
}
