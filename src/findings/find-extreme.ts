import { cannotCompare } from '../messages/findings-rules.ts';
import type { RuledWording } from '../messages/rule.ts';
import { isSymbolCell, unmarked } from '../model/cell.ts';
import { UNITS } from '../model/finding.ts';
import type { Field, ResultTable, Row } from '../model/table.ts';
import { formatCell } from './format-cell.ts';
import { formatQuantity } from './format-quantity.ts';

/** Which end of a column is asked for. */
export type End = 'highest' | 'lowest';

/** The row at one end of a column of a table, with its name and value as a reader sees them. */
export interface Extreme {
  readonly name: string;
  readonly value: string;
}

export interface ExtremeOptions {
  /** Where the words call the end one: its value must then be above or below zero. */
  readonly is?: 'rise' | 'fall';
  /** The column that names the row; the first text that a reader is shown when left out. */
  readonly of?: string;
}

export type FoundExtreme =
  | { readonly extreme: Extreme; readonly problem: null }
  | { readonly extreme: null; readonly problem: RuledWording };

/**
 * The row that stands alone at one end of a column. A tie, and a hidden or missing value, which might be the
 * true end, are problems: then nobody can say which it is.
 * @param by name of a column of numbers
 */
export function findExtreme(
  table: ResultTable,
  by: string,
  end: End,
  { is, of }: ExtremeOptions = {},
): FoundExtreme {
  const fail = (problem: string): FoundExtreme => ({
    extreme: null,
    problem: cannotCompare([table.name], problem),
  });
  const field = table.fields.find(({ name }) => name === by);
  if (field === undefined || (field.type !== 'number' && field.type !== 'integer')) {
    const known = table.fields.filter(({ type }) => type === 'number' || type === 'integer');
    return fail(
      `it has no column of numbers "${by}"; expected one of ${known.map(({ name }) => name).join(', ')}`,
    );
  }
  if (of !== undefined && !table.fields.some(({ name }) => name === of)) {
    return fail(
      `it has no column "${of}"; expected one of ${table.fields.map(({ name }) => name).join(', ')}`,
    );
  }
  const unit = UNITS.find((one) => one === field.unit);
  const show = (value: number): string =>
    unit === undefined || unit === 'text'
      ? formatCell(value, field)
      : formatQuantity(value, unit, field.decimals ?? 0);
  const numberIn = (row: Row) => unmarked(row[by] ?? null);
  const unknown = table.rows.find((row) => isUnknown(row[by]));
  if (unknown !== undefined)
    return fail(
      `${nameOf(unknown, table, of)} has no value in ${by}, and it might be the ${end}; expected a value in every row`,
    );
  const rows = table.rows.filter((row) => typeof numberIn(row) === 'number');
  const values = rows.map((row) => Number(numberIn(row)));
  const value = end === 'highest' ? Math.max(...values) : Math.min(...values);
  const ends = rows.filter((row) => numberIn(row) === value);
  const [row] = ends;
  if (row === undefined) return fail(`${by} has no number; expected at least one`);
  if (ends.length > 1) {
    return fail(
      `${ends.map((one) => nameOf(one, table, of)).join(' and ')} are both ${end} with ${show(value)}; expected one alone`,
    );
  }
  if ((is === 'rise' && value <= 0) || (is === 'fall' && value >= 0)) {
    return fail(
      `the ${end} is ${nameOf(row, table, of)} with ${show(value)}, which is no ${is}; expected one ${is === 'rise' ? 'above' : 'below'} 0`,
    );
  }
  return { extreme: { name: nameOf(row, table, of), value: show(value) }, problem: null };
}

/** `[z]`, not applicable, leaves a row out; any other symbol hides a value. */
function isUnknown(cell: Row[string] | undefined): boolean {
  return isSymbolCell(cell) ? cell.symbol !== 'z' : cell === null || cell === undefined;
}

/** A row is called by the named column, or by the first text that a reader is shown of it. */
export function nameOf(row: Row, table: ResultTable, of?: string): string {
  const shown = table.fields.find((one: Field) => one.type === 'string' && one.hidden !== true);
  const field = table.fields.find(({ name }) => name === of) ?? shown ?? table.fields[0];
  return field === undefined ? '' : formatCell(row[field.name] ?? null, field);
}
