import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import children from '../../scripts/synthetic/children.ts';
import interviews from '../../scripts/synthetic/interviews.ts';
import policymakers from '../../scripts/synthetic/policymakers.ts';
import { contentDigest, contentHash } from '../../src/data/content-hash.ts';
import { parseDataPackage } from '../../src/data/parse-data-package.ts';
import { DATA_PACKAGE } from '../../src/data/read-table.ts';
import type { QualProject } from '../../src/model/qual.ts';
import type { Row } from '../../src/model/table.ts';
import { writeQdpx } from '../../src/qual/write-qdpx.ts';

const resources = parseDataPackage(DATA_PACKAGE, readFileSync(DATA_PACKAGE, 'utf8')).value?.resources ?? [];

for (const generator of [children, interviews, policymakers]) {
  test(`the committed records of ${generator.id} are those that its seed gives, on every machine`, async () => {
    const result = await generator.run(generator.seed);
    for (const { name, schema } of generator.produces) {
      const records = result[name];
      assert.ok(records);
      const hash = isProject(records)
        ? contentDigest(writeQdpx(records))
        : contentHash(records, schema.fields);
      const listed = resources.find((resource) => resource.name === name);
      assert.equal(hash, listed?.contentHash, `${name}: run npm run make-synthetic`);
      assert.equal(listed?.synthetic, true);
    }
  });
}

test('all made-up records together stay small', () => {
  const bytes = resources
    .filter(({ synthetic }) => synthetic)
    .reduce((sum, resource) => sum + resource.bytes, 0);
  assert.ok(bytes < 5_000_000, `${bytes} bytes`);
});

function isProject(records: readonly Row[] | QualProject): records is QualProject {
  return !Array.isArray(records);
}
