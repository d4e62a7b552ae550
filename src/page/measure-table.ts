import { formatTable } from '../findings/format-table.ts';
import type { ResultTable } from '../model/table.ts';

/** The space before a column, in characters. */
const GAP = 2;

/**
 * About how many characters a table is wide where no cell is broken: of each column its longest cell, or the
 * longest word of its heading.
 */
export function measureTable(table: ResultTable): number {
  const { headings, rows } = formatTable(table);
  const widths = headings.map((heading, column) => {
    const words = heading.split(/[\s\u00ad]+/).map(({ length }) => length);
    return Math.max(...words, ...rows.map((row) => row[column]?.length ?? 0));
  });
  return widths.reduce((sum, width) => sum + width + GAP, -GAP);
}
