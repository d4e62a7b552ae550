import { unmarked } from '../model/cell.ts';
import type { CountsDisclosure } from '../model/disclosure.ts';
import type { Table } from '../model/table.ts';

/**
 * Whether rows stand in the order of a count and of nothing else that is shown: sorted by size, a hidden
 * count lies between its neighbours. Rows that stand in the order of their categories do not.
 */
export function ordersRows(table: Table, field: string, { by }: CountsDisclosure): boolean {
  const dimensions = by.flatMap((dimension) => {
    if (typeof dimension === 'string') return [dimension];
    return 'stack' in dimension ? [dimension.stack, dimension.category] : [dimension.field];
  });
  if (table.key.every((name) => dimensions.includes(name))) return false;
  const counts = table.rows
    .map((row) => unmarked(row[field] ?? null))
    .filter((cell) => typeof cell === 'number');
  if (counts.length < 4 || new Set(counts).size < 3) return false;
  const steps = counts.slice(1).map((count, index) => Math.sign(count - (counts[index] ?? 0)));
  return steps.every((step) => step >= 0) || steps.every((step) => step <= 0);
}
