/**
 * Every folder here but `base` is a case: `input/` is laid over the base project, `removed.txt` lists what is
 * taken away, `patch.json` says what else is other than in the base (see project.ts), and `output/messages.txt` holds what a build must then say. A case with messages must leave
 * the edition in `output/` as it was. A missing expectation is written, and is a failure in CI.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { after, before, test } from 'node:test';
import { buildReports } from '../../src/build.ts';
import { exitCodeOf } from '../../src/cli/print-build.ts';
import { formatMessage } from '../../src/messages/format-message.ts';
import { openWorld, type OpenWorld } from '../../src/open-world.ts';
import { makeProject } from './project.ts';

const HERE = import.meta.dirname;
const cases = readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'base')
  .map(({ name }) => name)
  .sort();
const silent = { phase() {} };
let shared: OpenWorld;

before(() => {
  shared = openWorld(HERE);
  shared.keepRWarm();
});
after(() => shared.close());

for (const name of cases) {
  test(`case ${name}`, async () => {
    const project = await makeProject(name);
    try {
      const previous = join(project.root, 'output/rates/rates.html');
      mkdirSync(join(project.root, 'output/rates'), { recursive: true });
      writeFileSync(previous, 'the previous edition');
      const world = shared.at(project.root);
      const result = await buildReports([], world.buildPorts({ noSandbox: false, progress: silent }));
      const messages = [...result.messages, ...result.reports.flatMap((report) => report.messages)];
      const said = `exit ${exitCodeOf(result)}\n${messages.map((message) => `${formatMessage(message)}\n`).join('')}`;
      expectFile(join(HERE, name, 'output/messages.txt'), said);
      assert.equal(readFileSync(previous, 'utf8'), 'the previous edition');
      assert.deepEqual(readdirSync(join(project.root, 'output/rates')), ['rates.html']);
      for (const { place, reason, rule } of messages) {
        assert.ok(place.file.length > 0 && reason.length > 0, `${rule} says where and what`);
      }
    } finally {
      project.remove();
    }
  });
}

function expectFile(file: string, actual: string): void {
  if (!existsSync(file) && process.env.CI === undefined) {
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, actual);
  }
  assert.equal(actual, readFileSync(file, 'utf8'));
}
