import assert from 'node:assert/strict';
import process from 'node:process';
import { test } from 'node:test';
import { readToolVersions } from '../../src/system/read-tool-versions.ts';
import { startR } from '../../src/system/start-r.ts';

test('names Plumbline, Node, R, DuckDB and every pinned package, with hashes', async () => {
  const tools = new Map((await readToolVersions()).map((tool) => [tool.name, tool]));
  assert.match(tools.get('plumbline')?.hash ?? '', /^sha256:[0-9a-f]{64}$/);
  assert.equal(tools.get('node')?.version, process.versions.node);
  for (const name of ['@cantoo/pdf-lib', '@sparticuz/chromium', 'webr', '@fontsource/source-sans-3']) {
    assert.match(tools.get(name)?.hash ?? '', /^sha512-/, name);
  }
});

test('R and DuckDB are those that run', async () => {
  const tools = new Map((await readToolVersions()).map(({ name, version }) => [name, version]));
  const { version } = await import('@duckdb/node-api');
  assert.equal(`v${tools.get('DuckDB')}`, version());
  const engine = startR();
  try {
    assert.equal(tools.get('R'), await engine.version());
  } finally {
    engine.close();
  }
});
