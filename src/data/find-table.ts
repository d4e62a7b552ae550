import { noHeader } from '../messages/data-table-rules.ts';
import type { Outcome } from '../model/message.ts';
import type { Dialect } from '../model/resource.ts';
import type { MergedCells, RawCell, Sheet } from '../model/sheet.ts';

/** No heading spans more columns; a merge to the edge of the sheet is a title. */
const MOST_MERGED = 1000;

/** A table found in a grid: one heading per column, and the rows beneath as a grid of their own. */
export interface FoundTable {
  /** Headings with every run of white space as one space; `''` where a column has none. */
  readonly header: readonly string[];
  /** Index in the grid's `rows` of the lowest header row. */
  readonly headerRow: number;
  /** The data rows, without blank rows and comments, each with its line in the file. */
  readonly body: Sheet;
}

/**
 * Finds a table among title rows, several header rows and footnotes, as the dialect describes them.
 *
 * The header is the first row unless `headerRows` names others. Several are joined from top to bottom:
 * a merged cell counts for every column it covers; where no header cell is merged, a blank takes the
 * heading to its left, in all rows but the lowest. Equal parts one above the other count once.
 */
export function findTable(sheet: Sheet, dialect: Dialect = {}): Outcome<FoundTable> {
  const headerLines = dialect.headerRows ?? [sheet.lines[0] ?? 1];
  const indexes = headerLines.map((line) => sheet.lines.indexOf(line));
  const merges = (sheet.merges ?? []).filter(({ top, bottom }) =>
    indexes.some((index) => index >= top && index <= bottom),
  );
  const parts = indexes.map((index, i) =>
    headerParts(sheet, index, merges, merges.length === 0 && i < indexes.length - 1),
  );
  const width = Math.max(0, ...parts.map((row) => row.length));
  const header = Array.from({ length: width }, (_, column) =>
    joinParts(
      parts.map((row) => row[column] ?? ''),
      dialect.headerJoin ?? ' ',
    ),
  );
  while (header.at(-1) === '') header.pop();
  if (header.length === 0) return { value: undefined, messages: [noHeader(sheet, headerLines)] };
  const headerRow = Math.max(...indexes);
  return { value: { header, headerRow, body: findBody(sheet, headerRow, dialect) }, messages: [] };
}

function headerParts(
  sheet: Sheet,
  index: number,
  merges: readonly MergedCells[],
  takesLeft: boolean,
): string[] {
  const row = [...(sheet.rows[index] ?? [])].map(headingText);
  for (const { top, left, bottom, right } of merges) {
    if (index < top || index > bottom) continue;
    const heading = headingText(sheet.rows[top]?.[left] ?? null);
    for (let column = left; column <= Math.min(right, left + MOST_MERGED); column++) row[column] ||= heading;
  }
  for (let column = 0; column < row.length; column++) {
    row[column] ||= (takesLeft && row[column - 1]) || '';
  }
  return row;
}

function headingText(cell: RawCell): string {
  return cell === null ? '' : String(cell).replace(/\s+/g, ' ').trim();
}

function joinParts(parts: readonly string[], join: string): string {
  return parts.filter((part, i) => part !== '' && part !== parts[i - 1]).join(join);
}

function findBody(sheet: Sheet, headerRow: number, dialect: Dialect): Sheet {
  const comments = new Set(dialect.commentRows);
  const indexes: number[] = [];
  for (let i = headerRow + 1; i < sheet.rows.length; i++) {
    const row = sheet.rows[i] ?? [];
    if (isBlankRow(row)) {
      if (dialect.stopAtBlankRow && indexes.length > 0) break;
    } else if (!comments.has(sheet.lines[i] ?? 0) && !isComment(row, dialect.commentChar)) {
      indexes.push(i);
    }
  }
  let columns: Sheet['columns'];
  return {
    file: sheet.file,
    name: sheet.name,
    rows: indexes.map((i) => sheet.rows[i] ?? []),
    lines: indexes.map((i) => sheet.lines[i] ?? 0),
    // Only when asked: counting the columns of every cell costs more than reading them.
    get columns() {
      columns ??= sheet.columns && indexes.map((i) => sheet.columns?.[i] ?? []);
      return columns;
    },
  };
}

function isBlankRow(row: readonly RawCell[]): boolean {
  for (const cell of row) {
    if (cell !== null && (typeof cell !== 'string' || cell.trim() !== '')) return false;
  }
  return true;
}

function isComment(row: readonly RawCell[], start: string | undefined): boolean {
  return start !== undefined && start !== '' && String(row[0] ?? '').startsWith(start);
}
