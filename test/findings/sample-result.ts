import { defineAnalysis } from '../../src/analysis.ts';
import type { CheckedResult, ResultToCheck } from '../../src/findings/check-result.ts';
import { checkResult } from '../../src/findings/check-result.ts';
import type { Outcome } from '../../src/model/message.ts';
import type { Resource } from '../../src/model/resource.ts';
import type { ResultTable } from '../../src/model/table.ts';

/** Invented areas and figures throughout: Northshire and Southshire are in no official file. */
export const SCRIPT = 'scripts/shires.ts';

export function sampleResource(name: string, synthetic = false): Resource {
  return {
    name,
    path: `${name}.csv`,
    title: `The ${name} of the shires`,
    format: 'csv',
    bytes: 1,
    hash: `sha256:${name}`,
    contentHash: `sha256:content-${name}`,
    schema: { fields: [] },
    sources: [{ title: 'Invented' }],
    licenses: [
      { name: 'OGL-UK-3.0', title: 'Open Government Licence v3.0', path: 'https://example.org/ogl' },
    ],
    synthetic,
  };
}

export const sampleFinding = {
  id: 'share-rising',
  value: 59.6,
  unit: 'percent',
  decimals: 0,
  method: 'Count of rising shires over all shires.',
  definition: 'Shires whose rate rose.',
};

export const sampleClaim = {
  id: 'most-rose',
  statement: 'Most shires rose.',
  holds: true,
  evidence: ['share-rising'],
};

export const sampleTable = {
  name: 'shires',
  title: 'Rates by shire',
  fields: [
    { name: 'shire', type: 'string', title: 'Shire' },
    { name: 'rate', type: 'number', title: 'Rate', unit: 'per 10,000', decimals: 1 },
  ],
  rows: [
    { shire: 'Northshire', rate: 61.25 },
    { shire: 'Southshire', rate: { symbol: 'c' } },
  ],
  key: ['shire'],
};

export function sampleInput(result: unknown, scriptText?: string): ResultToCheck {
  return {
    analysis: defineAnalysis({
      id: 'shires',
      title: 'Shires',
      resources: ['rates', 'people'],
      parameters: {},
      run: async () => ({ findings: [], claims: [], tables: [] }),
    }),
    script: SCRIPT,
    scriptHash: 'sha256:script',
    ...(scriptText === undefined ? {} : { scriptText }),
    resources: [sampleResource('undeclared'), sampleResource('rates'), sampleResource('people')],
    result,
  };
}

/** Checks a result with one finding, one claim and one table, changed as given. */
export function checkSample(
  changes: { finding?: object; claim?: object; table?: object },
  scriptText?: string,
): Outcome<CheckedResult> {
  const result = {
    findings: [{ ...sampleFinding, ...changes.finding }],
    claims: [{ ...sampleClaim, ...changes.claim }],
    tables: [{ ...sampleTable, ...changes.table }],
  };
  return checkResult(sampleInput(result, scriptText));
}

/** Rule and reason of each message. */
export function reasons(outcome: Outcome<unknown>): readonly string[] {
  return outcome.messages.map(({ rule, reason }) => `${rule}: ${reason}`);
}

/** A checked table, the sample's changed as given. */
export function sampleResultTable(changes: object): ResultTable {
  const outcome = checkSample({ table: changes });
  const table = outcome.value?.tables[0];
  if (table === undefined) throw new Error(reasons(outcome).join('\n'));
  return table;
}
