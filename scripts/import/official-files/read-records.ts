import type { RawCell, Sheet } from '../../../src/analysis.ts';

/** A row of an official table with its cells by column name. */
export interface SourceRecord {
  /** `file:line`, for messages. */
  readonly place: string;
  /** The cell of a column. @throws where the table has no such column. */
  cell(column: string): RawCell;
  /** The same as text without blanks around it; empty where the cell is. */
  text(column: string): string;
}

export interface RecordOptions {
  /** Row of the header, counted from 1; 1 when left out. */
  readonly header?: number;
}

/**
 * The rows below a table's header. Column names are trimmed, because some official files end them in a
 * blank; wholly blank rows are left out.
 * @throws where the header row is missing.
 */
export function readRecords(sheet: Sheet, options: RecordOptions = {}): SourceRecord[] {
  const headerIndex = (options.header ?? 1) - 1;
  const names = columnNames(sheet, options.header);
  const index = new Map(names.map((name, i) => [name, i]));
  const records: SourceRecord[] = [];
  for (const [i, row] of sheet.rows.entries()) {
    if (i <= headerIndex || row.every(isBlank)) continue;
    const place = `${sheet.file}:${sheet.lines[i] ?? i + 1}`;
    const cell = (column: string): RawCell => {
      const at = index.get(column);
      if (at === undefined)
        throw new Error(`${sheet.file}: no column "${column}"; it has ${names.join(', ')}`);
      return row[at] ?? null;
    };
    records.push({ place, cell, text: (column) => cellText(cell(column)) });
  }
  return records;
}

/** Names in a table's header, trimmed. */
export function columnNames(sheet: Sheet, header = 1): string[] {
  const row = sheet.rows[header - 1];
  if (row === undefined) throw new Error(`${sheet.file}: no row ${header}; expected the header there`);
  return row.map(cellText);
}

/** A cell as text, blanks (also non-breaking ones) around it removed and those within made single. */
export function cellText(cell: RawCell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell).replace(/\s+/g, ' ').trim();
}

export function isBlank(cell: RawCell | undefined): boolean {
  return cellText(cell) === '';
}
