import type { Coordinate, CountedField, CountsDisclosure, Dimension } from '../model/disclosure.ts';
import type { Row, Table } from '../model/table.ts';
import type { Hierarchies } from './stated-cell.ts';

const TOTAL = 'All';

/** The fields that a dimension reads. */
export function fieldsOf(dimension: Dimension): readonly string[] {
  if (typeof dimension === 'string') return [dimension];
  if ('stack' in dimension) return [dimension.stack, dimension.category];
  return dimension.within === undefined ? [dimension.field] : [dimension.field, dimension.within];
}

/** The name by which a count's own `by` speaks of a dimension. */
export function nameOf(dimension: Dimension): string {
  if (typeof dimension === 'string') return dimension;
  return 'stack' in dimension ? dimension.stack : dimension.field;
}

/** Who is counted in a row. */
export function whoOf(row: Row, { of }: CountedField): string {
  return typeof of === 'string' ? of : String(coordinateIn(row[of.field]));
}

/** The categories at which a count of a row stands; a dimension that is totalled is not among them. */
export function coordinatesOf(
  row: Row,
  { by, total = TOTAL }: CountsDisclosure,
  counted: CountedField,
): ReadonlyMap<string, Coordinate> {
  const coordinates = new Map<string, Coordinate>(Object.entries(counted.at ?? {}));
  for (const dimension of by) {
    if (counted.by !== undefined && !counted.by.includes(nameOf(dimension))) continue;
    const [name, category] = placeIn(row, dimension);
    if (category === null || String(category) === String(total) || String(name) === String(total)) continue;
    coordinates.set(String(name), category);
  }
  return coordinates;
}

function placeIn(row: Row, dimension: Dimension): readonly [unknown, Coordinate | null] {
  if (typeof dimension === 'string') return [dimension, coordinateIn(row[dimension])];
  if ('stack' in dimension)
    return [coordinateIn(row[dimension.stack]), coordinateIn(row[dimension.category])];
  return [dimension.name ?? dimension.field, coordinateIn(row[dimension.field])];
}

function coordinateIn(cell: unknown): Coordinate | null {
  if (typeof cell === 'number' || typeof cell === 'string') return cell;
  return typeof cell === 'boolean' ? String(cell) : null;
}

/** The sub-totals to which categories belong, by dimension. */
export function readHierarchies(table: Table, { by, total = TOTAL }: CountsDisclosure): Hierarchies {
  const hierarchies: Hierarchies = new Map();
  for (const dimension of by) {
    if (typeof dimension === 'string' || 'stack' in dimension || dimension.within === undefined) continue;
    const parents = new Map<string, string | null>();
    for (const row of table.rows) {
      const category = coordinateIn(row[dimension.field]);
      const above = coordinateIn(row[dimension.within]);
      if (category === null || String(category) === String(total)) continue;
      const isTop = above === null || String(above) === String(total) || above === category;
      parents.set(String(category), isTop ? null : String(above));
    }
    hierarchies.set(dimension.name ?? dimension.field, parents);
  }
  return hierarchies;
}
