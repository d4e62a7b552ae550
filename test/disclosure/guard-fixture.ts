import { type GuardedResult, guardResults } from '../../src/disclosure/guard-results.ts';
import type { ReleasedBefore } from '../../src/disclosure/read-released.ts';
import {
  type ConfidentialRecords,
  type CountsDisclosure,
  DEFAULT_RECORDS,
  type TableDisclosure,
} from '../../src/model/disclosure.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Outcome } from '../../src/model/message.ts';
import type { LinearSolver } from '../../src/model/ports.ts';
import type { Resource } from '../../src/model/resource.ts';
import type { ResultTable, Row } from '../../src/model/table.ts';
import { createSolver } from '../../src/system/create-solver.ts';

/** Results that rest on invented records about nobody. */

let solver: Promise<LinearSolver> | undefined;

/** One solver for all tests of a file. */
export function sharedSolver(): Promise<LinearSolver> {
  solver ??= createSolver();
  return solver;
}

export function confidentialResource(rules: Partial<ConfidentialRecords> = {}): Resource {
  return {
    name: 'invented-records',
    path: 'invented-records.csv',
    title: 'Invented records',
    format: 'csv',
    bytes: 1,
    hash: `sha256:${'1'.repeat(64)}`,
    contentHash: `sha256:${'1'.repeat(64)}`,
    schema: { fields: [] },
    sources: [],
    licenses: [],
    synthetic: true,
    confidential: { ...DEFAULT_RECORDS, ...rules },
  };
}

export function provenanceAt(line: number, hash = '1'): Finding['provenance'] {
  return {
    script: 'scripts/invented.ts',
    scriptHash: 'sha256:0',
    place: { file: 'scripts/invented.ts', line },
    parameters: {},
    resources: [
      {
        name: 'invented-records',
        title: 'Invented records',
        path: 'data/invented-records.csv',
        hash: `sha256:${hash.repeat(64)}`,
        licence: '',
        synthetic: true,
      },
    ],
    query: null,
  };
}

export function tableOf(
  name: string,
  key: readonly string[],
  rows: readonly Row[],
  disclosure: TableDisclosure | undefined,
  hash = '1',
): ResultTable {
  return {
    name,
    title: name,
    fields: Object.keys(rows[0] ?? {}).map((field) => ({
      name: field,
      type: typeof rows[0]?.[field] === 'string' ? 'string' : 'integer',
    })),
    rows,
    key,
    notes: [],
    source: '',
    ...(disclosure === undefined ? {} : { disclosure }),
    provenance: provenanceAt(7, hash),
  };
}

export function findingOf(id: string, finding: Partial<Finding>, hash = '1'): Finding {
  const value = finding.value ?? 0;
  return {
    id,
    value,
    unit: 'count',
    decimals: 0,
    method: 'A count',
    definition: 'Invented',
    n: null,
    interval: null,
    p: null,
    text: String(value),
    provenance: provenanceAt(3, hash),
    ...finding,
  };
}

export async function guard(
  tables: readonly ResultTable[],
  findings: readonly Finding[] = [],
  rules: Partial<ConfidentialRecords> = {},
  released?: ReleasedBefore,
): Promise<Outcome<GuardedResult>> {
  return guardResults({
    results: { tables, findings, claims: [] },
    resources: [confidentialResource(rules)],
    solver: sharedSolver,
    ...(released === undefined ? {} : { released }),
  });
}

/** A table of two dimensions with all its totals; categories are `r1 …` and `c1 …`. */
export function crossTable(
  name: string,
  counts: readonly (readonly number[])[],
  options: {
    readonly margins?: boolean;
    readonly dimensions?: readonly [string, string];
    readonly of?: string;
  } = {},
): ResultTable {
  const { margins = true, dimensions = ['row', 'column'], of = 'people' } = options;
  const [first, second] = dimensions;
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const width = counts[0]?.length ?? 0;
  const withTotals = margins
    ? [
        ...counts.map((row) => [...row, sum(row)]),
        [
          ...Array.from({ length: width }, (_, at) => sum(counts.map((row) => row[at] ?? 0))),
          sum(counts.flat()),
        ],
      ]
    : counts;
  const label = (prefix: string, at: number, most: number) => (at === most ? 'All' : `${prefix}${at + 1}`);
  const rows = withTotals.flatMap((row, i) =>
    row.map((count, j) => ({
      [first]: label(first[0] ?? '', i, counts.length),
      [second]: label(second[0] ?? '', j, width),
      count,
    })),
  );
  const disclosure: CountsDisclosure = { by: [first, second], counts: { count: of } };
  return tableOf(name, [first, second], rows, disclosure);
}

/** The counts of a guarded table as a grid, `null` where one is hidden. */
export function shownGrid(table: ResultTable | undefined, width: number): (number | null)[][] {
  const cells = (table?.rows ?? []).map((row) => (typeof row.count === 'number' ? row.count : null));
  return Array.from({ length: cells.length / width }, (_, at) => cells.slice(at * width, (at + 1) * width));
}
