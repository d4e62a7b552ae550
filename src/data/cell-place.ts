import type { Place } from '../model/message.ts';
import type { RawCell, Sheet } from '../model/sheet.ts';

/**
 * Where a cell of a grid stands, by its indexes in `rows`: line and column of a text file, sheet and cell
 * of a workbook (`Table A1!C7`).
 */
export function cellPlace(sheet: Sheet, row: number, column: number): Place {
  const line = sheet.lines[row] ?? 1;
  if (sheet.name !== null) {
    return { file: sheet.file, sheet: sheet.name, cell: `${columnLetters(column)}${line}` };
  }
  const character = sheet.columns?.[row]?.[column];
  if (sheet.columns === undefined) return { file: sheet.file, line, column: column + 1 };
  const breaks = lineBreaksBefore(sheet.rows[row] ?? [], column);
  return { file: sheet.file, line: line + breaks, ...(character === undefined ? {} : { column: character }) };
}

/** A quoted cell may hold line ends: what follows it stands on a later line than its row began. */
function lineBreaksBefore(row: readonly RawCell[], column: number): number {
  let breaks = 0;
  for (const cell of row.slice(0, column)) {
    if (typeof cell === 'string') breaks += cell.split('\n').length - 1;
  }
  return breaks;
}

/** 0 → `A`, 25 → `Z`, 26 → `AA`. */
function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
