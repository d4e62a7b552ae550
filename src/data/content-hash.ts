import { createHash } from 'node:crypto';
import { type Cell, isMarkedCell, isSymbolCell } from '../model/cell.ts';
import type { Field, Row } from '../model/table.ts';

/**
 * `sha256:` and the digest of a table's content: the same whatever file format, line ends or order of
 * rows it had, because the bytes of a Parquet file change with the program that wrote it.
 *
 * Digested is JSON, a line each ending in LF: first the names of the fields in schema order, then an
 * array for each row, the lines sorted by code unit. Numbers stand in their shortest form that reads back,
 * a symbol as `{"symbol":"c"}`, a marked number as `{"value":12.4,"marks":["p"]}`, an empty cell as `null`.
 */
export function contentHash(rows: readonly Row[], fields: readonly Field[]): string {
  const names = fields.map((field) => field.name);
  const lines = rows.map((row) => JSON.stringify(names.map((name) => canonicalCell(row[name] ?? null))));
  lines.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return contentDigest(`${[JSON.stringify(names), ...lines].join('\n')}\n`);
}

/** `sha256:` and the digest of a file's bytes or of a text in UTF-8. */
export function contentDigest(content: Uint8Array | string): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/** No CSV file can tell an empty text from an empty cell. Properties stand in one order, whoever made the cell. */
function canonicalCell(cell: Cell): Cell {
  if (isSymbolCell(cell)) return { symbol: cell.symbol };
  if (isMarkedCell(cell)) return { value: cell.value, marks: cell.marks };
  return typeof cell === 'string' && cell.trim() === '' ? null : cell;
}
