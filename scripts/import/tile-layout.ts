import { defineImporter, type ImportContext, type Row } from '../../src/analysis.ts';
import { areaField } from './official-files/fields.ts';
import { OUR_OWN } from './official-files/licences.ts';
import { LONDON, LONDON_AT, MAINLAND } from './tile-layout/tile-drawing.ts';
import { TILE_NAMES } from './tile-layout/tile-names.ts';

/** The years for which the map is drawn: the same 152 authorities existed throughout. */
const YEARS = { first: 2012, last: 2017 };

/** Squares for a map of England's upper-tier authorities, from a drawing and the authorities' names. */
export default defineImporter({
  id: 'tile-layout',
  title: 'Tile map of upper-tier authorities',
  reads: [],
  needs: ['authorities'],
  produces: [
    {
      name: 'tile-layout',
      title: 'Tile map of England: one square for each upper-tier authority of 2012 to 2017',
      description:
        'Column (x, from the left) and row (y, from the top) of each square. London is an inset in the upper right, a fraction of a square aside. The arrangement is Plumbline’s own; codes and names are those of the authorities.',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      sources: [
        { title: 'Arrangement drawn for Plumbline (scripts/import/tile-layout)', publisher: 'Plumbline' },
      ],
      licenses: [OUR_OWN],
      synthetic: false,
      schema: {
        fields: [
          areaField(),
          { name: 'tile_x', type: 'number', title: 'Column', constraints: { required: true, minimum: 0 } },
          { name: 'tile_y', type: 'number', title: 'Row', constraints: { required: true, minimum: 0 } },
        ],
        primaryKey: ['area'],
        foreignKeys: [{ fields: ['area'], reference: { resource: 'authorities', fields: ['area'] } }],
      },
    },
  ],
  async run(context) {
    const tiles = new Map([...placeTiles(MAINLAND, { x: 0, y: 0 }), ...placeTiles(LONDON, LONDON_AT)]);
    return { 'tile-layout': joinAuthorities(context, tiles) };
  },
});

interface Tile {
  readonly x: number;
  readonly y: number;
}

/** Reads a drawing: rows are lines, columns are words, a dot is empty. */
function placeTiles(drawing: string, at: Tile): [string, Tile][] {
  return drawing
    .trim()
    .split('\n')
    .flatMap((line, y) =>
      line
        .trim()
        .split(/\s+/)
        .flatMap((code, x): [string, Tile][] => (code === '.' ? [] : [[code, { x: x + at.x, y: y + at.y }]])),
    );
}

/** Every authority of the years has one square, and every square an authority. */
function joinAuthorities(context: ImportContext, tiles: ReadonlyMap<string, Tile>): Row[] {
  const codes = new Map(Object.entries(TILE_NAMES).map(([code, name]) => [name, code]));
  const existing = context.extract('authorities').filter(existedThroughout);
  const rows = existing.map((authority) => {
    const tile = tiles.get(codes.get(String(authority.name)) ?? '');
    if (tile === undefined) throw new Error(`no square is drawn for ${String(authority.name)}`);
    return { area: authority.area ?? null, tile_x: tile.x, tile_y: tile.y };
  });
  if (rows.length !== tiles.size) {
    throw new Error(`${tiles.size} squares are drawn for ${rows.length} authorities`);
  }
  return rows;
}

function existedThroughout(authority: Row): boolean {
  const [first, last] = [authority.first_year, authority.last_year];
  return (
    (typeof first !== 'number' || first <= YEARS.first) && (typeof last !== 'number' || last >= YEARS.last)
  );
}
