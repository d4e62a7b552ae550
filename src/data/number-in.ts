import { ValueError } from '../model/value-error.ts';
import { describeIn } from './describe-in.ts';

/**
 * The number that stands under a name in a row of a table, or in a named list that R gave.
 * @throws {ValueError} where there is no row, or something else stands there: a symbol must not pass as 0.
 */
export function numberIn(values: unknown, name: string): number {
  const { value, found } = describeIn(values, name);
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new ValueError(`"${name}" is ${found}`, 'a number');
}
