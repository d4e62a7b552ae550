import type { CheckedResult } from '../findings/check-result.ts';
import { badDeclaration, undeclaredDisclosure } from '../messages/disclosure-rules.ts';
import type { ModelDisclosure, RecordFree } from '../model/disclosure.ts';
import type { Finding, Provenance } from '../model/finding.ts';
import type { Message, Place } from '../model/message.ts';
import type { ResultTable } from '../model/table.ts';
import type { Share } from './cell-system.ts';
import { checkModel } from './check-model.ts';
import { coarsenRows, type HiddenCell } from './coarsen-rows.ts';
import { placeOf } from './place-of.ts';
import { readCounts } from './read-counts.ts';
import { readFinding } from './read-finding.ts';
import type { RulesInForce } from './rules-of.ts';
import type { Hierarchies, StatedCell } from './stated-cell.ts';

/** What all results say of people, as far as they rest on confidential resources. */
export interface Reading {
  readonly cells: StatedCell[];
  readonly hierarchies: Hierarchies;
  readonly shares: Share[];
  /** Steps of curves that are hidden, by table. */
  readonly steps: Map<string, readonly HiddenCell[]>;
  readonly messages: Message[];
  rounding: number | null;
}

export type InForce = (provenance: Provenance) => RulesInForce | undefined;

/** Reads the disclosure of each finding and table; each that lacks it, or is at fault, is a message. */
export function readResults({ findings, tables }: CheckedResult, inForce: InForce): Reading {
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

function readTable(table: ResultTable, force: RulesInForce, reading: Reading): void {
  const subject = `table "${table.name}"`;
  const disclosure = readShared(table, force, subject, reading);
  if (disclosure === undefined) return;
  const place = placeOf(table.provenance);
  if ('curve' in disclosure) {
    const { hidden, messages } = coarsenRows(table, disclosure, force.rules, place);
    reading.steps.set(table.name, hidden);
    reading.messages.push(...messages);
    return;
  }
  const { cells, hierarchies, messages } = readCounts(table, disclosure, force.rules, place);
  reading.cells.push(...cells);
  reading.messages.push(...messages);
  for (const [dimension, parents] of hierarchies) {
    const known = reading.hierarchies.get(dimension) ?? new Map<string, string | null>();
    for (const [category, above] of parents) known.set(category, known.get(category) ?? above);
    reading.hierarchies.set(dimension, known);
  }
}

function readOne(finding: Finding, force: RulesInForce, reading: Reading): void {
  const disclosure = readShared(finding, force, `finding "${finding.id}"`, reading);
  if (disclosure === undefined) return;
  const { cells, share, messages } = readFinding(
    finding,
    disclosure,
    force.rules,
    placeOf(finding.provenance),
  );
  reading.cells.push(...cells);
  reading.messages.push(...messages);
  if (share !== undefined) reading.shares.push(share);
}

/** Reads what tables and findings declare alike, and gives back what only one of the two can declare. */
function readShared<Own extends object>(
  result: {
    readonly provenance: Provenance;
    readonly disclosure?: Own | ModelDisclosure | RecordFree | undefined;
  },
  { rules, resources }: RulesInForce,
  subject: string,
  reading: Reading,
): Own | undefined {
  const { disclosure } = result;
  const place = placeOf(result.provenance);
  reading.rounding = Math.max(reading.rounding ?? 0, rules.rounding ?? 0) || null;
  if (disclosure === undefined) {
    reading.messages.push(undeclaredDisclosure(place, subject, resources));
  } else if ('recordFree' in disclosure) {
    reading.messages.push(...checkReason(disclosure.recordFree, place, subject));
  } else if ('model' in disclosure) {
    reading.messages.push(...checkModel(disclosure.model, rules, place, subject));
  } else return disclosure;
  return undefined;
}

function checkReason(reason: string, place: Place, subject: string): Message[] {
  if (reason.trim() !== '') return [];
  return [badDeclaration(place, subject, '"recordFree" is empty; expected why it tells of no records')];
}
