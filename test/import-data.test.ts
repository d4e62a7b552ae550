import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ImportOptions, importData } from '../src/import-data.ts';
import type { Importer } from '../src/model/importer.ts';
import type { Files } from '../src/model/ports.ts';

// Files, areas and values are invented.
const importer: Importer = {
  id: 'rates',
  title: 'Invented rates',
  reads: ['rates.csv'],
  produces: [
    {
      name: 'rates',
      title: 'Invented rates',
      sources: [{ title: 'Nobody’s file' }],
      licenses: [],
      synthetic: true,
      schema: {
        fields: [
          { name: 'area', type: 'string', constraints: { required: true } },
          {
            name: 'rate',
            type: 'number',
            missingValues: [{ value: '[c]', label: 'c' }],
            constraints: { maximum: 100 },
          },
        ],
        primaryKey: ['area'],
      },
    },
  ],
  async run({ sheet, log }) {
    const rows = sheet('rates.csv').rows.slice(1);
    log.read('rates.csv', rows.length);
    return {
      rates: rows.map(([area = null, rate]) => ({
        area,
        rate: rate === 'c' ? { symbol: 'c' as const } : Number(rate),
      })),
    };
  },
};

const OTHER = {
  name: 'other',
  path: 'other.csv',
  title: 'Made elsewhere',
  schema: { fields: [{ name: 'id', type: 'string' }], primaryKey: ['id'] },
  sources: [{ title: 'A generator' }],
  licenses: [],
  synthetic: true,
};

/** A project in memory with one importer and a folder of official files. */
function project(
  source: Readonly<Record<string, string>> = { 'rates.csv': 'area,rate\nSouth,c\nNorth,61.5\n' },
) {
  const encode = (text: string) => new TextEncoder().encode(text);
  const files = new Map<string, Uint8Array>([['scripts/import/rates.ts', encode('')]]);
  const sources = new Map(Object.entries(source).map(([path, text]) => [path, encode(text)]));
  const printed: string[] = [];
  const open = (map: ReadonlyMap<string, Uint8Array>): Files => ({
    read: async (path) => map.get(path),
    readText: async (path) => (map.has(path) ? new TextDecoder().decode(map.get(path)) : undefined),
    list: async (folder) =>
      [...map.keys()]
        .filter((path) => path.startsWith(folder))
        .map((path) => path.slice(folder.length))
        .sort(),
  });
  const command = (options: Partial<ImportOptions> = {}) =>
    importData(
      { from: '../files', check: false, ...options },
      {
        sourceFiles: open(sources),
        project: open(files),
        write: async (path, bytes) => void files.set(path, bytes),
        scripts: {
          load: async (path) =>
            path === 'scripts/import/rates.ts' ? { value: importer, files: [], violations: [] } : undefined,
        },
        print: (line) => printed.push(line),
      },
    );
  const text = (path: string) => new TextDecoder().decode(files.get(path));
  return { command, files, sources, printed, text, encode };
}

test('extracts, data package and account are written, sorted by key, with hashes', async () => {
  const { command, text, printed } = project();
  assert.equal(await command(), 0);
  assert.equal(text('data/rates.csv'), 'area,rate\nNorth,61.5\nSouth,[c]\n');
  const [resource] = JSON.parse(text('data/datapackage.json')).resources;
  assert.equal(resource.path, 'rates.csv');
  assert.equal(resource.bytes, text('data/rates.csv').length);
  assert.match(resource.hash, /^sha256:[0-9a-f]{64}$/);
  assert.match(resource.contentHash, /^sha256:[0-9a-f]{64}$/);
  assert.equal(resource.synthetic, true);
  assert.match(text('data/import-account.md'), /^## rates: Invented rates$/m);
  assert.ok(printed.includes('  read rates.csv: 2 rows'));
});

test('importing twice gives the same bytes, and --check finds nothing to say', async () => {
  const { command, files, printed } = project();
  await command();
  const first = new Map(files);
  assert.equal(await command(), 0);
  assert.deepEqual(files, first);
  assert.equal(await command({ check: true }), 0);
  assert.equal(printed.at(-1), '3 files are byte for byte what the official files give.');
});

test('--check names each file that differs, writes nothing and ends with 1', async () => {
  const { command, files, sources, printed, text, encode } = project();
  await command();
  sources.set('rates.csv', encode('area,rate\nNorth,61.6\nSouth,c\n'));
  const before = text('data/rates.csv');
  assert.equal(await command({ check: true }), 1);
  assert.equal(text('data/rates.csv'), before);
  const named = printed.filter((line) => line.includes('differs from what the official files give'));
  assert.deepEqual(
    named.map((line) => line.split(' ')[0]),
    ['data/rates.csv', 'data/datapackage.json'],
  );
  files.delete('data/import-account.md');
  await command({ check: true });
  assert.ok(printed.some((line) => line.startsWith('data/import-account.md is not there')));
});

test('without the folder --check says SKIPPED and ends with 0; an import ends with 1', async () => {
  const { command, printed } = project({});
  assert.equal(await command({ check: true }), 0);
  assert.match(printed.at(-1) ?? '', /^SKIPPED: \.\.\/files is not there/);
  assert.equal(await command(), 1);
});

test('other resources of the data package stay', async () => {
  const { command, files, text, encode } = project();
  files.set(
    'data/datapackage.json',
    encode(JSON.stringify({ name: 'mine', version: '2.0.0', resources: [OTHER] })),
  );
  assert.equal(await command(), 0);
  const dataPackage = JSON.parse(text('data/datapackage.json'));
  assert.deepEqual(
    dataPackage.resources.map(({ name }: { name: string }) => name),
    ['other', 'rates'],
  );
  assert.equal(dataPackage.version, '2.0.0');
});

test('an extract that breaks its own schema or key is named by file and line, and nothing is written', async () => {
  const { command, files, printed } = project({ 'rates.csv': 'area,rate\nNorth,61\nNorth,61\nWest,101\n' });
  assert.equal(await command(), 1);
  assert.ok(!files.has('data/rates.csv'));
  assert.ok(
    printed.some((line) => line.includes('data/rates.csv:4:6') && line.includes('101')),
    printed.join('\n'),
  );
  assert.ok(
    printed.some((line) => line.includes('data/duplicate-key')),
    printed.join('\n'),
  );
  assert.equal(printed.at(-1), 'Nothing was written.');
});

test('a name that is no importer is a message with the nearest one', async () => {
  const { command, printed } = project();
  assert.equal(await command({ only: ['rate'] }), 1);
  assert.ok(printed.some((line) => line.includes('did you mean "rates"?')));
});

test('an empty list of names means all importers', async () => {
  const { command, files } = project();
  assert.equal(await command({ only: [] }), 0);
  assert.ok(files.has('data/rates.csv'));
});
