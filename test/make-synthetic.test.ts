import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentHash } from '../src/data/content-hash.ts';
import { makeSynthetic } from '../src/make-synthetic.ts';
import type { Generator } from '../src/model/generator.ts';
import type { Files, ScriptViolation } from '../src/model/ports.ts';
import type { QualProject } from '../src/model/qual.ts';
import { readQdpx } from '../src/qual/read-project.ts';
import { seededRandom } from '../src/stats/seeded-random.ts';
import { writeParquet } from '../src/system/write-parquet.ts';

// Everything here is invented.
const PROJECT: QualProject = {
  name: 'Talks',
  origin: '',
  users: [],
  codes: [],
  variables: [],
  cases: [],
  sources: [],
  notes: [],
};
const FIELDS = [
  { name: 'person', type: 'integer' as const, constraints: { required: true } },
  { name: 'height', type: 'number' as const },
];
const generator: Generator = {
  id: 'people',
  title: 'People',
  seed: 'people/1',
  produces: [
    {
      name: 'synthetic-people',
      title: 'People',
      format: 'parquet',
      licenses: [],
      schema: { fields: FIELDS, primaryKey: ['person'] },
    },
    { name: 'synthetic-talks', title: 'Talks', format: 'qdpx', licenses: [], schema: { fields: [] } },
  ],
  async run(seed) {
    const random = seededRandom(seed);
    return {
      'synthetic-people': [3, 1, 2].map((person) => ({ person, height: random() })),
      'synthetic-talks': PROJECT,
    };
  },
};
const OFFICIAL = {
  name: 'rates',
  path: 'rates.csv',
  title: 'Rates',
  schema: { fields: [{ name: 'id', type: 'string' }], primaryKey: ['id'] },
  sources: [{ title: 'An office' }],
};
const PACKAGE = {
  name: 'package',
  title: 'Package',
  version: '1.0.0',
  licenses: [{ name: 'CC0-1.0', title: 'CC0', path: 'https://example.org' }],
  resources: [OFFICIAL],
};

/** A project in memory with one script in scripts/synthetic/. */
function project(script: unknown = generator, violations: readonly ScriptViolation[] = []) {
  const encode = (text: string) => new TextEncoder().encode(text);
  const files = new Map<string, Uint8Array>([
    ['scripts/synthetic/people.ts', encode('')],
    ['data/datapackage.json', encode(JSON.stringify(PACKAGE))],
  ]);
  const printed: string[] = [];
  const open: Files = {
    read: async (path) => files.get(path),
    readText: async (path) => (files.has(path) ? new TextDecoder().decode(files.get(path)) : undefined),
    list: async (folder) =>
      [...files.keys()].filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length)),
  };
  const command = (check = false) =>
    makeSynthetic(
      { check },
      {
        project: open,
        write: async (path, bytes) => void files.set(path, bytes),
        writeParquet,
        scripts: { load: async () => ({ value: script, files: [], violations }) },
        print: (line) => printed.push(line),
      },
    );
  const listed = () => JSON.parse(new TextDecoder().decode(files.get('data/datapackage.json'))).resources;
  return { command, files, printed, listed };
}

test('writes the records, marked as synthetic, beside what the data package lists', async () => {
  const { command, files, listed, printed } = project();
  assert.equal(await command(), 0, printed.join('\n'));
  const [rates, people, talks] = listed();
  assert.deepEqual(rates, OFFICIAL);
  assert.equal(people.synthetic, true);
  assert.equal(people.path, 'synthetic/people.parquet');
  assert.equal(people.format, 'parquet');
  assert.match(people.sources[0].title, /scripts\/synthetic\/people\.ts from the seed people\/1/);
  const rows = (await generator.run(generator.seed))['synthetic-people'];
  assert.ok(Array.isArray(rows));
  assert.equal(people.contentHash, contentHash(rows, FIELDS));
  assert.equal(talks.synthetic, true);
  assert.equal('schema' in talks, false);
  const bytes = files.get('data/synthetic/talks.qdpx') ?? new Uint8Array();
  assert.equal(readQdpx('talks.qdpx', bytes).value?.name, 'Talks');
});

test('making them again changes no byte, and --check agrees', async () => {
  const { command, files, printed } = project();
  await command();
  const before = new Map(files);
  assert.equal(await command(), 0);
  assert.deepEqual(files, before);
  assert.equal(await command(true), 0);
  assert.match(printed.at(-1) ?? '', /2 files hold what the generators give/);
});

test('--check tells records that the generator does not give, and writes nothing', async () => {
  const { command, files, printed } = project();
  assert.equal(await command(true), 1);
  assert.equal(files.has('data/synthetic/people.parquet'), false);
  await command();
  files.set('data/synthetic/people.parquet', new Uint8Array([1]));
  assert.equal(await command(true), 1);
  assert.match(printed.at(-1) ?? '', /people\.parquet does not hold what its generator gives/);
});

/** What a project says whose script is at fault; it must have written nothing. */
async function complaint(script: unknown, violations: readonly ScriptViolation[] = []): Promise<string> {
  const { command, files, printed } = project(script, violations);
  const before = new Map(files);
  assert.equal(await command(), 1);
  assert.deepEqual(files, before);
  assert.equal(printed.at(-1), 'Nothing was written.');
  return printed.join('\n');
}

test('says what is wrong with a generator', async () => {
  assert.match(await complaint({ id: 'people' }), /people\.ts.*synthetic\/not-a-generator/);
  assert.match(await complaint({ ...generator, id: 'others' }), /synthetic\/not-a-generator/);
  assert.match(
    await complaint(generator, [
      { file: 'scripts/synthetic/people.ts', line: 3, column: 9, what: 'Math.random()' },
    ]),
    /people\.ts:3:9.*Math\.random\(\).*synthetic\/forbidden-reach/,
  );
  assert.match(
    await complaint({
      ...generator,
      run: async () => {
        throw new Error('no seed today');
      },
    }),
    /no seed today.*synthetic\/generator-failed/,
  );
  assert.match(
    await complaint({ ...generator, run: async () => ({ 'synthetic-people': [] }) }),
    /it gave synthetic-people; expected synthetic-people, synthetic-talks.*synthetic\/wrong-resources/,
  );
  assert.match(
    await complaint({
      ...generator,
      run: async () => ({ 'synthetic-people': PROJECT, 'synthetic-talks': PROJECT }),
    }),
    /"synthetic-people" is declared as parquet, and what was given is no rows/,
  );
  const [people] = generator.produces;
  assert.match(
    await complaint({ ...generator, produces: [{ ...people, name: 'rates' }] }),
    /makes "rates", a name that another resource has.*synthetic\/duplicate-resource/,
  );
});

test('rows that break their own schema are not written', async () => {
  const twice = {
    ...generator,
    run: async () => ({ 'synthetic-people': [{ person: 1 }, { person: 1 }], 'synthetic-talks': PROJECT }),
  };
  assert.match(await complaint(twice), /person/);
});

test('a helper without a default export is no generator', async () => {
  const { command, printed } = project(undefined);
  assert.equal(await command(), 0, printed.join('\n'));
});
