import type { Field, Row } from '../model/table.ts';

/** More columns than this tell rows apart by chance. */
export const MOST_KEY_FIELDS = 4;
/** Combinations of four out of this many are still looked through in a moment. */
const MOST_CANDIDATES = 10;

/**
 * The fewest fields, in the order of the schema, that tell all rows apart: texts, years and dates if they can, then
 * whole numbers that could be years, then any whole numbers. `undefined` where no four do. Measurements are no keys, and no field that holds a
 * blank or a symbol.
 */
export function guessKey(fields: readonly Field[], rows: readonly Row[]): readonly string[] | undefined {
  const complete = fields.filter(({ name }) =>
    rows.every((row) => row[name] !== null && typeof row[name] !== 'object'),
  );
  const couldBeYear = ({ name }: Field) =>
    rows.every((row) => Number(row[name]) >= 1800 && Number(row[name]) <= 2100);
  const isDimension = ({ type }: Field) => ['string', 'year', 'date', 'boolean'].includes(type);
  const isWhole = ({ type }: Field) => type === 'integer';
  const names = (fits: (field: Field) => boolean) =>
    complete
      .filter(fits)
      .map(({ name }) => name)
      .slice(0, MOST_CANDIDATES);
  return (
    findKey(names(isDimension), rows) ??
    findKey(
      names((field) => isDimension(field) || (isWhole(field) && couldBeYear(field))),
      rows,
    ) ??
    findKey(
      names((field) => isDimension(field) || isWhole(field)),
      rows,
    )
  );
}

function findKey(names: readonly string[], rows: readonly Row[]): readonly string[] | undefined {
  for (let size = 1; size <= MOST_KEY_FIELDS; size++) {
    const key = combinations(names, size).find((combination) => tellsApart(combination, rows));
    if (key !== undefined) return key;
  }
  return undefined;
}

function combinations(names: readonly string[], size: number): readonly (readonly string[])[] {
  if (size === 0) return [[]];
  return names.flatMap((name, i) =>
    combinations(names.slice(i + 1), size - 1).map((others) => [name, ...others]),
  );
}

/** Stops at the first two rows alike, so that most combinations cost next to nothing. */
function tellsApart(key: readonly string[], rows: readonly Row[]): boolean {
  const seen = new Set<string>();
  for (const row of rows) {
    const value = JSON.stringify(key.map((name) => row[name]));
    if (seen.has(value)) return false;
    seen.add(value);
  }
  return true;
}
