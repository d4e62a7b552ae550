/** What changed between a revision in git, an edition in a folder or other data, and now. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { BuildPorts } from '../src/build/build-ports.ts';
import { buildReports } from '../src/build.ts';
import { BrowserMissingError } from '../src/model/ports.ts';
import { type OpenWorld, openWorld } from '../src/open-world.ts';
import { type ComparedWith, reportChanges } from '../src/report-changes.ts';
import { makeProject, updateHashes } from './cases/project.ts';

let world: OpenWorld;
let project: Awaited<ReturnType<typeof makeProject>>;

const path = (...parts: string[]) => join(project.root, ...parts);
const git = (...words: string[]) =>
  execFileSync('git', ['-C', project.root, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words]);

function replace(file: string, from: string, to: string): void {
  const text = readFileSync(path(file), 'utf8');
  assert.ok(text.includes(from), `${from} stands in ${file}`);
  writeFileSync(path(file), text.replace(from, to));
}

function portsAt(root: string): BuildPorts {
  const ports = world.at(root).buildPorts({ noSandbox: false, progress: { phase() {} } });
  return { ...ports, browser: () => Promise.reject(new BrowserMissingError('none', 'none')) };
}

async function changesSince(
  compared: ComparedWith,
  reports: readonly string[] = [],
): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const code = await reportChanges(
    { before: compared, reports },
    {
      ...portsAt(project.root),
      ...world.at(project.root).changesPorts(),
      print: (text) => lines.push(text),
    },
  );
  return { code, text: lines.join('\n').replaceAll('\u00a0', ' ') };
}

const written = (ending: string) =>
  readFileSync(path(`output/changes/rates.${ending}`), 'utf8').replaceAll('\u00a0', ' ');

before(async () => {
  world = openWorld(import.meta.dirname);
  world.keepRWarm();
  project = await makeProject();
  writeFileSync(path('.gitignore'), 'output/\nkept/\nolder-data/\n');
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'One');
  const { reports } = await buildReports([], portsAt(project.root));
  assert.equal(reports[0]?.ending, 'web-only');
  cpSync(path('output/rates'), path('kept/rates'), { recursive: true });
  cpSync(path('data'), path('older-data'), { recursive: true });
  replace('data/rates.csv', 'A1,Northshire,2020,120', 'A1,Northshire,2020,126');
  await updateHashes(project.root);
  replace('reports/rates/report.md', 'as="words"}} areas is', 'as="words"}} areas comes to');
});
after(async () => {
  project.remove();
  await world.close();
});

test('a revision is built in a folder of its own and compared: figures, wording, charts, a draft notice', async () => {
  const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('plumbline-revision-'));
  const others = folders();
  const { code, text } = await changesSince({ kind: 'revision', revision: 'HEAD' });
  assert.equal(code, 0, text);
  assert.match(text, /rates, since revision \w{9} of [\d-]+: 1 figure, 0 claims, 4 passages, 1 chart/);
  assert.deepEqual(
    folders().filter((name) => !others.includes(name)),
    [],
  );
  assert.equal(git('status', '--short', 'output').toString(), '');

  const markdown = written('md');
  assert.match(
    markdown,
    /\| `mean-rate` \| 57\.9 per 10,000 \| 58\.9 per 10,000 \| \+1\.0 per 10,000 \| data: rates \|/,
  );
  assert.match(markdown, /Words: The mean of three areas ~~is 57\.9~~ \*\*comes to 58\.9\*\* per 10,000\./);
  assert.match(markdown, /Figures alone: The mean rate of the invented areas is ~~57\.9~~ \*\*58\.9\*\*/);
  assert.match(markdown, /\*\*Correction: Rates of invented areas\*\*/);
  assert.match(markdown, /58\.9 per 10,000, not 57\.9 per 10,000 \(data: rates\)/);

  const html = written('html');
  assert.match(html, /<html lang="en-GB">/);
  assert.match(
    html,
    /"Content-Security-Policy" content="default-src &#x27;none&#x27;; style-src &#x27;unsafe-inline&#x27;/,
  );
  assert.doesNotMatch(html, /<script|https?:\/\/(?!www\.w3\.org)/);
  assert.equal(html.match(/<svg /g)?.length, 2);
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length, 'the two drawings share no id');
  assert.match(html, /<del><span class="visually-hidden">gone: <\/span>/);
});

test('an edition kept in a folder, by itself or among others, and the older data give the same figures', async () => {
  for (const compared of [
    { kind: 'edition', folder: 'kept' },
    { kind: 'edition', folder: 'kept/rates' },
    { kind: 'data', folder: 'older-data' },
  ] as const) {
    const { code, text } = await changesSince(compared, ['rates']);
    assert.equal(code, 0, text);
    assert.match(text, /1 figure, 0 claims, [34] passages, 1 chart/);
    assert.match(written('md'), /\| `mean-rate` \| 57\.9 per 10,000 \| 58\.9 per 10,000 \|/);
  }
});

test('where new data refute a claim, the figures are compared and the message says why there is no page', async () => {
  const text = readFileSync(path('data/rates.csv'), 'utf8');
  try {
    replace('data/rates.csv', 'A1,Northshire,2020,126', 'A1,Northshire,2020,60');
    await updateHashes(project.root);
    const { code } = await changesSince({ kind: 'edition', folder: 'kept' });
    assert.equal(code, 0);
    const markdown = written('md');
    assert.match(markdown, /claim "mean-over-fifty" does not hold/);
    assert.match(markdown, /- `mean-over-fifty` no longer holds\. Why: data: rates/);
    assert.match(markdown, /Not compared: one of the two has no page/);
  } finally {
    writeFileSync(path('data/rates.csv'), text);
    await updateHashes(project.root);
  }
});

test('what git does not know, or what looks like an option, is refused with what to do', async () => {
  for (const revision of ['nowhere', '--output=/tmp/x', '']) {
    const { code, text } = await changesSince({ kind: 'revision', revision });
    assert.equal(code, 1);
    assert.match(
      text,
      /is no revision that git knows here; expected a commit, a tag or a branch\n {4}to do: /,
    );
  }
  assert.equal((await changesSince({ kind: 'edition', folder: 'data' })).code, 1);
  assert.equal((await changesSince({ kind: 'revision', revision: 'HEAD' }, ['rats'])).code, 1);
  assert.equal(existsSync(path('output/changes/rats.md')), false);
});
