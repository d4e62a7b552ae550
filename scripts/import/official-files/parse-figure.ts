import type { ImportContext, RawCell, SymbolCell, SymbolCode } from '../../../src/analysis.ts';
import { cellText } from './read-records.ts';

/** What a publisher prints where no number stands, with our symbol for it. */
export type PublisherSymbols = Readonly<Record<string, SymbolCode>>;

/** Department for Education releases of 2010 to 2019 (SFR, OSR). */
export const FIRST_RELEASE_SYMBOLS: PublisherSymbols = { x: 'c', c: 'c', '.': 'z', '..': 'x' };

/** Department for Education releases on Explore education statistics, from 2020. */
export const EXPLORE_SYMBOLS: PublisherSymbols = { c: 'c', x: 'x', z: 'z', u: 'u', low: 'low', ':': 'x' };

const NUMBER = /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;

/**
 * A number as printed: `736,100` is 736100, also within quotes; a symbol of the publisher is ours; an empty
 * cell is `null`.
 * @throws where it is neither.
 */
export function parseFigure(
  cell: RawCell,
  symbols: PublisherSymbols,
  place: string,
): number | SymbolCell | null {
  if (typeof cell === 'number') return cell;
  const text = cellText(cell);
  if (text === '') return null;
  if (NUMBER.test(text)) return Number(text.replaceAll(',', ''));
  const symbol = symbols[text];
  if (symbol !== undefined) return { symbol };
  throw new Error(
    `${place}: "${text}" is no number; expected one, or a symbol (${Object.keys(symbols).join(' ')})`,
  );
}

export type FigureReader = (cell: RawCell, place: string) => number | SymbolCell | null;

/** Reads the figures of one file as `parseFigure` does, and tells the account of every symbol. */
export function createFigureReader(
  log: ImportContext['log'],
  file: string,
  symbols: PublisherSymbols,
): FigureReader {
  return (cell, place) => {
    const figure = parseFigure(cell, symbols, place);
    if (typeof figure === 'object' && figure !== null) {
      log.mapped(file, cellText(cell), `[${figure.symbol}]`, 'a symbol of the publisher', 1);
    }
    return figure;
  };
}
