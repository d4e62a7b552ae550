import assert from 'node:assert/strict';
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { buildReports } from '../../src/build.ts';
import { BrowserMissingError } from '../../src/model/ports.ts';
import { type OpenWorld, openWorld } from '../../src/open-world.ts';
import { trace } from '../../src/trace.ts';
import { makeProject } from '../cases/project.ts';

/** Results of invented people, as a secure environment would release them. */

let world: OpenWorld;
before(() => {
  world = openWorld(import.meta.dirname);
});
after(() => world.close());

const RESULTS = {
  id: 'secure',
  title: 'Invented results of a secure environment',
  environment: 'Invented Secure Lab',
  released: '2024-01-15',
  checkedBy: 'two output checkers',
  signedBy: 'keys/secure-lab.pem',
  findings: [
    {
      id: 'linked-people',
      value: 1234,
      unit: 'count',
      decimals: 0,
      method: 'A count of linked records',
      definition: 'Invented people found in both sets of records',
    },
  ],
  claims: [],
  tables: [],
};

const REPORT = `---
title: Linked people
layout: news-release
kind: Test release
standfirst: Linked are {{finding "linked-people"}}.
date: 2024-01-31
authors:
  - name: A. Tester
publisher: Nobody
contact: nobody@example.org
analyses: [secure]
key-figures:
  - finding: linked-people
    label: people
---

## What the data say

Linked are {{finding "linked-people"}}.
`;

interface Parts {
  readonly results?: string;
  readonly key?: KeyObject;
  readonly signature?: string | null;
}

/** A project whose report rests on signed results alone, built without a browser. */
async function inProject(
  { results, key, signature }: Parts,
  use: (built: { messages: readonly string[]; root: string }) => Promise<void> | void,
): Promise<void> {
  const project = await makeProject();
  const write = (path: string, text: string) => writeFileSync(join(project.root, path), text);
  try {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const text = JSON.stringify(RESULTS, null, 2);
    mkdirSync(join(project.root, 'keys'));
    write('keys/secure-lab.pem', (key ?? publicKey).export({ type: 'spki', format: 'pem' }).toString());
    write('scripts/secure.results.json', results ?? text);
    const signed = signature ?? sign(null, Buffer.from(text), privateKey).toString('base64');
    if (signature !== null) write('scripts/secure.results.sig', `${signed}\n`);
    rmSync(join(project.root, 'reports/rates'), { recursive: true });
    mkdirSync(join(project.root, 'reports/linked'));
    write('reports/linked/report.md', REPORT);
    const own = world.at(project.root).buildPorts({ noSandbox: false, progress: { phase() {} } });
    const browser = () => Promise.reject(new BrowserMissingError('none', 'none'));
    const result = await buildReports([], { ...own, browser });
    const messages = result.reports.flatMap((report) =>
      report.messages
        .filter(({ severity, rule }) => severity === 'error' && rule !== 'build/missing-pdf')
        .map(({ rule }) => rule),
    );
    await use({ messages, root: project.root });
  } finally {
    project.remove();
  }
}

test('signed results stand in a report as computed elsewhere, and cannot be recomputed', () =>
  inProject({}, async ({ messages, root }) => {
    assert.deepEqual(messages, []);
    const output = join(root, 'output/linked');
    const html = readFileSync(join(output, 'linked.html'), 'utf8');
    assert.match(html, /Computed elsewhere/);
    assert.match(html, /Invented Secure Lab; released 2024-01-15, checked by two output checkers/);
    const { findings } = JSON.parse(readFileSync(join(output, 'findings.json'), 'utf8'));
    assert.equal(findings['linked-people'].elsewhere.environment, 'Invented Secure Lab');
    const manifest = readFileSync(join(output, 'manifest.json'), 'utf8');
    for (const path of ['scripts/secure.results.json', 'keys/secure-lab.pem'])
      assert.ok(manifest.includes(path));
    const printed: string[] = [];
    const own = world.at(root).buildPorts({ noSandbox: false, progress: { phase() {} } });
    const code = await trace(
      { report: 'linked', target: ['linked-people'], recompute: true, json: false },
      { ...own, print: (line) => printed.push(line) },
    );
    assert.equal(code, 1);
    assert.match(printed.join('\n'), /computed in Invented Secure Lab/);
    assert.match(printed.join('\n'), /no file here could give it again/);
  }));

test('one changed figure is refused', () =>
  inProject({ results: JSON.stringify(RESULTS, null, 2).replace('1234', '1243') }, ({ messages }) => {
    assert.deepEqual(messages, ['disclosure/unsigned-results']);
  }));

test('so is the signature of another key, and none at all', async () => {
  const { publicKey } = generateKeyPairSync('ed25519');
  await inProject({ key: publicKey }, ({ messages }) => {
    assert.deepEqual(messages, ['disclosure/unsigned-results']);
  });
  await inProject({ signature: null }, ({ messages }) => {
    assert.deepEqual(messages, ['build/missing-file']);
  });
});

test('a key of another kind is refused', async () => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  await inProject({ key: publicKey }, ({ messages }) => {
    assert.deepEqual(messages, ['disclosure/unsigned-results']);
  });
});

test('a file that is no released results says what is wrong', () =>
  inProject({ results: '{"id": "secure"}' }, ({ messages }) => {
    assert.deepEqual(messages, ['disclosure/results-file']);
  }));
