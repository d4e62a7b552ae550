import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { RULES_BY_STAGE } from '../../src/messages/rules-catalogue.ts';
import { generatedDocs } from '../check/generated-docs.ts';

const described = Object.values(RULES_BY_STAGE).flatMap((rules) => Object.keys(rules));
const files = globSync('src/messages/*-rules.ts').sort();

test('the catalogue holds the rules of every file of wording, each once', async () => {
  const exported = new Set<string>();
  for (const file of files) {
    const module: Record<string, unknown> = await import(`../../${file.replaceAll('\\', '/')}`);
    for (const [name, value] of Object.entries(module)) {
      if (name.endsWith('Rules')) for (const id of Object.keys(Object(value))) exported.add(id);
    }
  }
  assert.deepEqual([...described].sort(), [...exported].sort());
  assert.equal(new Set(described).size, described.length);
});

test('every rule that a message names is described, and every described one is named by a message', () => {
  const named = new Set<string>();
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    for (const [, id = ''] of text.matchAll(/'([a-z]+\/[a-z0-9-]+)'(?!\s*:)/g)) named.add(id);
  }
  assert.deepEqual(
    {
      undescribed: [...named].filter((id) => !described.includes(id)),
      unused: described.filter((id) => !named.has(id)),
    },
    { undescribed: [], unused: [] },
  );
});

test('a rule id is its stage and lower-case words; a description is a sentence', () => {
  for (const rules of Object.values(RULES_BY_STAGE)) {
    for (const [id, description] of Object.entries(rules)) {
      assert.match(id, /^[a-z]+(\/[a-z0-9]+(-[a-z0-9]+)*)$/);
      assert.match(description, /^\S.*\.$/, id);
    }
  }
});

test('the pages written from the code are up to date (npx node test/check/write-docs.ts)', () => {
  for (const [path, text] of generatedDocs()) assert.equal(readFileSync(path, 'utf8'), text, path);
});
