import type { NumberFormat, WorkbookCell } from './workbook.ts';

/** How a cell looks: everything else that a spreadsheet could colour or frame is left to its reader. */
export interface CellStyle {
  readonly role: 'title' | 'heading' | 'wrapped' | 'line' | 'link' | 'head' | 'cell';
  readonly align: 'left' | 'right';
  readonly bold: boolean;
  readonly format: NumberFormat | 'date' | 'text';
}

/** The style of a cell of a table's body. */
export function bodyStyle(cell: WorkbookCell, isNumeric: boolean, isTotal: boolean): CellStyle {
  const isLink = cell.kind === 'text' && cell.sheet !== undefined;
  return {
    role: isLink ? 'link' : 'cell',
    align: isNumeric ? 'right' : 'left',
    bold: isTotal,
    format: cell.kind === 'number' ? cell.format : cell.kind === 'date' ? 'date' : 'text',
  };
}

export function plainStyle(role: CellStyle['role'], align: CellStyle['align'] = 'left'): CellStyle {
  return { role, align, bold: role === 'title' || role === 'heading' || role === 'head', format: 'text' };
}

/** Each style once, numbered in the order of first use. */
export class StyleList {
  readonly #indices = new Map<string, number>();
  readonly styles: CellStyle[] = [];

  indexOf(style: CellStyle): number {
    const { role, align, bold, format } = style;
    const key = JSON.stringify([role, align, bold, format]);
    const known = this.#indices.get(key);
    if (known !== undefined) return known;
    this.#indices.set(key, this.styles.length);
    return this.styles.push(style) - 1;
  }
}
