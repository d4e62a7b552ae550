import type { Dialect } from '../model/resource.ts';
import type { RawCell, Sheet } from '../model/sheet.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/**
 * What separates the cells of a CSV text: of comma, semicolon, tab and bar the one that its first line with
 * any has most of; a comma where there is none.
 */
export function guessDelimiter(text: string): string {
  for (const line of text.split(/\r\n|\r|\n/, 50)) {
    const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length - 1);
    const most = Math.max(...counts);
    if (most > 0) return DELIMITERS[counts.indexOf(most)] ?? ',';
  }
  return ',';
}

/**
 * Where the table stands in a grid: the header is the first row that is filled as wide as most rows are; notes
 * are what stands beneath the last row with two values or more. Where that first row holds measurements it is a row
 * of data, and the header is what stands directly above it: the rows of two texts or more.
 */
export function guessDialect(sheet: Sheet): Dialect {
  const filled = sheet.rows.map((row) => row.filter(isFilled).length);
  const width = commonWidth(filled);
  const widest = Math.max(
    0,
    filled.findIndex((count) => count >= width),
  );
  const above = headingsAbove(sheet, widest);
  const headers = holdsMeasurements(sheet.rows[widest] ?? []) && above.length > 0 ? above : [widest];
  const [header = 0] = headers;
  return {
    ...(header === 0 && headers.length === 1
      ? {}
      : { headerRows: headers.map((row) => sheet.lines[row] ?? 1) }),
    ...(width < 2 ? {} : guessNotes(sheet, filled, header)),
  };
}

/** The rows directly above one that hold two texts or more and no measurement. */
function headingsAbove(sheet: Sheet, row: number): readonly number[] {
  const rows: number[] = [];
  for (let above = row - 1; above >= 0; above--) {
    const cells = sheet.rows[above] ?? [];
    if (cells.filter(isFilled).length < 2 || holdsMeasurements(cells)) break;
    rows.unshift(above);
  }
  return rows;
}

/** Whether a cell is a number other than a year, which headings hold as well. */
function holdsMeasurements(cells: readonly RawCell[]): boolean {
  return cells.some((cell) => {
    const number =
      typeof cell === 'number'
        ? cell
        : Number(
            String(cell ?? '')
              .replaceAll(',', '')
              .trim() || 'none',
          );
    return Number.isFinite(number) && !(Number.isInteger(number) && number >= 1800 && number <= 2100);
  });
}

function guessNotes(sheet: Sheet, filled: readonly number[], header: number): Dialect {
  const last = filled.findLastIndex((count) => count >= 2);
  const notes = filled.flatMap((count, i) => (i > last && count > 0 ? [i] : []));
  if (notes.length === 0) return {};
  const hasGap = filled.slice(header, last).includes(0);
  if (filled[last + 1] === 0 && !hasGap) return { stopAtBlankRow: true };
  return { commentRows: notes.map((i) => sheet.lines[i] ?? 1) };
}

/**
 * The number of filled cells that most rows have; of two the larger. Rows of one cell are titles and notes, unless
 * there are no others.
 */
function commonWidth(filled: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const count of filled) if (count > 1) counts.set(count, (counts.get(count) ?? 0) + 1);
  let width = 1;
  for (const [count, rows] of counts) {
    const most = counts.get(width) ?? 0;
    if (rows > most || (rows === most && count > width)) width = count;
  }
  return width;
}

function isFilled(cell: RawCell): boolean {
  return cell !== null && String(cell).trim() !== '';
}
