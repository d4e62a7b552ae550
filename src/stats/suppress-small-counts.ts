import { isSymbolCell, unmarked } from '../model/cell.ts';
import type { Row } from '../model/table.ts';

export interface SuppressionOptions {
  /** Fields of counts of people. */
  readonly fields: readonly string[];
  /** The least count that is shown; 10 when left out. */
  readonly least?: number;
  /** Whether a count of 0 is shown, as where it tells of no one; `false` when left out. */
  readonly showZero?: boolean;
  /**
   * What adds up to a total that is published too: fields of one row (`across`), and rows that agree in these
   * fields (`down`; the empty list where all rows do). A cell alone in being hidden could be had by subtraction,
   * so a second is hidden with it.
   */
  readonly across?: readonly string[];
  readonly down?: readonly string[];
}

/** Cells of which any one can be had from the others and their total. */
type Line = readonly { readonly row: number; readonly field: string }[];

/**
 * The rows with each count below `least` as the symbol [c], and with as many others as keep a published total
 * from giving one away: where the hidden counts of a sum are only one, or together less than `least`, the
 * smallest shown count of the sum is hidden too, until nothing more has to be.
 *
 * This guards one table. It does not see a second table with the same people, nor shares and rates computed from
 * hidden counts: leave those out. See docs/methods/small-counts.md.
 */
export function suppressSmallCounts(rows: readonly Row[], options: SuppressionOptions): readonly Row[] {
  const { fields, least = 10, showZero = false } = options;
  const counts = rows.map((row) =>
    Object.fromEntries(fields.map((field) => [field, countIn(row, field)] as const)),
  );
  const hidden = new Set<string>();
  const countAt = (row: number, field: string) => counts[row]?.[field];
  for (const row of rows.keys()) {
    for (const field of fields) {
      const count = countAt(row, field);
      const small = count !== undefined && count < least && !(showZero && count === 0);
      // A symbol that stood there already is as hidden as ours.
      if (small || isSymbolCell(rows[row]?.[field])) hidden.add(keyOf(row, field));
    }
  }
  const lines = linesOf(rows, options);
  while (lines.some((line) => hideAnother(line, countAt, hidden, least)));
  return rows.map((row, index) => ({
    ...row,
    ...Object.fromEntries(
      fields
        .filter((field) => hidden.has(keyOf(index, field)) && !isSymbolCell(row[field]))
        .map((field) => [field, { symbol: 'c' as const }]),
    ),
  }));
}

function countIn(row: Row, field: string): number | undefined {
  const cell = unmarked(row[field] ?? null);
  if (row[field] === null || isSymbolCell(cell)) return undefined;
  if (typeof cell === 'number' && Number.isInteger(cell) && cell >= 0) return cell;
  throw new Error(`${JSON.stringify(cell)} stands in "${field}"; expected a count`);
}

function keyOf(row: number, field: string): string {
  return `${row} ${field}`;
}

function linesOf(rows: readonly Row[], { fields, across, down }: SuppressionOptions): readonly Line[] {
  const lines: Line[] = [];
  if (across) for (const row of rows.keys()) lines.push(across.map((field) => ({ row, field })));
  if (!down) return lines;
  const groups = new Map<string, number[]>();
  for (const [index, row] of rows.entries()) {
    const key = JSON.stringify(down.map((field) => row[field]));
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  for (const members of groups.values()) {
    for (const field of fields) lines.push(members.map((row) => ({ row, field })));
  }
  return lines;
}

/** Hides the smallest shown count of a line whose hidden ones could be told; whether it did. */
function hideAnother(
  line: Line,
  countAt: (row: number, field: string) => number | undefined,
  hidden: Set<string>,
  least: number,
): boolean {
  const isHidden = ({ row, field }: Line[number]) => hidden.has(keyOf(row, field));
  const covered = line.filter(isHidden);
  const sum = covered.reduce((total, { row, field }) => total + (countAt(row, field) ?? 0), 0);
  const unknown = covered.some(({ row, field }) => countAt(row, field) === undefined);
  if (covered.length === 0 || (covered.length > 1 && (unknown || sum >= least))) return false;
  const shown = line
    .filter((cell) => !isHidden(cell) && (countAt(cell.row, cell.field) ?? 0) > 0)
    .sort((a, b) => (countAt(a.row, a.field) ?? 0) - (countAt(b.row, b.field) ?? 0));
  const [smallest] = shown;
  if (smallest === undefined) return false;
  hidden.add(keyOf(smallest.row, smallest.field));
  return true;
}
