import type { ImportContext } from '../../../src/analysis.ts';

const FORMS: readonly [RegExp, string][] = [
  [/&/g, 'and'],
  [/,? (city|county) of$/, ''],
  [/^(county|city of) (?=durham$)/, ''],
  [/ borough$/, ''],
  [/[^a-z ]/g, ''],
  [/ +/g, ' '],
];

/** Lower case, without `City of`, `County of`, `Borough` and punctuation. */
function plainName(name: string): string {
  return FORMS.reduce(
    (text, [pattern, replacement]) => text.replace(pattern, replacement),
    name.toLowerCase().trim(),
  );
}

/**
 * Finds authorities where a publisher prints names only. Two authorities of one name (Dorset before and
 * after 2019) are told apart by whether they still exist. Needs the extract `authorities`.
 */
export function createNameFinder(
  context: ImportContext,
): (place: string, name: string, stillExists?: boolean) => string {
  const areas = new Map<string, { area: string; exists: boolean }[]>();
  for (const row of context.extract('authorities')) {
    const key = plainName(String(row.name));
    areas.set(key, [...(areas.get(key) ?? []), { area: String(row.area), exists: row.last_year === null }]);
  }
  return (place, name, stillExists) => {
    const named = areas.get(plainName(name)) ?? [];
    const [found, ...others] =
      named.length > 1 && stillExists !== undefined
        ? named.filter(({ exists }) => exists === stillExists)
        : named;
    if (found === undefined) throw new Error(`${place}: "${name}" is not an authority of the lookup`);
    if (others.length > 0) throw new Error(`${place}: "${name}" is the name of more than one authority`);
    return found.area;
  };
}
