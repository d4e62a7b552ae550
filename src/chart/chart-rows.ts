import { type Cell, isMarkedCell, isSymbolCell, unmarked } from '../model/cell.ts';
import { marksColumn, marksText, symbolColumn, symbolText } from '../model/companion-columns.ts';
import type { ResultTable, Row } from '../model/table.ts';
import type { Binding } from './chart.ts';

/** A row as Vega sees it: plain values only. */
export type ChartRow = Record<string, string | number | boolean | null>;

/**
 * Rows for Vega. A symbol never becomes a number: its cell is NaN (`null` in a field of texts), which is not drawn
 * and gives NaN in whatever is computed with it, where `null` would count as 0; `<field>_symbol` holds its code (`c`),
 * so that a chart can draw it as a mark of its own. Of a marked number the cell holds the number and
 * `<field>_marks` the marks (`p`). The objects are fresh: Vega writes into them.
 */
export function chartRows(table: ResultTable, binding: Binding | null): ChartRow[] {
  const columns =
    binding?.table === table.name
      ? binding.columns.map(({ as, field }) => ({ as, field }))
      : table.fields.map(({ name }) => ({ as: name, field: name }));
  const numeric = new Set(
    table.fields.filter(({ type }) => type === 'number' || type === 'integer').map(({ name }) => name),
  );
  return table.rows.map((row) => chartRow(row, columns, numeric));
}

function chartRow(
  row: Row,
  columns: readonly { as: string; field: string | null }[],
  numeric: ReadonlySet<string | null>,
): ChartRow {
  return Object.fromEntries(
    columns.flatMap(({ as, field }) => {
      const cell: Cell = field === null ? null : (row[field] ?? null);
      const plain = unmarked(cell);
      return [
        [as, isSymbolCell(plain) ? (numeric.has(field) ? Number.NaN : null) : plain],
        [symbolColumn(as), symbolText(cell)],
        ...(isMarkedCell(cell) ? [[marksColumn(as), marksText(cell)] as const] : []),
      ];
    }),
  );
}
