import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { BuildPorts } from '../../src/build/build-ports.ts';
import { buildReports } from '../../src/build.ts';
import { exitCodeOf } from '../../src/cli/print-build.ts';
import { contentDigest } from '../../src/data/content-hash.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import { BrowserMissingError } from '../../src/model/ports.ts';
import { type OpenWorld, openWorld } from '../../src/open-world.ts';
import { makeProject } from '../cases/project.ts';

let world: OpenWorld;
const silent = { phase() {} };

before(() => {
  world = openWorld(import.meta.dirname);
  world.keepRWarm();
});
after(() => world.close());

function portsOf(root: string, changed: Partial<BuildPorts> = {}): BuildPorts {
  return { ...world.at(root).buildPorts({ noSandbox: false, progress: silent }), ...changed };
}

async function inProject(use: (root: string) => Promise<void>): Promise<void> {
  const project = await makeProject();
  try {
    await use(project.root);
  } finally {
    project.remove();
  }
}

function change(root: string, path: string, from: string | RegExp, to: string): void {
  const file = join(root, path);
  const before = readFileSync(file, 'utf8');
  const after = before.replace(from, to);
  assert.notEqual(after, before, `nothing to change in ${path}`);
  writeFileSync(file, after);
}

test('an edition holds the page, the PDF, the findings, the tables and a manifest of them all', () =>
  inProject(async (root) => {
    const result = await buildReports([], portsOf(root));
    assert.deepEqual(
      result.reports.map(({ messages }) => messages),
      [[]],
    );
    assert.equal(exitCodeOf(result), 0);
    const output = join(root, 'output/rates');
    assert.deepEqual(readdirSync(output).sort(), [
      'findings.json',
      'manifest.json',
      'rates.html',
      'rates.pdf',
      'tables',
    ]);
    assert.deepEqual(readdirSync(join(output, 'tables')).sort(), ['rates.csv', 'rates.ods', 'rates.xlsx']);
    const manifest: Manifest = JSON.parse(readFileSync(join(output, 'manifest.json'), 'utf8'));
    assert.deepEqual(
      manifest.outputs.map(({ path }) => path),
      [
        'findings.json',
        'rates.html',
        'rates.pdf',
        'tables/rates.csv',
        'tables/rates.ods',
        'tables/rates.xlsx',
      ],
    );
    for (const { path, hash, bytes } of manifest.outputs) {
      const content = readFileSync(join(output, path));
      assert.deepEqual([hash, bytes], [contentDigest(content), content.byteLength]);
    }
    for (const { path, hash } of manifest.inputs)
      assert.equal(hash, contentDigest(readFileSync(join(root, path))), path);
    assert.equal(manifest.synthetic, true);
    assert.match(readFileSync(join(output, 'rates.pdf'), 'latin1'), /^%PDF-1\.7/);
    const { findings, claims } = JSON.parse(readFileSync(join(output, 'findings.json'), 'utf8'));
    // The mean of 120/21000, 80/12000 and 45/9000, per 10,000.
    const expected = (10000 * (120 / 21000 + 80 / 12000 + 45 / 9000)) / 3;
    assert.ok(Math.abs(findings['mean-rate'].value - expected) < 1e-9);
    assert.equal(claims['mean-over-fifty'].holds, true);
  }));

test('a page of invented data says so', () =>
  inProject(async (root) => {
    await buildReports([], portsOf(root));
    assert.match(readFileSync(join(root, 'output/rates/rates.html'), 'utf8'), /synthetic/i);
  }));

test('without a browser the edition is web only, the missing PDF is named, and the exit code says so', () =>
  inProject(async (root) => {
    mkdirSync(join(root, 'output/rates'), { recursive: true });
    writeFileSync(join(root, 'output/rates/rates.pdf'), 'an old PDF beside new figures would mislead');
    const none = async () => {
      throw new BrowserMissingError('no browser was found', 'npx puppeteer browsers install chrome');
    };
    const result = await buildReports([], portsOf(root, { browser: none }));
    assert.equal(result.reports[0]?.ending, 'web-only');
    assert.equal(exitCodeOf(result), 1);
    const [message] = result.reports[0]?.messages ?? [];
    assert.equal(message?.place.file, 'output/rates/rates.pdf');
    assert.equal(message?.remedy, 'npx puppeteer browsers install chrome');
    assert.ok(existsSync(join(root, 'output/rates/rates.html')));
    assert.ok(!existsSync(join(root, 'output/rates/rates.pdf')));
    const manifest: Manifest = JSON.parse(readFileSync(join(root, 'output/rates/manifest.json'), 'utf8'));
    assert.deepEqual(manifest.missing, [
      { path: 'rates.pdf', reason: 'no browser was found', remedy: 'npx puppeteer browsers install chrome' },
    ]);
  }));

test('a warning of R reaches the researcher with the R call, and does not stop the build', () =>
  inProject(async (root) => {
    change(root, 'scripts/rates.R', '  list(', '  as.numeric("three")\n  list(');
    const result = await buildReports([], portsOf(root));
    assert.equal(result.reports[0]?.ending, 'built');
    const [message] = result.reports[0]?.messages ?? [];
    assert.equal(message?.rule, 'build/r-warning');
    assert.equal(message?.severity, 'warning');
    assert.match(message?.reason ?? '', /summarise_rates\(data = <3 rows>\).*NAs introduced by coercion/);
    assert.deepEqual([message?.place.file, message?.place.line], ['scripts/rates.R', 3]);
    const manifest: Manifest = JSON.parse(readFileSync(join(root, 'output/rates/manifest.json'), 'utf8'));
    assert.equal(manifest.checks.find(({ name }) => name === 'warnings')?.result, 'warned');
  }));

test('a report that fails leaves the others to be built', () =>
  inProject(async (root) => {
    mkdirSync(join(root, 'reports/broken'));
    writeFileSync(join(root, 'reports/broken/report.md'), 'no front matter\n');
    const result = await buildReports([], portsOf(root));
    assert.deepEqual(
      result.reports.map(({ id, ending }) => [id, ending]),
      [
        ['broken', 'kept'],
        ['rates', 'built'],
      ],
    );
    assert.equal(exitCodeOf(result), 1);
  }));

test('an analysis sees the resources that it declares, and no others', () =>
  inProject(async (root) => {
    const dataPackage = JSON.parse(readFileSync(join(root, 'data/datapackage.json'), 'utf8'));
    const [rates] = dataPackage.resources;
    dataPackage.resources.push({ ...rates, name: 'secret', title: 'Another table of the same rows' });
    writeFileSync(join(root, 'data/datapackage.json'), JSON.stringify(dataPackage));
    change(root, 'scripts/rates.ts', 'from rates where', 'from secret where');
    const result = await buildReports([], portsOf(root));
    assert.equal(result.reports[0]?.messages[0]?.rule, 'build/sql-failed');
    assert.match(
      result.reports[0]?.messages[0]?.reason ?? '',
      /reads the table secret, which the analysis does not declare; expected one of rates/,
    );
  }));

test('a script planted in a report is taken out with a warning', () =>
  inProject(async (root) => {
    change(
      root,
      'reports/rates/report.md',
      '## What',
      '<script>document.title = "owned"</script>\n\n## What',
    );
    const result = await buildReports([], portsOf(root));
    assert.deepEqual(
      result.reports[0]?.messages.map(({ severity, place }) => [severity, place.line]),
      [['warning', 19]],
    );
    const html = readFileSync(join(root, 'output/rates/rates.html'), 'utf8');
    assert.doesNotMatch(html, /owned/);
    assert.equal(html.match(/<script/g)?.length, 1, 'the page’s own script, and no other');
  }));

test('two builds give the same bytes of every output', () =>
  inProject(async (root) => {
    const read = () =>
      readdirSync(join(root, 'output/rates'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => `${entry.name} ${contentDigest(readFileSync(join(entry.parentPath, entry.name)))}`)
        .sort();
    await buildReports([], portsOf(root));
    const first = read();
    await buildReports([], portsOf(root));
    assert.deepEqual(read(), first);
  }));

test('SOURCE_DATE_EPOCH takes the place of the date in the metadata, not of the date on the page', () =>
  inProject(async (root) => {
    await buildReports([], portsOf(root, { sourceDate: '2031-02-03' }));
    const manifest: Manifest = JSON.parse(readFileSync(join(root, 'output/rates/manifest.json'), 'utf8'));
    assert.equal(manifest.date, '2031-02-03');
    assert.ok(
      /31\s(&nbsp;)?January\s2024/u.test(readFileSync(join(root, 'output/rates/rates.html'), 'utf8')),
    );
  }));
