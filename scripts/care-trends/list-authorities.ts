import { numberIn, type TableInput, textIn } from '../../src/analysis.ts';
import type { Context } from './part.ts';
import { RATE_SOURCE } from './rate-terms.ts';

/** Every authority with its change and its place on the tile map. */
const AUTHORITIES = `SELECT c.region, c.name, c.first_rate, c.last_rate, c.mean_change, c.direction, t.tile_x, t.tile_y
FROM authority_change c
LEFT JOIN tile_layout t ON t.area = c.area`;

const DIRECTIONS = new Map([
  ['rise', 'Rise'],
  ['no change', 'No change'],
  ['fall', 'Fall'],
]);

/** The table behind the strip plot and the tile map: all authorities, by region and name. */
export async function listAuthorities({ sql, parameters }: Context): Promise<TableInput> {
  const { firstYear, lastYear, noChangeBand } = parameters;
  const authorities = await sql.query(AUTHORITIES, { key: ['region', 'name'] });
  return {
    name: 'authority-change',
    title: `Change in the care rate of every authority, ${firstYear} to ${lastYear}`,
    key: ['region', 'name'],
    fields: [
      { name: 'name', type: 'string', title: 'Authority' },
      { name: 'region', type: 'string', title: 'Region' },
      { name: 'first_rate', type: 'number', title: `Rate ${firstYear}`, unit: 'per 10,000', decimals: 1 },
      { name: 'last_rate', type: 'number', title: `Rate ${lastYear}`, unit: 'per 10,000', decimals: 1 },
      {
        name: 'mean_change',
        type: 'number',
        title: 'Average of the yearly changes',
        unit: 'percent',
        decimals: 1,
      },
      { name: 'direction', type: 'string', title: 'Direction' },
      { name: 'tile_x', type: 'number', title: 'Map column', hidden: true },
      { name: 'tile_y', type: 'number', title: 'Map row', hidden: true },
    ],
    rows: authorities.rows.map((row) => ({
      ...row,
      direction: DIRECTIONS.get(textIn(row, 'direction')) ?? '',
      tile_x: numberIn(row, 'tile_x'),
      tile_y: numberIn(row, 'tile_y'),
    })),
    notes: [`No change: an average of at most ${noChangeBand}% a year either way.`],
    source: RATE_SOURCE,
    resources: ['looked-after', 'child-population', 'authorities', 'regions', 'tile-layout'],
    query: AUTHORITIES,
  };
}
