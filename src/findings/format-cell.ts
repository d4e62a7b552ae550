import { type Cell, isMarkedCell, isSymbolCell, type SymbolCode, unmarked } from '../model/cell.ts';
import type { Field } from '../model/table.ts';
import { formatDate } from './format-date.ts';
import { formatNumber } from './format-number.ts';

/**
 * A cell of a table as a reader sees it, without its unit, which the column's heading carries
 * (`formatHeading`): `1,234`, `59.6`, `2017`, `31 March 2017`, `yes`, `[c]`, `59.6 [p]`, and nothing for an empty cell.
 *
 * `0` stands for true zero only; what merely rounds to zero is `[low]`, as the Government Analysis Function
 * asks. A number without stated decimals shows all it has.
 */
export function formatCell(cell: Cell, field: Pick<Field, 'type' | 'decimals'>): string {
  if (isMarkedCell(cell)) {
    return [formatCell(cell.value, field), ...cell.marks.map((mark) => `[${mark}]`)].join(' ');
  }
  const symbol = symbolShown(cell, field);
  if (symbol !== undefined) return `[${symbol}]`;
  if (typeof cell === 'number') return formatNumberCell(cell, field);
  if (typeof cell === 'string') return field.type === 'date' ? formatDate(cell) : cell;
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return '';
}

/** The symbol that stands in the place of a number when the cell is shown, if one does. */
export function symbolShown(shown: Cell, field: Pick<Field, 'type' | 'decimals'>): SymbolCode | undefined {
  const cell = unmarked(shown);
  if (isSymbolCell(cell)) return cell.symbol;
  if (typeof cell !== 'number' || cell === 0) return undefined;
  return /[1-9]/.test(formatNumberCell(cell, field)) ? undefined : 'low';
}

function formatNumberCell(value: number, { type, decimals }: Pick<Field, 'type' | 'decimals'>): string {
  if (type === 'year') return String(value);
  if (value === 0) return '0';
  return formatNumber(value, decimals ?? (type === 'integer' ? 0 : decimalsOf(value)));
}

/** Decimals of the shortest decimal that reads back as the same number. */
function decimalsOf(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (mantissa.split('.')[1] ?? '').length - Number(exponent));
}
