import { describeIn } from './describe-in.ts';

/**
 * The text that stands under a name in a row of a table, or in a named list that R gave.
 * @throws {Error} where there is no row, or something else stands there
 */
export function textIn(values: unknown, name: string): string {
  const { value, found } = describeIn(values, name);
  if (typeof value === 'string') return value;
  throw new Error(`"${name}" is ${found}; expected a text`);
}
