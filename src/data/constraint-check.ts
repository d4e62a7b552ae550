import type { Cell } from '../model/cell.ts';
import type { Field, FieldConstraints } from '../model/table.ts';

/**
 * A function that says what was expected where a value breaks a constraint of its field (`at least 0`), and
 * `undefined` where it keeps them all. Symbols and empty cells are not values and never asked about;
 * `required` and `unique` concern more than a value and are checked elsewhere.
 *
 * Dates compare as the ISO texts that they are. A pattern must match the whole value.
 */
export function constraintCheck(
  field: Field,
): ((value: Exclude<Cell, object>) => string | undefined) | undefined {
  const checks = checksOf(field.constraints ?? {});
  if (checks.length === 0) return undefined;
  return (value) => checks.find((check) => !check.holds(value))?.expected;
}

interface Check {
  readonly expected: string;
  readonly holds: (value: Exclude<Cell, object>) => boolean;
}

function checksOf(constraints: FieldConstraints): Check[] {
  const { minimum, maximum, minLength, maxLength, pattern } = constraints;
  const checks: Check[] = [];
  if (minimum !== undefined) {
    checks.push({ expected: `at least ${minimum}`, holds: (value) => value !== null && value >= minimum });
  }
  if (maximum !== undefined) {
    checks.push({ expected: `at most ${maximum}`, holds: (value) => value !== null && value <= maximum });
  }
  if (minLength !== undefined) {
    checks.push({
      expected: `at least ${minLength} characters`,
      holds: (value) => lengthOf(value) >= minLength,
    });
  }
  if (maxLength !== undefined) {
    checks.push({
      expected: `at most ${maxLength} characters`,
      holds: (value) => lengthOf(value) <= maxLength,
    });
  }
  if (pattern !== undefined) {
    const expression = new RegExp(`^(?:${pattern})$`, 'u');
    checks.push({ expected: `something like ${pattern}`, holds: (value) => expression.test(String(value)) });
  }
  if (constraints.enum !== undefined) {
    const allowed = new Set(constraints.enum.map(String));
    const expected = `one of ${constraints.enum.map((value) => JSON.stringify(value)).join(', ')}`;
    checks.push({ expected, holds: (value) => allowed.has(String(value)) });
  }
  return checks;
}

function lengthOf(value: Exclude<Cell, object>): number {
  return [...String(value)].length;
}
