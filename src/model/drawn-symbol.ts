import type { SymbolCode } from './cell.ts';

/** A symbol in what a chart draws. */
export interface DrawnSymbol {
  readonly code: SymbolCode;
  /** Printed in the drawing, left out of it, or standing beside numbers that are drawn. */
  readonly how: 'printed' | 'left out' | 'beside';
  /** How many cells. */
  readonly count: number;
  /** Their rows as a reader knows them, where they are few. */
  readonly places: readonly string[];
}
