import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseManifest } from '../../src/trust/parse-manifest.ts';

const HASH = `sha256:${'a'.repeat(64)}`;
const SOUND = {
  report: 'rates',
  date: '2024-01-31',
  tools: [{ name: 'node', version: '24.21.0', hash: 'sha512-abc+/=' }],
  inputs: [{ path: 'reports/rates/report.md', bytes: 3, hash: HASH }],
  resources: [{ name: 'rates', path: 'data/rates.csv', hash: HASH, entryHash: HASH }],
  outputs: [{ path: 'tables/rates.csv', bytes: 3, hash: HASH }],
  checks: [{ name: 'data', result: 'passed', detail: 'all' }],
};

test('reads what a build writes, and leaves the rest alone', () => {
  const read = parseManifest(JSON.stringify({ ...SOUND, more: true }));
  assert.ok(typeof read !== 'string', String(read));
  assert.equal(read.report, 'rates');
});

test('refuses a path that leads out of its folder or means something else elsewhere', () => {
  const paths = [
    '../x',
    '/etc/passwd',
    'a/../../b',
    'C:\\x',
    'a\\b',
    'a//b',
    '.git/config',
    'a/.ssh/b',
    'a\nb',
    '',
  ];
  for (const path of paths) {
    for (const list of ['inputs', 'outputs', 'resources'] as const) {
      const hostile = { ...SOUND, [list]: [{ ...SOUND[list][0], path }] };
      const wrong = parseManifest(JSON.stringify(hostile));
      assert.equal(wrong, `"${list}.0.path" is not as a manifest has it`, JSON.stringify(path));
    }
  }
});

test('refuses a report, date or hash that is none, lists without end, and what is no JSON', () => {
  for (const [key, value] of [
    ['report', '../../x'],
    ['report', 'a b'],
    ['date', 'today'],
    ['inputs', 'none'],
    ['inputs', [{ path: 'a', bytes: -1, hash: HASH }]],
    ['outputs', [{ path: 'a', bytes: 1, hash: 'md5:1' }]],
    ['tools', Array.from({ length: 20_001 }, () => SOUND.tools[0])],
  ] as const) {
    assert.match(String(parseManifest(JSON.stringify({ ...SOUND, [key]: value }))), new RegExp(`^"${key}`));
  }
  assert.equal(parseManifest('{'), 'it is not JSON');
});
