import { isMarkedCell, isSymbolCell } from '../model/cell.ts';

const LONGEST = 40;

/** An unknown value in the words of a message: `the text "abc"`, `NaN`, `null`, `a list`, `the symbol [c]`. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (typeof value === 'string') {
    return `the text "${value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value}"`;
  }
  if (typeof value === 'bigint') return `the big integer ${value}n`;
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return 'a list';
  if (isSymbolCell(value)) return `the symbol [${String(value.symbol)}]`;
  if (isMarkedCell(value)) return `the number ${String(value.value)} with marks`;
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
