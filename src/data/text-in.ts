import { ValueError } from '../model/value-error.ts';
import { describeIn } from './describe-in.ts';

/**
 * The text that stands under a name in a row of a table, or in a named list that R gave.
 * @throws {ValueError} where there is no row, or something else stands there
 */
export function textIn(values: unknown, name: string): string {
  const { value, found } = describeIn(values, name);
  if (typeof value === 'string') return value;
  throw new ValueError(`"${name}" is ${found}`, 'a text');
}
