import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { BuildPorts } from '../../src/build/build-ports.ts';
import { buildReports } from '../../src/build.ts';
import { type OpenWorld, openWorld } from '../../src/open-world.ts';
import { readPdfText } from '../../src/page/read-pdf-text.ts';
import { makeRecordsProject, type People } from './records-project.ts';

/** Builds of a project of confidential records from end to end. */

let world: OpenWorld;
before(() => {
  world = openWorld(import.meta.dirname);
});
after(() => world.close());

const PEOPLE: People = {
  Ayton: { female: 3, male: 40 },
  Beeton: { female: 150, male: 60 },
  Seaton: { female: 90, male: 91 },
};
/** Differs where numbers are hidden, and nowhere else: every total is as it was. */
const OTHERS: People = { ...PEOPLE, Ayton: { female: 6, male: 37 }, Seaton: { female: 87, male: 94 } };

async function built(
  people: People,
  changes: Parameters<typeof makeRecordsProject>[1] = {},
  ports: (own: BuildPorts) => Partial<BuildPorts> = () => ({}),
) {
  const project = await makeRecordsProject(people, changes);
  try {
    const own = world.at(project.root).buildPorts({ noSandbox: false, progress: { phase() {} } });
    const result = await buildReports([], { ...own, ...ports(own) });
    const output = join(project.root, 'output/rates');
    const paths = existsSync(output)
      ? readdirSync(output, { recursive: true, encoding: 'utf8' }).filter((path) => /\.\w+$/.test(path))
      : [];
    const files = new Map(paths.sort().map((path) => [path, readFileSync(join(output, path))]));
    const dataPackage = JSON.parse(readFileSync(join(project.root, 'data/datapackage.json'), 'utf8'));
    const messages = result.reports.flatMap((report) => report.messages);
    return { files, messages, resource: dataPackage.resources[0] };
  } finally {
    project.remove();
  }
}

type Built = Awaited<ReturnType<typeof built>>;

/** A text without what the hash of the records decides: itself, and the hashes and sizes of files that hold it. */
function withoutHashes(text: string, { resource }: Built): string {
  const [hash, content] = [resource.hash, resource.contentHash].map((one: string) =>
    one.replace('sha256:', ''),
  );
  let plain = text;
  for (const one of [hash, content]) if (one !== undefined) plain = plain.replaceAll(one, '#');
  return plain;
}

/** Shows where two long texts part, not the whole of them. */
function assertSame(one: string, other: string, path: string): void {
  const at = [...one].findIndex((character, index) => character !== other[index]);
  const around = (text: string) => (at < 0 ? '' : text.slice(Math.max(0, at - 80), at + 80));
  assert.equal(around(one), around(other), path);
  assert.equal(one.length, other.length, path);
}

test('builds whose records differ where numbers are hidden differ in the hash of the records alone', async () => {
  const [one, other] = [await built(PEOPLE), await built(OTHERS)];
  assert.deepEqual(one.messages, other.messages);
  assert.deepEqual(
    one.messages.filter(({ severity }) => severity === 'error'),
    [],
  );
  assert.deepEqual([...one.files.keys()], [...other.files.keys()]);
  assert.notEqual(one.resource.hash, other.resource.hash);
  const csv = one.files.get('tables/rates.csv')?.toString() ?? '';
  assert.match(csv, /^Ayton,All,43,/m);
  assert.match(csv, /^Ayton,female,\[c\],\[c\],true$/m);
  // The chart draws nothing in their place, and says so beneath.
  const html = one.files.get('rates.html')?.toString() ?? '';
  assert.match(
    html,
    /Not drawn: Ayton, female; Ayton, male; Seaton, female; Seaton, male, \[c\] confidential/,
  );
  for (const [path, bytes] of one.files) {
    const twin = other.files.get(path) ?? Buffer.alloc(0);
    if (path.endsWith('.pdf')) {
      const [text, same] = [await readPdfText(bytes), await readPdfText(twin)];
      const plain = (pages: readonly string[], from: Built) =>
        withoutHashes(pages.join('').replace(/\s/g, ''), from);
      assertSame(plain(text.pages, one), plain(same.pages, other), path);
    } else if (path === 'manifest.json') {
      const parse = (from: Built) => {
        const manifest = JSON.parse(withoutHashes(bytes === twin ? '' : String(from.files.get(path)), from));
        // Files that hold the hash of the records have another hash for that reason.
        const paths = manifest.outputs.map((file: { path: string }) => file.path);
        // So has the entry of the data package.
        const resources = manifest.resources.map((entry: object) => ({ ...entry, entryHash: '#' }));
        return { ...manifest, inputs: [], outputs: paths, resources };
      };
      assert.deepEqual(parse(one), parse(other));
    } else {
      assertSame(withoutHashes(bytes.toString(), one), withoutHashes(twin.toString(), other), path);
    }
  }
});

test('a sentence that states a hidden figure stops the build, and the message does not tell it', async () => {
  const { messages, files } = await built(PEOPLE, {
    report: (text) =>
      text.replace('say\n\nThere are {{finding "all"}}', 'say\n\nGirls: {{finding "girls-of-ayton"}}'),
  });
  const [message] = messages.filter(({ severity }) => severity === 'error');
  assert.equal(message?.rule, 'disclosure/hidden-in-text');
  assert.equal(message?.place.file, 'reports/rates/report.md');
  assert.doesNotMatch(`${message?.reason} ${message?.remedy}`, /\b3\b/);
  assert.equal(files.size, 0);
});

test('a table that says nothing of its counts stops the build at its place in the script', async () => {
  const { messages } = await built(PEOPLE, {
    script: (text) => text.replace(/disclosure: \{ by.*\n/, '\n'),
  });
  const [message] = messages;
  assert.equal(message?.rule, 'disclosure/undeclared');
  assert.equal(message?.place.file, 'scripts/rates.ts');
  assert.ok((message?.place.line ?? 0) > 1);
});

test('an edition with a hidden value or a record in one of its files is refused', async () => {
  const leaky = (own: BuildPorts): Partial<BuildPorts> => ({
    // Tools are listed in the manifest: the record comes in by a way that no gate looks at.
    tools: async () => [
      ...(await own.tools()),
      { name: '1001,Ayton,female,15,Ward 5 north end', version: '1' },
    ],
  });
  const { messages, files } = await built(PEOPLE, {}, leaky);
  const errors = messages.filter(({ severity }) => severity === 'error');
  assert.deepEqual([...new Set(errors.map(({ rule }) => rule))], ['disclosure/leak']);
  // The manifest stands beside the PDF, and in it as an attachment.
  assert.deepEqual(
    errors
      .map(({ place }) => place.file)
      .sort()
      .slice(0, 1),
    ['manifest.json'],
  );
  assert.equal(files.size, 0);
});
