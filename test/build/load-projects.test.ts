import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadDataPackage, loadTables } from '../../src/build/load-data.ts';
import { loadProjects } from '../../src/build/load-projects.ts';
import { contentDigest } from '../../src/data/content-hash.ts';
import { writeQdpx } from '../../src/qual/write-qdpx.ts';
import { SAMPLE } from '../qual/sample-project.ts';

const PACKAGE = 'data/datapackage.json';
const bytes = writeQdpx(SAMPLE);

/** A project of one invented qualitative resource, and a table without its schema where asked for. */
function filesWith(resource: object, hasFile = true) {
  const licence = { name: 'CC0-1.0', title: 'CC0', path: 'https://example.org/cc0' };
  const described = {
    name: 'interviews',
    path: 'interviews.qdpx',
    title: 'Invented interviews',
    sources: [{ title: 'Invented' }],
    bytes: bytes.length,
    hash: contentDigest(bytes),
    ...resource,
  };
  const text = JSON.stringify({
    name: 'p',
    title: 'P',
    version: '1',
    licenses: [licence],
    resources: [described],
  });
  return {
    read: async (path: string) => (hasFile && path === 'data/interviews.qdpx' ? bytes : undefined),
    readText: async (path: string) => (path === PACKAGE ? text : undefined),
    list: async () => [],
  };
}

test('a project needs no schema and is no table', async () => {
  const files = filesWith({});
  const { value, messages } = await loadDataPackage(files);
  assert.deepEqual(messages, []);
  assert.ok(value);
  assert.equal(value.dataPackage.resources[0]?.format, 'qdpx');
  const projects = await loadProjects(['interviews'], value, files);
  assert.deepEqual(projects.messages, []);
  assert.deepEqual(projects.value?.get('interviews'), SAMPLE);
  const tables = await loadTables(['interviews'], value, files, new Map());
  assert.deepEqual([tables.messages, tables.value?.size], [[], 0]);
  const others = await loadProjects(['something-else'], value, files);
  assert.equal(others.value?.size, 0);
});

test('a table without a schema is still refused', async () => {
  const { messages } = await loadDataPackage(filesWith({ path: 'interviews.csv' }));
  assert.deepEqual(
    messages.map(({ rule }) => rule),
    ['data/package-property'],
  );
  assert.match(messages[0]?.reason ?? '', /schema is missing; expected a schema/);
});

test('a project that is not there, or not as described, is told at the data package', async () => {
  const missing = filesWith({}, false);
  const { value } = await loadDataPackage(missing);
  assert.ok(value);
  const [message] = (await loadProjects(['interviews'], value, missing)).messages;
  assert.equal(message?.rule, 'build/missing-file');
  const changed = filesWith({ hash: contentDigest('else') });
  const loaded = await loadDataPackage(changed);
  assert.ok(loaded.value);
  const [hash] = (await loadProjects(['interviews'], loaded.value, changed)).messages;
  assert.equal(hash?.rule, 'data/hash');
  assert.equal(hash?.cause?.place.file, PACKAGE);
});
