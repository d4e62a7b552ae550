import type { ResultTable } from '../model/table.ts';
import type { ChartRow } from './chart-rows.ts';
import type { SceneMark } from './read-scene.ts';

/** Where a row of a table is drawn, in px from the upper left corner of the drawing. */
export interface ChartPoint {
  /** Number of the chart's table, and of the row in it, from 0. */
  readonly table: number;
  readonly row: number;
  readonly x: number;
  readonly y: number;
}

/** Column that a row of a table carries through Vega, so that what is drawn of it can be told. */
const ROW = 'plumbline_row';

/** What stands for a row best, where several marks do: a dot, an area, a corner of a line, a line of its own. */
const RANKS: Readonly<Record<string, number>> = {
  ...{ symbol: 0, rect: 1, arc: 1, path: 1, shape: 1, line: 2, area: 2, trail: 2, rule: 3 },
};

/** Where a mark is one drawing through all its items, each is a corner of it and has no bounds of its own. */
const OUTLINES: ReadonlySet<string> = new Set(['line', 'area', 'trail']);

/** Beyond this many, what stands nearest to a pointer says nothing, and the page would be long. */
const MOST = 600;

/** The rows of a table, each with its number. */
export function numberRows(rows: readonly ChartRow[], table: number): ChartRow[] {
  return rows.map((row, index) => ({ ...row, [ROW]: `${table}:${index}` }));
}

/**
 * Where a drawing shows the rows of its tables. Rows that it sums up stand nowhere; a row that is drawn several
 * times, at each place.
 *
 * @param origin of the scene within the drawing
 */
export function listPoints(
  root: SceneMark,
  origin: { readonly x: number; readonly y: number },
): ChartPoint[] {
  const found = new Map<string, { rank: number; places: Map<string, ChartPoint> }>();
  const visit = (mark: SceneMark, x: number, y: number): void => {
    if (mark.marktype === 'group') {
      if (/^(axis|legend|title)/.test(mark.role ?? '')) return;
      for (const item of mark.items)
        for (const inner of item.items ?? []) visit(inner, x + (item.x ?? 0), y + (item.y ?? 0));
      return;
    }
    const rank = RANKS[mark.marktype];
    if (rank === undefined) return;
    for (const item of mark.items) {
      const id = item.datum?.[ROW];
      const bounds = OUTLINES.has(mark.marktype) ? undefined : item.bounds;
      const centre = bounds
        ? { x: (bounds.x1 + bounds.x2) / 2, y: (bounds.y1 + bounds.y2) / 2 }
        : { x: item.x ?? Number.NaN, y: item.y ?? Number.NaN };
      const place = { x: Math.round(x + centre.x), y: Math.round(y + centre.y) };
      if (typeof id !== 'string' || item.defined === false || !Number.isFinite(place.x + place.y)) continue;
      const before = found.get(id);
      if (before && before.rank < rank) continue;
      const [table = 0, row = 0] = id.split(':').map(Number);
      const places = before?.rank === rank ? before.places : new Map<string, ChartPoint>();
      places.set(`${place.x},${place.y}`, { table, row, ...place });
      found.set(id, { rank, places });
    }
  };
  visit(root, origin.x, origin.y);
  const points = [...found.values()].flatMap(({ places }) => [...places.values()]);
  return points.length > MOST ? [] : points.sort((a, b) => a.table - b.table || a.row - b.row);
}

/** For the page's script: `row,x,y` of each point, and between two tables a semicolon. */
export function writePoints(points: readonly ChartPoint[], tables: readonly ResultTable['name'][]): string {
  return tables
    .map((_, table) => points.filter((point) => point.table === table))
    .map((own) => own.map(({ row, x, y }) => `${row},${x},${y}`).join(' '))
    .join(';');
}
