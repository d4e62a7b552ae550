import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import type { AnalysisContext } from '../src/analysis.ts';
import { parseDataPackage } from '../src/data/parse-data-package.ts';
import { readTable } from '../src/data/read-table.ts';
import { type CheckedResult, checkResult } from '../src/findings/check-result.ts';
import type { Sql } from '../src/model/ports.ts';
import type { QualProject } from '../src/model/qual.ts';
import type { Table } from '../src/model/table.ts';
import { isProject, readProject } from '../src/qual/read-project.ts';
import { createSql } from '../src/system/create-sql.ts';
import { openFiles } from '../src/system/open-files.ts';
import analysis from './narratives-of-change.ts';

const files = openFiles('.');
let result: CheckedResult;
let sql: Sql & { close(): void };
let xml: string;

before(async () => {
  const text = (await files.readText('data/datapackage.json')) ?? '';
  const { value: dataPackage } = parseDataPackage('data/datapackage.json', text);
  const resources = (dataPackage?.resources ?? []).filter(({ name }) => analysis.resources.includes(name));
  const tables: Record<string, Table> = {};
  const projects: Record<string, QualProject> = {};
  for (const resource of resources) {
    const bytes = (await files.read(`data/${resource.path}`)) ?? new Uint8Array();
    if (isProject(resource)) {
      const { value } = readProject(resource, bytes, { file: 'data/datapackage.json' });
      if (value !== undefined) projects[resource.name] = value;
      xml = firstEntry(bytes);
    } else {
      const { value } = await readTable(resource, bytes);
      if (value !== undefined) tables[resource.name] = value;
    }
  }
  sql = await createSql(Object.values(tables));
  const context = { tables, projects, parameters: analysis.parameters, sql } as unknown as AnalysisContext<
    typeof analysis.parameters
  >;
  const checked = checkResult({
    analysis: analysis as never,
    script: 'scripts/narratives-of-change.ts',
    scriptHash: 'sha256:0',
    resources,
    result: await analysis.run(context),
  });
  assert.deepEqual(checked.messages, []);
  assert.ok(checked.value);
  result = checked.value;
});

after(() => sql.close());

/** The project file in the archive, found without the product's own reader. */
function firstEntry(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes);
  const start = 30 + buffer.readUInt16LE(26) + buffer.readUInt16LE(28);
  const packed = buffer.subarray(start, start + buffer.readUInt32LE(18));
  return (buffer.readUInt16LE(8) === 8 ? inflateRawSync(packed) : packed).toString('utf8');
}

function value(id: string): string | number | undefined {
  return result.findings.find((finding) => finding.id === id)?.value;
}

describe('the made-up interviews', () => {
  test('have the participants, authorities and regions of the published abstract', () => {
    assert.deepEqual(['participants', 'authorities-sampled', 'regions-sampled'].map(value), [15, 6, 4]);
  });

  test('have as many speakers of each code as the file itself, read by other means', () => {
    const codes = [...xml.matchAll(/<Code guid="([^"]+)" name="([^"]+)" isCodable="true"/g)];
    assert.equal(codes.length, value('codes'));
    const sources = xml.split('<TextSource ').slice(1);
    for (const [, guid = '', name = ''] of codes) {
      const speakers = sources.filter((source) => source.includes(`<CodeRef targetGUID="${guid}"/>`)).length;
      const id = name
        .toLowerCase()
        .replace('’', '')
        .replace(/[^a-z]+/g, '-');
      assert.equal(value(`participants-${id}`), speakers, name);
    }
  });

  test('share all passages among three streams', () => {
    const shares = ['problem', 'policy', 'politics'].map((stream) => Number(value(`share-${stream}-stream`)));
    assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100) < 1e-9);
  });

  test('were found by steps that end in the sample', () => {
    const { rows = [] } = result.tables.find(({ name }) => name === 'recruitment') ?? {};
    const taking = rows
      .filter(({ to }) => to === 'Interviewed')
      .reduce((sum, row) => sum + Number(row.number), 0);
    assert.equal(taking, value('participants'));
  });

  test('are told apart from official figures by their provenance', () => {
    for (const { id, provenance } of result.findings) {
      const kinds = new Set(provenance.resources.map(({ synthetic }) => synthetic));
      assert.ok(kinds.size < 2, `${id} rests on both`);
    }
  });
});

describe('official figures', () => {
  test('count every authority once in each attribute', () => {
    const { rows = [] } = result.tables.find(({ name }) => name === 'sample-heterogeneity') ?? {};
    for (const attribute of new Set(rows.map((row) => row.attribute))) {
      const own = rows.filter((row) => row.attribute === attribute);
      const sum = (field: string) => own.reduce((total, row) => total + Number(row[field]), 0);
      assert.deepEqual([sum('england'), sum('sampled')], [151, 6], String(attribute));
    }
  });

  test('give the trends of the care-trends release', () => {
    const { rows = [] } = result.tables.find(({ name }) => name === 'sample-heterogeneity') ?? {};
    const trends = rows
      .filter((row) => String(row.category).startsWith('Care rate'))
      .map((row) => row.england);
    assert.deepEqual(trends, [90, 6, 55]);
  });

  test('are those that the publishers print', () => {
    assert.deepEqual([value('care-2010'), value('care-2020')], [64_400, 80_000]);
    const printed = ['low-income-hmrc-2011', 'low-income-hmrc-2016'].map((id) =>
      Number(value(id)).toFixed(1),
    );
    assert.deepEqual(printed, ['20.1', '17.0']);
  });

  test('decide the verdicts', () => {
    const verdicts = result.claims.flatMap(({ id, published }) =>
      published ? [`${id}: ${published.verdict}`] : [],
    );
    assert.deepEqual(verdicts, [
      'published-care: reproduced',
      'published-poverty: consistent',
      'published-prevention: reproduced',
      'published-sample: cannot be checked',
      'published-streams: cannot be checked',
    ]);
  });
});
