import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { buildReports } from '../../src/build.ts';
import { openWorld } from '../../src/open-world.ts';
import { makeProject } from '../cases/project.ts';

const world = openWorld(import.meta.dirname);
world.keepRWarm();
after(() => world.close());
interface FindingJson {
  readonly value: number;
  readonly text: string;
  readonly interval: unknown;
}

const silent = { phase() {} };

/** Builds the base project with its analysis in R instead of TypeScript, changed as asked for. */
async function buildInR(change: (text: string) => string, use: (root: string) => void = () => {}) {
  const project = await makeProject();
  try {
    const { root } = project;
    await buildReports([], world.at(root).buildPorts({ noSandbox: false, progress: silent }));
    cpSync(join(root, 'output/rates'), join(root, 'expected'), { recursive: true });
    rmSync(join(root, 'scripts/rates.ts'));
    const text = readFileSync(join(import.meta.dirname, 'r-analysis/rates.R'), 'utf8');
    writeFileSync(join(root, 'scripts/rates.R'), change(text));
    const result = await buildReports([], world.at(root).buildPorts({ noSandbox: false, progress: silent }));
    use(root);
    return result.reports[0];
  } finally {
    project.remove();
  }
}

test('an analysis in R gives what the same analysis in TypeScript gives, symbols included', async () => {
  const built = await buildInR(
    (text) => text,
    (root) => {
      const read = (path: string) => readFileSync(join(root, path), 'utf8');
      const findings = (folder: string) =>
        JSON.parse(read(`${folder}/findings.json`), (key, value: unknown) =>
          key === 'provenance' ? undefined : value,
        );
      const written = findings('output/rates');
      const expected = findings('expected');
      assert.deepEqual(Object.keys(written.findings), Object.keys(expected.findings));
      for (const [id, { value, text, interval }] of Object.entries<FindingJson>(expected.findings)) {
        assert.deepEqual(
          { value, text, interval },
          {
            value: written.findings[id].value,
            text: written.findings[id].text,
            interval: written.findings[id].interval,
          },
        );
      }
      assert.deepEqual(written.claims, expected.claims);
      assert.equal(read('output/rates/tables/rates.csv'), read('expected/tables/rates.csv'));
      assert.match(read('output/rates/tables/counts.csv'), /\nA2,2020,80[^\n]*\nA2,2021,\[c\]/);
      assert.match(read('output/rates/manifest.json'), /"scripts\/rates\.R"/);
    },
  );
  assert.deepEqual(built?.messages, []);
  assert.equal(built?.ending, 'built');
});

test('a warning has its line in the R file', async () => {
  const built = await buildInR((text) => text.replace('    se <-', '    as.numeric("three")\n    se <-'));
  const [message] = built?.messages ?? [];
  assert.equal(message?.rule, 'build/r-warning');
  assert.deepEqual([message?.place.file, message?.place.line], ['scripts/rates.R', 10]);
  assert.match(message?.reason ?? '', /R warned in run\(tables, parameters\)/);
});

test('a file that declares nothing, two analyses, or another’s id, is refused', async () => {
  const reasonOf = async (change: (text: string) => string) =>
    (await buildInR(change))?.messages.map(({ rule, reason }) => `${rule}: ${reason}`).join('\n') ?? '';
  assert.match(
    await reasonOf(() => 'x <- 1\n'),
    /not-an-analysis: the file declares nothing; expected "plumbline/,
  );
  assert.match(await reasonOf((text) => text + text), /a second plumbline_analysis\(\.\.\.\) in one file/);
  assert.match(
    await reasonOf((text) => text.replace('id = "rates"', 'id = "rate"')),
    /the analysis calls itself "rate", its file "rates"/,
  );
});
