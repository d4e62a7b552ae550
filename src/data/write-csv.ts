import { type Cell, isMarkedCell, isSymbolCell } from '../model/cell.ts';
import type { Field, Row } from '../model/table.ts';

/**
 * A table as CSV: a header of field names, then the rows in the order given. Line ends LF, quotes only where
 * needed, numbers in their shortest form that reads back, symbols as `[c]`, marked numbers as
 * `12.4 [p]`, empty cells as nothing.
 *
 * @throws where a row holds no value at all: it would be a blank line, which no reader takes for a row.
 */
export function writeCsv(fields: readonly Field[], rows: readonly Row[]): string {
  const names = fields.map((field) => field.name);
  const lines = [names.map(quoteCell).join(',')];
  for (const row of rows) {
    const cells = names.map((name) => cellText(row[name] ?? null));
    if (cells.every((cell) => cell === '')) throw new Error(`row ${lines.length} holds no value`);
    lines.push(cells.join(','));
  }
  return `${lines.join('\n')}\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (isSymbolCell(cell)) return `[${cell.symbol}]`;
  if (isMarkedCell(cell)) return [cellText(cell.value), ...cell.marks.map((mark) => `[${mark}]`)].join(' ');
  if (typeof cell !== 'string') return String(Object.is(cell, -0) ? 0 : cell);
  return cell.trim() === '' ? '' : quoteCell(cell);
}

function quoteCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
