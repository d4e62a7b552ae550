import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { after, test } from 'node:test';
import { loadDataPackage } from '../src/build/load-data.ts';
import { describeResource, hashFile } from '../src/build/make-manifest.ts';
import { buildReports } from '../src/build.ts';
import { readArchiveDirectory } from '../src/data/archive-directory.ts';
import { unpackEntry } from '../src/data/unpack-entry.ts';
import type { Files } from '../src/model/ports.ts';
import { openWorld } from '../src/open-world.ts';
import { packageReport } from '../src/package-report.ts';
import type { CrateEntity } from '../src/trust/crate-entities.ts';
import { makeProject } from './cases/project.ts';

const ROOT = join(import.meta.dirname, '..');
const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const REPORT = `---
title: 'Rates & "areas"'
kind: Test
date: 2024-01-31
authors:
  - name: Anna Sample
    affiliation: University of Nowhere
    orcid: 0000-0002-1825-0097
  - Ben Instance
publisher: Nobody
licence: CC BY 4.0
analyses: [rates]
---

Text.
`;

function resource(name: string, more: object) {
  const bytes = Buffer.from(`area\n${name}\n`);
  const hash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  return {
    name,
    title: `Table ${name}`,
    path: `${name}.csv`,
    bytes: bytes.length,
    hash,
    contentHash: hash,
    sources: [{ title: 'Invented', publisher: 'Department of Samples' }],
    synthetic: false,
    schema: { fields: [{ name: 'area', type: 'string' }], primaryKey: ['area'] },
    ...more,
  };
}

/** Files in memory: a report on two tables, one of them confidential, and its edition. */
async function sampleFiles(): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const put = (path: string, text: string) => files.set(path, Buffer.from(text));
  put('reports/rates/report.md', REPORT);
  put('scripts/rates.ts', 'export default 1;\n');
  put('scripts/other.ts', 'another report’s\n');
  put('data/open.csv', 'area\nopen\n');
  put('data/people.csv', 'area\npeople\n');
  put('data/unused.csv', 'area\nunused\n');
  const package_ = {
    name: 'sample',
    title: 'Sample',
    version: '1.0.0',
    licenses: [
      { name: 'OGL-UK-3.0', title: 'Open Government Licence v3.0', path: 'https://example.org/ogl' },
    ],
    resources: [resource('open', {}), resource('people', { confidential: {} }), resource('unused', {})],
  };
  put('data/datapackage.json', JSON.stringify(package_));
  put('output/rates/rates.html', '<title>Rates &amp; &quot;areas&quot;</title>');
  const { value: loaded } = await loadDataPackage(inMemory(files));
  const used = loaded?.dataPackage.resources.filter(({ name }) => name !== 'unused') ?? [];
  assert.equal(used.length, 2);
  const hashed = (path: string, from: string) => hashFile(path, files.get(from) ?? Buffer.from(''));
  const manifest = {
    report: 'rates',
    date: '2024-01-31',
    tools: [{ name: 'plumbline', version: '1.0.0' }],
    inputs: ['reports/rates/report.md', 'scripts/rates.ts'].map((path) => hashed(path, path)),
    resources: used.map(describeResource),
    outputs: [hashed('rates.html', 'output/rates/rates.html')],
    checks: [],
  };
  put('output/rates/manifest.json', JSON.stringify(manifest));
  return files;
}

function inMemory(files: ReadonlyMap<string, Buffer>): Files {
  return {
    read: async (path) => files.get(path),
    readText: async (path) => files.get(path)?.toString(),
    list: async (folder) => {
      const inside = [...files.keys()].filter((path) => path.startsWith(`${folder}/`));
      const names = inside.map((path) => path.slice(folder.length + 1).replace(/\/.*/, '/'));
      return [...new Set(names)].sort();
    },
  };
}

async function packed(files: ReadonlyMap<string, Buffer>) {
  const written = new Map<string, Uint8Array>();
  const lines: string[] = [];
  const code = await packageReport('rates', {
    files: inMemory(files),
    ownFiles: async () =>
      new Map([
        ['src/start.js', Buffer.from('start')],
        ['package.json', Buffer.from('{}')],
      ]),
    tools: async () => [{ name: 'plumbline', version: '1.0.0' }],
    write: async (path, bytes) => void written.set(path, bytes),
    print: (line) => lines.push(line),
  });
  return { code, text: lines.join('\n'), zip: written.get('output/packages/rates.zip') };
}

function unzip(zip: Uint8Array | undefined): Map<string, Buffer> {
  assert.ok(zip !== undefined);
  const entries = readArchiveDirectory(zip, 10_000) ?? [];
  return new Map(
    entries.map((entry) => [Buffer.from(entry.name).toString(), Buffer.from(unpackEntry(entry))]),
  );
}

function graphOf(files: ReadonlyMap<string, Buffer>): ReadonlyMap<string, CrateEntity> {
  const { '@graph': graph } = JSON.parse(files.get('ro-crate-metadata.json')?.toString() ?? '{}');
  const entities = new Map<string, CrateEntity>(graph.map((one: CrateEntity) => [one['@id'], one]));
  assert.equal(entities.size, graph.length, 'no id is described twice');
  return entities;
}

test('a package holds the edition, its sources and the program, and no confidential dataset', async () => {
  const { code, text, zip } = await packed(await sampleFiles());
  assert.equal(code, 0, text);
  assert.deepEqual(
    [...unzip(zip).keys()],
    [
      'README.md',
      'data/datapackage.json',
      'data/open.csv',
      'edition/manifest.json',
      'edition/rates.html',
      'package.json',
      'reports/rates/report.md',
      'ro-crate-metadata.json',
      'scripts/rates.ts',
      'src/start.js',
      'test/run-tests.ts',
    ],
  );
  assert.match(text, /without data\/people\.csv: the dataset "people" is confidential and is never packed/);
  const names = JSON.parse(unzip(zip).get('data/datapackage.json')?.toString() ?? '').resources;
  assert.deepEqual(
    names.map(({ name }: { name: string }) => name),
    ['open', 'people'],
  );
  assert.match(
    unzip(zip).get('README.md')?.toString() ?? '',
    /- `data\/people\.csv`, Table people \(sha256:/,
  );
  assert.ok(!Buffer.from(zip ?? []).includes('area\npeople'), 'no row of it is in any file');
});

test('the same edition gives the same bytes', async () => {
  assert.deepEqual((await packed(await sampleFiles())).zip, (await packed(await sampleFiles())).zip);
});

test('the metadata are what RO-Crate 1.2 and the profile ask for', async () => {
  const files = unzip((await packed(await sampleFiles())).zip);
  const graph = graphOf(files);
  assert.deepEqual(graph.get('ro-crate-metadata.json'), {
    '@id': 'ro-crate-metadata.json',
    '@type': 'CreativeWork',
    about: { '@id': './' },
    conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
  });
  const root = graph.get('./');
  assert.equal(root?.name, 'Rates & "areas"');
  assert.equal(root?.datePublished, '2024-01-31');
  assert.deepEqual(root?.conformsTo, { '@id': 'https://w3id.org/ro/wfrun/process/0.5' });
  assert.deepEqual(root?.author, [
    { '@id': 'https://orcid.org/0000-0002-1825-0097' },
    { '@id': '#author-2' },
  ]);
  assert.equal(
    root?.creditText,
    'Contains public sector information licensed under the Open Government Licence v3.0. Sources: Department of Samples.',
  );
  assert.deepEqual(
    [root?.license].flat().map((one) => (typeof one === 'object' ? graph.get(one['@id'])?.name : one)),
    ['CC BY 4.0', 'MIT licence', 'Open Government Licence v3.0'],
  );
  const action = graph.get('#build-rates');
  assert.equal(action?.['@type'], 'CreateAction');
  assert.deepEqual(action?.instrument, { '@id': '#plumbline' });
  assert.deepEqual(action?.result, [{ '@id': 'edition/manifest.json' }, { '@id': 'edition/rates.html' }]);
  assert.ok(JSON.stringify(action?.object).includes('"#not-packed-people"'));
});

test('every reference of the metadata leads to something, and every file is described as it is', async () => {
  const files = unzip((await packed(await sampleFiles())).zip);
  const graph = graphOf(files);
  const parts = [graph.get('./')?.hasPart].flat().map((one) => (typeof one === 'object' ? one['@id'] : one));
  for (const entity of graph.values()) {
    for (const [key, value] of Object.entries(entity)) {
      for (const one of [value].flat()) {
        if (typeof one !== 'object') continue;
        assert.deepEqual(Object.keys(one), ['@id'], `${entity['@id']} ${key}: flat`);
        assert.ok(graph.has(one['@id']) || /^https?:/.test(one['@id']), `${key} → ${one['@id']}`);
      }
    }
    if (entity['@type'] !== 'File') continue;
    const bytes = files.get(entity['@id']);
    assert.equal(entity.contentSize, String(bytes?.length));
    assert.equal(
      entity.sha256,
      createHash('sha256')
        .update(bytes ?? '')
        .digest('hex'),
    );
    assert.ok(parts.includes(entity['@id']), `${entity['@id']} is a part`);
  }
  const described = [...graph.keys()].filter((id) => files.has(id));
  const apart = [...files.keys()].filter((path) => !described.includes(path));
  assert.deepEqual(apart, ['src/start.js'], 'the source is described as a folder');
});

test('an edition that is not what the files give is not packed', async () => {
  const changes: [string, RegExp][] = [
    ['scripts/rates.ts', /inputs +FAILED[^\n]*\n +scripts\/rates\.ts was changed/],
    ['output/rates/rates.html', /files +FAILED[^\n]*\n +rates\.html was changed/],
  ];
  for (const [path, expected] of changes) {
    const files = await sampleFiles();
    files.set(path, Buffer.from('other'));
    const { code, text, zip } = await packed(files);
    assert.equal(code, 1);
    assert.match(text, expected);
    assert.equal(zip, undefined);
  }
  const files = await sampleFiles();
  files.delete('output/rates/manifest.json');
  assert.match(
    (await packed(files)).text,
    /holds no edition that could be packed: it is not JSON\n +to do: npm run build-report -- rates/,
  );
});

test('another machine verifies a package with npm test', async () => {
  const world = openWorld(ROOT);
  const project = await makeProject();
  folders.push(project.root);
  const there = world.at(project.root);
  try {
    const ports = there.buildPorts({ noSandbox: false, progress: { phase() {} } });
    const { reports } = await buildReports([], ports);
    assert.equal(reports[0]?.ending, 'built');
    assert.equal(await packageReport('rates', { ...there.packagePorts(), print() {} }), 0);
  } finally {
    await world.close();
  }
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-unpacked-'));
  folders.push(folder);
  for (const [path, bytes] of unzip(readFileSync(join(project.root, 'output/packages/rates.zip')))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  assert.equal(scripts.test, 'node test/run-tests.ts');
  const { stdout, status } = spawnSync(process.execPath, ['test/run-tests.ts'], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.match(stdout, /rebuild +ok[^\n]*\n\nVerified\./);
  assert.equal(status, 0);
});
