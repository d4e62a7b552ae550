import { bodyStyle, type CellStyle, plainStyle } from './cell-style.ts';
import type { WorkbookCell, WorkbookSheet } from './workbook.ts';

/** A cell at its place, with its style. */
export interface PlacedCell {
  readonly cell: WorkbookCell;
  readonly style: CellStyle;
}

/** What a sheet is from top to bottom, the same for every format. */
export interface SheetRows {
  /** Title and lines: one cell each. */
  readonly lines: readonly PlacedCell[];
  readonly head: readonly PlacedCell[];
  readonly body: readonly (readonly PlacedCell[])[];
}

/** The rows of a sheet in their order: title, lines, headings of the table, its rows. */
export function placeCells({ title, lines, table }: WorkbookSheet): SheetRows {
  return {
    lines: [
      { cell: { kind: 'text', text: title }, style: plainStyle('title') },
      ...lines.map(({ text, role, sheet }): PlacedCell => {
        const cell: WorkbookCell = { kind: 'text', text, ...(sheet === undefined ? {} : { sheet }) };
        return { cell, style: plainStyle(sheet === undefined ? role : 'link') };
      }),
    ],
    head: (table?.columns ?? []).map(({ heading, isNumeric }) => ({
      cell: { kind: 'text', text: heading },
      style: plainStyle('head', isNumeric ? 'right' : 'left'),
    })),
    body: (table?.rows ?? []).map(({ cells, isTotal }) =>
      cells.map((cell, column) => ({
        cell,
        style: bodyStyle(cell, table?.columns[column]?.isNumeric ?? false, isTotal),
      })),
    ),
  };
}

/** `A1`, `AB12`: columns and rows from 0. */
export function cellAddress(column: number, row: number): string {
  let letters = '';
  for (let left = column; left >= 0; left = Math.floor(left / 26) - 1) {
    letters = String.fromCharCode(65 + (left % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}

/** Where the table of a sheet begins and ends, as addresses. */
export function tableCorners(rows: SheetRows): { readonly first: string; readonly last: string } {
  const top = rows.lines.length;
  return {
    first: cellAddress(0, top),
    last: cellAddress(rows.head.length - 1, top + rows.body.length),
  };
}
