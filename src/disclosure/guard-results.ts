import type { CheckedResult } from '../findings/check-result.ts';
import { countOf } from '../messages/count-of.ts';
import type { Finding, Provenance } from '../model/finding.ts';
import type { Message, Outcome } from '../model/message.ts';
import type { LinearSolver } from '../model/ports.ts';
import type { Resource } from '../model/resource.ts';
import type { ResultTable } from '../model/table.ts';
import { buildCellSystem } from './cell-system.ts';
import { checkClaims, checkOrder, checkRounded } from './check-hidden.ts';
import type { HiddenCell } from './coarsen-rows.ts';
import { hidingCost } from './hiding-cost.ts';
import { protectCells } from './protect-cells.ts';
import { type ReleasedBefore, readReleased } from './read-released.ts';
import { readResults } from './read-results.ts';
import { releaseFinding } from './release-finding.ts';
import { followHidden, releaseTable } from './release-table.ts';
import { confidentialRecordsOf, rulesOf } from './rules-of.ts';
import type { StatedCell } from './stated-cell.ts';
import { wordChanges, wordContradictions, wordExposed } from './word-faults.ts';

export interface GuardInput {
  readonly results: CheckedResult;
  /** The resources that the report's analyses declare. */
  readonly resources: readonly Resource[];
  /** Loaded where something is to be protected. */
  readonly solver: () => Promise<LinearSolver>;
  /** What the last approved edition released; none when left out. */
  readonly released?: ReleasedBefore;
}

export interface GuardedResult {
  /** What may leave: everything after this phase sees this alone. */
  readonly results: CheckedResult;
  /** What was hidden, for the scan of the edition; nothing of it is ever written. */
  readonly hidden: HiddenValues;
  /** What was done, in words that tell nothing; `null` where no resource is confidential. */
  readonly account: string | null;
}

/** The results before the gate, and where it hid something. */
export interface HiddenValues {
  readonly tables: readonly { readonly before: ResultTable; readonly cells: readonly HiddenCell[] }[];
  readonly findings: readonly Finding[];
}

/**
 * The gate between what analyses computed and all that is shown: hides counts that are too few, and what would
 * give them away, in every table and finding that rests on a confidential resource. docs/trust/disclosure.md
 * says what it protects and what it does not.
 */
export async function guardResults(input: GuardInput): Promise<Outcome<GuardedResult>> {
  const { results, resources } = input;
  const confidential = confidentialRecordsOf(resources);
  const nothing: HiddenValues = { tables: [], findings: [] };
  if (confidential.size === 0) {
    return { value: { results, hidden: nothing, account: null }, messages: [] };
  }
  const inForce = (provenance: Provenance) => rulesOf(provenance, confidential);
  const reading = readResults(results, inForce);
  if (hasError(reading.messages)) return { value: undefined, messages: reading.messages };
  const before = readReleased(input.released, results, inForce);
  for (const [dimension, parents] of before.hierarchies) {
    if (!reading.hierarchies.has(dimension)) reading.hierarchies.set(dimension, parents);
  }
  const system = buildCellSystem([...reading.cells, ...before.cells], reading.hierarchies, [
    ...reading.shares,
    ...before.shares,
  ]);
  const messages: Message[] = [
    ...reading.messages,
    ...wordContradictions(system),
    ...wordChanges(system, before.changed),
  ];
  if (hasError(messages)) return { value: undefined, messages };
  const rounding = reading.rounding;
  const protection =
    system.variables.length === 0
      ? { hidden: new Set<number>(), exposed: [] }
      : protectCells(system, {
          solver: await input.solver(),
          rounding,
          costOf: hidingCost,
        });
  messages.push(...protection.exposed.map(({ variable }) => wordExposed(system, variable)));
  const statements = [...protection.hidden].flatMap((index) => system.variables[index]?.statements ?? []);
  const cells = cellsByTable(statements, reading.steps);
  const findingIds = new Set(
    statements.flatMap(({ statement }) => (statement?.kind === 'finding' ? [statement.id] : [])),
  );
  const hiddenTables = results.tables.map((table) => ({ before: table, cells: withFollowers(table, cells) }));
  const tables = hiddenTables.map(({ before: table, cells: gone }) =>
    releaseTable(table, gone, inForce(table.provenance) === undefined ? null : rounding),
  );
  messages.push(
    ...hiddenTables.flatMap(({ before: table, cells: gone }) => checkOrder(table, gone)),
    ...checkRounded(results, inForce),
    ...checkClaims(results, findingIds),
  );
  if (hasError(messages)) return { value: undefined, messages };
  const findings = results.findings.map((finding) =>
    releaseFinding(
      finding,
      findingIds.has(finding.id),
      inForce(finding.provenance) === undefined ? null : rounding,
    ),
  );
  const hiddenCells = hiddenTables.reduce((sum, { cells: gone }) => sum + gone.length, 0);
  return {
    value: {
      results: { ...results, findings, tables },
      hidden: {
        tables: hiddenTables.filter(({ cells: gone }) => gone.length > 0),
        findings: results.findings.filter(({ id }) => findingIds.has(id)),
      },
      account: `${countOf(confidential.size, 'confidential resource')}: ${countOf(hiddenCells, 'cell')} and ${countOf(findingIds.size, 'finding')} hidden; every hidden count can lie in a range as wide as its rule; no file holds a hidden value at its place, or a record`,
    },
    messages,
  };
}

function cellsByTable(
  statements: readonly StatedCell[],
  steps: ReadonlyMap<string, readonly HiddenCell[]>,
): ReadonlyMap<string, readonly HiddenCell[]> {
  const cells = new Map<string, HiddenCell[]>([...steps].map(([table, hidden]) => [table, [...hidden]]));
  for (const { statement } of statements) {
    if (statement?.kind !== 'table') continue;
    const { table, row, field } = statement;
    cells.set(table, [...(cells.get(table) ?? []), { row, field }]);
  }
  return cells;
}

function withFollowers(
  table: ResultTable,
  cells: ReadonlyMap<string, readonly HiddenCell[]>,
): readonly HiddenCell[] {
  const own = cells.get(table.name) ?? [];
  const { disclosure } = table;
  if (disclosure === undefined || !('counts' in disclosure)) return own;
  return [...own, ...followHidden(table, disclosure, own)];
}

function hasError(messages: readonly Message[]): boolean {
  return messages.some(({ severity }) => severity === 'error');
}
