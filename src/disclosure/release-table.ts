import { marksOf, unmarked, withMarks } from '../model/cell.ts';
import type { CountsDisclosure } from '../model/disclosure.ts';
import type { ResultTable, Row } from '../model/table.ts';
import type { HiddenCell } from './coarsen-rows.ts';

const HIDDEN = { symbol: 'c' } as const;

/** The table as it may leave: hidden cells as [c], withheld fields gone, counts rounded where the rules say so. */
export function releaseTable(
  table: ResultTable,
  hidden: readonly HiddenCell[],
  rounding: number | null,
): ResultTable {
  const { disclosure } = table;
  const withheld = disclosure !== undefined && 'withheld' in disclosure ? (disclosure.withheld ?? []) : [];
  const rounded =
    rounding !== null && disclosure !== undefined && 'counts' in disclosure
      ? Object.keys(disclosure.counts)
      : [];
  if (hidden.length === 0 && withheld.length === 0 && rounded.length === 0) return table;
  const byRow = new Map<number, Set<string>>();
  for (const { row, field } of hidden) byRow.set(row, (byRow.get(row) ?? new Set()).add(field));
  const fields = table.fields.filter(({ name }) => !withheld.includes(name));
  const rows = table.rows.map((row, index): Row => {
    const gone = byRow.get(index);
    return Object.fromEntries(
      fields.map(({ name }) => {
        const cell = row[name] ?? null;
        if (gone?.has(name)) return [name, HIDDEN];
        const count = unmarked(cell);
        const isRounded = rounding !== null && typeof count === 'number' && rounded.includes(name);
        return [name, isRounded ? withMarks(roundTo(count, rounding), marksOf(cell)) : cell];
      }),
    );
  });
  return { ...table, fields, rows };
}

/** Half of the base goes up. */
export function roundTo(count: number, base: number): number {
  return base * Math.floor(count / base + 0.5);
}

/** Cells computed from hidden ones, row by row. */
export function followHidden(
  table: ResultTable,
  { from = {} }: CountsDisclosure,
  hidden: readonly HiddenCell[],
): readonly HiddenCell[] {
  const gone = new Set(hidden.map(({ row, field }) => JSON.stringify([row, field])));
  return table.rows.flatMap((cells, row) =>
    Object.entries(from).flatMap(([field, sources]) => {
      const isHidden = [sources].flat().some((source) => {
        const cell = cells[source];
        const isSymbol = typeof cell === 'object' && cell !== null && 'symbol' in cell && cell.symbol === 'c';
        return isSymbol || gone.has(JSON.stringify([row, source]));
      });
      return isHidden ? [{ row, field }] : [];
    }),
  );
}
