import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentDigest, contentHash } from '../../src/data/content-hash.ts';
import { readTable } from '../../src/data/read-table.ts';
import { makeProject } from '../cases/project.ts';

/** How many invented people live in an area, by sex. */
export type People = Readonly<Record<string, Readonly<Record<'female' | 'male', number>>>>;

const RESOURCE = {
  name: 'people',
  path: 'people.csv',
  title: 'Invented people',
  format: 'csv',
  bytes: 0,
  hash: '',
  contentHash: '',
  synthetic: true,
  confidential: true,
  sources: [{ title: 'Invented for this test', publisher: 'Nobody' }],
  licenses: [
    {
      name: 'CC0-1.0',
      title: 'Public domain dedication',
      path: 'https://creativecommons.org/publicdomain/zero/1.0/',
    },
  ],
  schema: {
    fields: [
      { name: 'person', type: 'integer', title: 'Person', constraints: { required: true } },
      { name: 'area', type: 'string', title: 'Area', constraints: { required: true } },
      { name: 'sex', type: 'string', title: 'Sex', constraints: { required: true } },
      { name: 'age', type: 'integer', title: 'Age', constraints: { required: true } },
      { name: 'ward', type: 'string', title: 'Ward', constraints: { required: true } },
    ],
    primaryKey: ['person'],
  },
};

const SCRIPT = `import { defineAnalysis, numberIn } from '../src/analysis.ts';

export default defineAnalysis({
  id: 'rates',
  title: 'Invented people by area and sex',
  resources: ['people'],
  parameters: {},
  async run({ sql }) {
    const query = \`SELECT coalesce(area, 'All') AS area, coalesce(sex, 'All') AS sex, count(*) AS people
      FROM people GROUP BY CUBE (area, sex)\`;
    const { rows } = await sql.query(query, { key: ['area', 'sex'] });
    const count = (area: string, sex: string) =>
      numberIn(rows.find((row) => row.area === area && row.sex === sex), 'people');
    const counted = (id: string, area: string, sex: string) => ({
      id,
      value: count(area, sex),
      unit: 'count',
      decimals: 0,
      method: 'A count',
      definition: 'Invented people',
      disclosure: {
        count: { of: 'people', at: { ...(area === 'All' ? {} : { area }), ...(sex === 'All' ? {} : { sex }) } },
      },
    });
    return {
      findings: [counted('all', 'All', 'All'), counted('girls-of-ayton', 'Ayton', 'female')],
      claims: [],
      tables: [
        {
          name: 'rates',
          title: 'People by area and sex',
          fields: [
            { name: 'area', type: 'string', title: 'Area' },
            { name: 'sex', type: 'string', title: 'Sex' },
            { name: 'people', type: 'integer', title: 'People', unit: 'count', decimals: 0 },
            { name: 'share', type: 'number', title: 'Share', unit: 'percent', decimals: 1 },
          ],
          rows: rows.map((row) => ({
            ...row,
            share: (100 * numberIn(row, 'people')) / count('All', 'All'),
          })),
          key: ['area', 'sex'],
          source: 'Invented data',
          disclosure: { by: ['area', 'sex'], counts: { people: 'people' }, from: { share: 'people' } },
        },
      ],
    };
  },
});
`;

const REPORT = `---
title: Invented people
layout: news-release
kind: Test release
standfirst: There are {{finding "all"}}.
date: 2024-01-31
authors:
  - name: A. Tester
publisher: Nobody
contact: nobody@example.org
analyses: [rates]
key-figures:
  - finding: all
    label: people
---

## What the data say

There are {{finding "all"}}.

![People of each area](charts/rate-by-area.vl.json "People by area and sex")

{{table "rates"}}
`;

const CHART = {
  title: { text: 'Most people live in Beeton', subtitle: 'Invented people' },
  description: 'A bar for each area and sex.',
  data: { name: 'rates' },
  mark: 'bar',
  encoding: {
    y: { field: 'area', type: 'nominal', title: null },
    x: { field: 'people', type: 'quantitative', title: 'People' },
  },
};

/** A project whose only data are confidential records of invented people. */
export async function makeRecordsProject(
  people: People,
  changes: { readonly script?: (text: string) => string; readonly report?: (text: string) => string } = {},
): Promise<{ readonly root: string; remove(): void }> {
  const project = await makeProject();
  const write = (path: string, text: string) => writeFileSync(join(project.root, path), text);
  let person = 1000;
  const lines = Object.entries(people).flatMap(([area, sexes]) =>
    Object.entries(sexes).flatMap(([sex, count]) =>
      Array.from({ length: count }, () => {
        person++;
        return [person, area, sex, person % 17, 'Ward 5 north end'].join(',');
      }),
    ),
  );
  const csv = ['person,area,sex,age,ward', ...lines, ''].join('\n');
  write('data/people.csv', csv);
  const bytes = readFileSync(join(project.root, 'data/people.csv'));
  const resource = { ...RESOURCE, bytes: bytes.length, hash: contentDigest(bytes) };
  const { value: table } = await readTable({ ...resource, confidential: undefined } as never, bytes);
  resource.contentHash = contentHash(table?.rows ?? [], RESOURCE.schema.fields as never);
  const packagePath = join(project.root, 'data/datapackage.json');
  const dataPackage = JSON.parse(readFileSync(packagePath, 'utf8'));
  write('data/datapackage.json', JSON.stringify({ ...dataPackage, resources: [resource] }, null, 2));
  write('scripts/rates.ts', changes.script?.(SCRIPT) ?? SCRIPT);
  write('reports/rates/report.md', changes.report?.(REPORT) ?? REPORT);
  write('reports/rates/charts/rate-by-area.vl.json', JSON.stringify(CHART, null, 2));
  return project;
}
