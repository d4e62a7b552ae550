/**
 * Counts the made-up records in plain TypeScript, for reference.R: one row for each decile, sex, age band and
 * ethnic group, with children, plans and the plans of each category. Prints CSV.
 *
 *   npx node test/reference/welfare-inequalities/count-records.ts > test/reference/welfare-inequalities/records.csv
 */
import { parseDataPackage } from '../../../src/data/parse-data-package.ts';
import { readTable } from '../../../src/data/read-table.ts';
import type { Row } from '../../../src/model/table.ts';
import { openFiles } from '../../../src/system/open-files.ts';

const CATEGORIES = ['Neglect', 'Emotional abuse', 'Physical abuse', 'Sexual abuse'];
const files = openFiles('.');
const dataPackage = parseDataPackage(
  'data/datapackage.json',
  (await files.readText('data/datapackage.json')) ?? '',
);

async function rowsOf(name: string): Promise<readonly Row[]> {
  const resource = dataPackage.value?.resources.find((one) => one.name === name);
  if (resource === undefined) throw new Error(`no resource ${name}`);
  const bytes = (await files.read(`data/${resource.path}`)) ?? new Uint8Array();
  return (await readTable(resource, bytes)).value?.rows ?? [];
}

const counts = new Map<string, number[]>();
const keyOf = (row: Row) => [row.deprivation_decile, row.sex, row.age_band, row.ethnicity].join(',');
const countsOf = (row: Row): number[] => {
  const known = counts.get(keyOf(row)) ?? [0, 0, 0, ...CATEGORIES.map(() => 0)];
  counts.set(keyOf(row), known);
  return known;
};
const add = (list: number[], at: number, by: number) => {
  list[at] = (list[at] ?? 0) + by;
};

for (const row of await rowsOf('synthetic-population')) add(countsOf(row), 0, Number(row.children));
for (const row of await rowsOf('synthetic-referrals')) {
  const list = countsOf(row);
  add(list, 1, 1);
  if (row.plan_date === null) continue;
  add(list, 2, 1);
  add(list, 3 + CATEGORIES.indexOf(String(row.plan_category)), 1);
}

const names = CATEGORIES.map((name) => name.toLowerCase().replace(' ', '_'));
console.log(['decile', 'sex', 'age_band', 'ethnicity', 'children', 'referrals', 'plans', ...names].join(','));
for (const [key, list] of [...counts].sort(([one], [other]) => (one < other ? -1 : 1))) {
  console.log(`${key},${list.join(',')}`);
}
