import { isMarkedCell } from '../model/cell.ts';
import { ValueError } from '../model/value-error.ts';
import { describeIn } from './describe-in.ts';

/**
 * The number that stands under a name in a row of a table, or in a named list that R gave. Of a marked number
 * the marks are left behind: `combineCells` keeps them.
 * @throws {ValueError} where there is no row, or something else stands there: a symbol must not pass as 0.
 */
export function numberIn(values: unknown, name: string): number {
  const { value: cell, found } = describeIn(values, name);
  const value = isMarkedCell(cell) ? cell.value : cell;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new ValueError(`"${name}" is ${found}`, 'a number');
}
