import {
  type Cell,
  marksOf,
  SYMBOL_CODES,
  SYMBOL_MEANINGS,
  type SymbolCode,
  unmarked,
} from '../model/cell.ts';
import type { Field, ResultTable } from '../model/table.ts';
import { formatCell, symbolShown } from './format-cell.ts';
import { formatHeading } from './format-heading.ts';
import { addsUp, roundToTotal } from './round-to-total.ts';
import { numbersOf, sumGroups } from './sum-groups.ts';

/** A table as a reader sees it. */
export interface FormattedTable {
  /** The fields that a reader is shown. */
  readonly fields: readonly Field[];
  readonly headings: readonly string[];
  /** Texts by row and shown field. */
  readonly rows: readonly (readonly string[])[];
  /** The symbols that occur, in the order of a legend, with their meanings. */
  readonly symbols: readonly SymbolMeaning[];
}

export interface SymbolMeaning {
  readonly symbol: SymbolCode;
  readonly meaning: string;
}

/**
 * Formats headings and cells. Percentages that add up to 100 are rounded so that the shown ones do too
 * (`roundToTotal`); where they do not add up, `checkResult` has put a note on the table.
 */
export function formatTable(table: ResultTable): FormattedTable {
  const shares = sharesShown(table);
  const fields = table.fields.filter((field) => field.hidden !== true);
  const symbols = new Set<SymbolCode>();
  const rows = table.rows.map((row, index) =>
    fields.map((field) => {
      const exact = row[field.name] ?? null;
      const share = shares.get(cellId(index, field.name));
      // A share may be rounded to zero here although it would not be on its own, and the other way round.
      const plain = unmarked(exact);
      const cell: Cell = share === undefined ? plain : share === 0 && plain !== 0 ? { symbol: 'low' } : share;
      const symbol = symbolShown(cell, field);
      if (symbol !== undefined) symbols.add(symbol);
      for (const mark of marksOf(exact)) symbols.add(mark);
      return [formatCell(cell, field), ...marksOf(exact).map((mark) => `[${mark}]`)].join(' ');
    }),
  );
  return { fields, headings: fields.map(formatHeading), rows, symbols: legend(symbols) };
}

function legend(found: ReadonlySet<SymbolCode>): readonly SymbolMeaning[] {
  return SYMBOL_CODES.filter((symbol) => found.has(symbol)).map((symbol) => ({
    symbol,
    meaning: SYMBOL_MEANINGS[symbol],
  }));
}

/** The rounded percentages of every group that adds up and holds nothing but numbers. */
function sharesShown(table: ResultTable): ReadonlyMap<string, number> {
  const shown = new Map<string, number>();
  for (const group of sumGroups(table)) {
    const numbers = numbersOf(group);
    if (numbers === undefined || !addsUp(numbers, group.decimals, 100)) continue;
    const rounded = roundToTotal(numbers, group.decimals, 100);
    for (const [index, { row, field }] of group.cells.entries()) {
      shown.set(cellId(row, field), rounded[index] ?? 0);
    }
  }
  return shown;
}

function cellId(row: number, field: string): string {
  return `${row} ${field}`;
}
