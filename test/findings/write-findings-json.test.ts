import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeFindingsJson } from '../../src/findings/write-findings-json.ts';
import { checkSample } from './sample-result.ts';

const published = { source: 'The Shire Times, 2018', verdict: 'reproduced', explanation: 'It comes out.' };

test('writes figures and claims in the published shape', () => {
  const { value } = checkSample({
    finding: { value: -3.14, unit: '£m', decimals: 1, n: 151, p: 0.03, resources: ['rates'] },
    claim: { published },
  });
  assert.equal(
    writeFindingsJson('shires', true, value?.findings ?? [], value?.claims ?? []),
    `{
  "report": "shires",
  "synthetic": true,
  "findings": {
    "share-rising": {
      "value": -3.14,
      "unit": "£m",
      "decimals": 1,
      "text": "\u2212£3.1m",
      "n": 151,
      "interval": null,
      "p": 0.03,
      "method": "Count of rising shires over all shires.",
      "definition": "Shires whose rate rose.",
      "synthetic": false,
      "sources": [
        {
          "resource": "rates",
          "title": "The rates of the shires",
          "path": "data/rates.csv",
          "hash": "sha256:rates",
          "licence": "Open Government Licence v3.0"
        }
      ],
      "script": {
        "path": "scripts/shires.ts",
        "hash": "sha256:script"
      },
      "place": {
        "file": "scripts/shires.ts",
        "line": null
      },
      "query": null
    }
  },
  "claims": {
    "most-rose": {
      "statement": "Most shires rose.",
      "holds": true,
      "verdict": "reproduced",
      "evidence": [
        "share-rising"
      ],
      "synthetic": false,
      "source": "The Shire Times, 2018",
      "explanation": "It comes out."
    }
  },
  "tables": {},
  "scripts": {
    "scripts/shires.ts": {
      "hash": "sha256:script",
      "parameters": {}
    }
  }
}
`,
  );
});

test('a table is described without its cells, and a script with its parameters once', () => {
  const { value } = checkSample({});
  const tables = value?.tables ?? [];
  const json = JSON.parse(writeFindingsJson('shires', false, value?.findings ?? [], [], tables));
  const [name = ''] = Object.keys(json.tables);
  assert.equal(json.tables[name].rows, tables[0]?.rows.length);
  assert.deepEqual(json.tables[name].place, { file: 'scripts/shires.ts', line: null });
  assert.deepEqual(Object.keys(json.scripts), ['scripts/shires.ts']);
});

test('a claim of our own has no verdict, and ids stand in code-unit order', () => {
  const findings = ['b', 'a-c', 'a', 'ab'].flatMap(
    (id) => checkSample({ finding: { id } }).value?.findings ?? [],
  );
  const { value } = checkSample({});
  const json = JSON.parse(writeFindingsJson('shires', false, findings, value?.claims ?? []));
  assert.deepEqual(Object.keys(json.findings), ['a', 'a-c', 'ab', 'b']);
  assert.deepEqual(json.claims['most-rose'], {
    statement: 'Most shires rose.',
    holds: true,
    verdict: null,
    evidence: ['share-rising'],
    synthetic: false,
  });
});
