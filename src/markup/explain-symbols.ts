import { countOf } from '../messages/count-of.ts';
import { SYMBOL_MEANINGS } from '../model/cell.ts';
import type { DrawnSymbol } from '../model/drawn-symbol.ts';

/**
 * What stands beneath a chart for the symbols in what it draws, one sentence each: `[c] confidential: ….` for one that the
 * drawing prints, `Not drawn: 3 values, [x] not available.` for what it leaves out, `[p] provisional: 2025.` for numbers
 * that are drawn and marked.
 */
export function explainSymbols(symbols: readonly DrawnSymbol[]): string[] {
  const printed = symbols.filter(({ how }) => how === 'printed').map(name);
  const left = symbols
    .filter(({ how }) => how === 'left out')
    .map((one) => `${one.places.join('; ') || countOf(one.count, 'value')}, ${name(one)}`);
  const beside = symbols
    .filter(({ how }) => how === 'beside')
    .map((one) => `${name(one)}: ${one.places.join('; ') || countOf(one.count, 'value')}`);
  return [
    ...(printed.length > 0 ? [`${printed.join('; ')}.`] : []),
    ...(left.length > 0 ? [`Not drawn: ${left.join('; ')}.`] : []),
    ...beside.map((text) => `${text}.`),
  ];
}

function name({ code }: DrawnSymbol): string {
  return `[${code}] ${SYMBOL_MEANINGS[code]}`;
}
