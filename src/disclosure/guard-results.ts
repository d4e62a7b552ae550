import type { CheckedResult } from '../findings/check-result.ts';
import {
  badDeclaration,
  cannotProtect,
  claimOnHidden,
  contradiction,
  exactBesideRounded,
  orderedByHidden,
  smallChange,
  undeclaredDisclosure,
} from '../messages/disclosure-rules.ts';
import type { Finding, Provenance } from '../model/finding.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import type { LinearSolver } from '../model/ports.ts';
import type { Resource } from '../model/resource.ts';
import type { ResultTable } from '../model/table.ts';
import { describeKey, keyText } from './cell-key.ts';
import { buildCellSystem, type CellSystem, type Share, type Variable } from './cell-system.ts';
import { checkModel } from './check-model.ts';
import { coarsenRows, type HiddenCell } from './coarsen-rows.ts';
import { ordersRows } from './orders-rows.ts';
import { protectCells } from './protect-cells.ts';
import { readCounts } from './read-counts.ts';
import { readFinding } from './read-finding.ts';
import { type ReleasedBefore, readReleased } from './read-released.ts';
import { releaseFinding } from './release-finding.ts';
import { followHidden, releaseTable } from './release-table.ts';
import { confidentialRecordsOf, type RulesInForce, rulesOf } from './rules-of.ts';
import type { Hierarchies, StatedCell } from './stated-cell.ts';

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
  const reading = readAll(results, inForce);
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
          costOf: (variable) => costOf(variable),
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
      account: `${confidential.size} confidential resources: ${hiddenCells} cells and ${findingIds.size} findings hidden; every hidden count can lie in a range as wide as its rule; no file holds a hidden value at its place, or a record`,
    },
    messages,
  };
}

interface Reading {
  readonly cells: StatedCell[];
  readonly hierarchies: Hierarchies;
  readonly shares: Share[];
  /** Steps of curves that are hidden, by table. */
  readonly steps: Map<string, readonly HiddenCell[]>;
  readonly messages: Message[];
  rounding: number | null;
}

type InForce = (provenance: Provenance) => RulesInForce | undefined;

function readAll({ findings, tables }: CheckedResult, inForce: InForce): Reading {
  const reading: Reading = {
    cells: [],
    hierarchies: new Map(),
    shares: [],
    steps: new Map(),
    messages: [],
    rounding: null,
  };
  for (const table of tables) {
    const force = inForce(table.provenance);
    if (force !== undefined) readTable(table, force, reading);
  }
  for (const finding of findings) {
    const force = inForce(finding.provenance);
    if (force !== undefined) readOne(finding, force, reading);
  }
  return reading;
}

function readTable(table: ResultTable, { rules, resources }: RulesInForce, reading: Reading): void {
  const place = placeOf(table.provenance);
  const subject = `table "${table.name}"`;
  const { disclosure } = table;
  reading.rounding = Math.max(reading.rounding ?? 0, rules.rounding ?? 0) || null;
  if (disclosure === undefined) {
    reading.messages.push(undeclaredDisclosure(place, subject, resources));
  } else if ('recordFree' in disclosure) {
    reading.messages.push(...checkReason(disclosure.recordFree, place, subject));
  } else if ('model' in disclosure) {
    reading.messages.push(...checkModel(disclosure.model, rules, place, subject));
  } else if ('curve' in disclosure) {
    const { hidden, messages } = coarsenRows(table, disclosure, rules, place);
    reading.steps.set(table.name, hidden);
    reading.messages.push(...messages);
  } else {
    const { cells, hierarchies, messages } = readCounts(table, disclosure, rules, place);
    reading.cells.push(...cells);
    reading.messages.push(...messages);
    for (const [dimension, parents] of hierarchies) {
      const known = reading.hierarchies.get(dimension) ?? new Map<string, string | null>();
      for (const [category, above] of parents) known.set(category, known.get(category) ?? above);
      reading.hierarchies.set(dimension, known);
    }
  }
}

function readOne(finding: Finding, { rules, resources }: RulesInForce, reading: Reading): void {
  const place = placeOf(finding.provenance);
  const subject = `finding "${finding.id}"`;
  const { disclosure } = finding;
  reading.rounding = Math.max(reading.rounding ?? 0, rules.rounding ?? 0) || null;
  if (disclosure === undefined) {
    reading.messages.push(undeclaredDisclosure(place, subject, resources));
  } else if ('recordFree' in disclosure) {
    reading.messages.push(...checkReason(disclosure.recordFree, place, subject));
  } else if ('model' in disclosure) {
    reading.messages.push(...checkModel(disclosure.model, rules, place, subject));
  } else {
    const { cells, share, messages } = readFinding(finding, disclosure, rules, place);
    reading.cells.push(...cells);
    reading.messages.push(...messages);
    if (share !== undefined) reading.shares.push(share);
  }
}

function checkReason(reason: string, place: Place, subject: string): Message[] {
  if (reason.trim() !== '') return [];
  return [badDeclaration(place, subject, '"recordFree" is empty; expected why it tells of no records')];
}

export function placeOf({ place }: Provenance): Place {
  return place.line === null ? { file: place.file } : { file: place.file, line: place.line };
}

/** Inner cells before totals, small before large, and figures of sentences last. */
function costOf({ key, value, statements }: Variable): number {
  const size = Math.log2(2 + Math.max(0, value ?? 0));
  const widest = Math.max(0, ...statements.map(({ dimensions }) => dimensions));
  const isTotal = (key?.at.length ?? 0) < widest;
  const isFinding = statements.some(({ statement }) => statement?.kind === 'finding');
  return size * (isTotal ? 20 : 1) * (isFinding ? 200 : 1);
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

function checkOrder(table: ResultTable, hidden: readonly HiddenCell[]): Message[] {
  const { disclosure } = table;
  if (disclosure === undefined || !('counts' in disclosure) || hidden.length === 0) return [];
  const fields = [...new Set(hidden.map(({ field }) => field))];
  const told = fields.filter((field) => ordersRows(table, field, disclosure));
  return told.map((field) => orderedByHidden(placeOf(table.provenance), `table "${table.name}"`, field));
}

function checkRounded({ tables, findings }: CheckedResult, inForce: InForce): Message[] {
  const inTables = tables.flatMap((table) => {
    const rounding = inForce(table.provenance)?.rules.rounding ?? null;
    const { disclosure } = table;
    if (rounding === null || disclosure === undefined || !('counts' in disclosure)) return [];
    const shown = Object.keys(disclosure.from ?? {}).filter((name) => !disclosure.withheld?.includes(name));
    return shown.map((name) => exactBesideRounded(placeOf(table.provenance), `table "${table.name}"`, name));
  });
  const inFindings = findings.flatMap((finding) => {
    const rounding = inForce(finding.provenance)?.rules.rounding ?? null;
    const { disclosure, unit, id } = finding;
    if (rounding === null || disclosure === undefined || !('count' in disclosure)) return [];
    const isRoundable = unit === 'count' || (unit === 'percent' && disclosure.outOf !== undefined);
    return isRoundable ? [] : [exactBesideRounded(placeOf(finding.provenance), `finding "${id}"`, 'value')];
  });
  return [...inTables, ...inFindings];
}

function checkClaims({ claims, findings }: CheckedResult, hidden: ReadonlySet<string>): Message[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  return claims.flatMap(({ id, evidence }) =>
    evidence
      .filter((finding) => hidden.has(finding))
      .map((finding) => {
        const provenance = byId.get(finding)?.provenance;
        return claimOnHidden(
          provenance === undefined ? { file: 'scripts' } : placeOf(provenance),
          id,
          finding,
        );
      }),
  );
}

function wordContradictions({ contradictions }: CellSystem): Message[] {
  return contradictions.map(({ key, first, second }) =>
    contradiction(
      second?.place ?? first?.place ?? { file: 'scripts' },
      describeKey(key),
      second === undefined ? undefined : first?.place,
    ),
  );
}

function wordChanges({ variables }: CellSystem, changed: ReadonlySet<string>): Message[] {
  return variables.flatMap(({ key, statements }) => {
    const [first] = statements;
    if (key === undefined || first === undefined || !changed.has(keyText(key))) return [];
    return [smallChange(first.place, describeKey(key))];
  });
}

function wordExposed({ variables, equations }: CellSystem, index: number): Message {
  const variable = variables[index];
  const sum = equations.find(({ total, parts }) => total === index || parts.includes(index));
  const total = sum === undefined ? undefined : variables[sum.total];
  const stated = variable?.statements[0] ?? total?.statements[0];
  const place = stated?.place ?? { file: 'scripts' };
  if (variable?.isReleased) {
    return cannotProtect(
      place,
      describeKey(variable.key ?? { of: 'a count', at: [] }),
      'the approved edition shows it',
    );
  }
  const cell =
    variable?.key === undefined
      ? `what the shown parts leave of ${describeKey(total?.key ?? { of: 'a total', at: [] })}`
      : describeKey(variable.key);
  return cannotProtect(place, cell, 'the sums that are shown leave it too narrow a range');
}

function hasError(messages: readonly Message[]): boolean {
  return messages.some(({ severity }) => severity === 'error');
}
