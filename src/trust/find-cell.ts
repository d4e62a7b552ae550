import { parseCsv } from '../data/parse-csv.ts';
import { suggestName } from '../messages/suggest-name.ts';
import type { Unknown } from './find-target.ts';
import type { EditionTable } from './parse-findings.ts';

/** One cell of a published table. */
export interface TracedCell {
  /** Key fields with their values in this row. */
  readonly row: Readonly<Record<string, string>>;
  /** Field and, where readers see another, its heading. */
  readonly column: string;
  readonly heading: string | null;
  /** As `tables/<name>.csv` has it: an exact number, a symbol such as `[c]`, or a text. */
  readonly exact: string;
  /** Decimals that a reader is shown. */
  readonly decimals: number | null;
}

/**
 * Finds a cell in a table's CSV by the values of its key, compared without case, and a column's name or heading.
 *
 * @param csv the text of `tables/<name>.csv`
 */
export function findCell(
  name: string,
  table: EditionTable,
  csv: string,
  row: readonly string[],
  column: string,
): TracedCell | Unknown {
  const [header = [], ...rows] = parseCsv(`tables/${name}.csv`, csv).value?.rows ?? [];
  const field = table.fields.find((one) => same(one.name, column) || same(one.title ?? '', column));
  if (field === undefined) {
    const known = table.fields.map((one) => one.name);
    const remedy = suggestName(column, known, `name one of ${known.join(', ')}`);
    return { reason: `"${column}" is not a column of the table "${name}"`, remedy };
  }
  const keyOf = (cells: (typeof rows)[number]) =>
    table.key.map((one) => String(cells[header.indexOf(one)] ?? ''));
  const found = rows.find((cells) => keyOf(cells).every((value, index) => same(value, row[index] ?? '')));
  if (found === undefined) {
    const known = rows.map((cells) => keyOf(cells).join(' '));
    const remedy = suggestName(row.join(' '), known, `rows begin ${known.slice(0, 3).join('; ')}`);
    return { reason: `the table "${name}" has no row ${row.join(', ')} by ${table.key.join(', ')}`, remedy };
  }
  return {
    row: Object.fromEntries(table.key.map((one, index) => [one, keyOf(found)[index] ?? ''])),
    column: field.name,
    heading: field.title,
    exact: String(found[header.indexOf(field.name)] ?? ''),
    decimals: field.decimals,
  };
}

function same(a: string, b: string): boolean {
  return a !== '' && a.toLowerCase() === b.toLowerCase();
}
