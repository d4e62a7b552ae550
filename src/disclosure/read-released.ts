import type { CheckedResult } from '../findings/check-result.ts';
import type { CountsDisclosure } from '../model/disclosure.ts';
import type { Finding, Provenance } from '../model/finding.ts';
import type { ResultTable } from '../model/table.ts';
import { keyText } from './cell-key.ts';
import type { Share } from './cell-system.ts';
import { readCounts } from './read-counts.ts';
import { readFinding } from './read-finding.ts';
import type { RulesInForce } from './rules-of.ts';
import type { Hierarchies, StatedCell } from './stated-cell.ts';

/** The findings and tables of the last approved edition, as they were released. */
export interface ReleasedBefore {
  readonly findings: readonly Finding[];
  readonly tables: readonly ResultTable[];
}

export interface ReleasedReading {
  readonly cells: readonly StatedCell[];
  readonly shares: readonly Share[];
  readonly hierarchies: Hierarchies;
  /** Keys of counts from other data that differ by fewer people than may be told. */
  readonly changed: ReadonlySet<string>;
}

/**
 * What is out already. Counts of the same data, by the hash of every confidential resource, are the same
 * numbers: a reader has both editions, so that they join the system of sums as numbers that cannot be hidden
 * any more, and [c] of then as numbers to be protected still. Counts of other data are other numbers; where
 * one differs from its former value by a few, those few can be told, which is a warning.
 */
export function readReleased(
  released: ReleasedBefore | undefined,
  now: CheckedResult,
  inForce: (provenance: Provenance) => RulesInForce | undefined,
): ReleasedReading {
  const cells: StatedCell[] = [];
  const shares: Share[] = [];
  const hierarchies: Hierarchies = new Map();
  const former = new Map<string, StatedCell>();
  const hashes = confidentialHashes(now, inForce);
  const keep = (read: readonly StatedCell[], isSame: boolean, { rules }: RulesInForce) => {
    // Rounded numbers of the same data are rounded the same again, and tell nothing more.
    if (rules.rounding !== null) return;
    for (const cell of read) {
      if (!isSame) former.set(keyText(cell.key), cell);
      else cells.push({ ...cell, statement: undefined, isReleased: cell.value !== null });
    }
  };
  for (const table of released?.tables ?? []) {
    const force = inForce(table.provenance);
    const { disclosure } = table;
    if (force === undefined || disclosure === undefined || !('counts' in disclosure)) continue;
    const declared = restrict(disclosure, table);
    const read = readCounts(table, declared, force.rules, { file: table.provenance.script });
    keep(read.cells, isSameData(table.provenance, force, hashes), force);
    for (const [dimension, parents] of read.hierarchies) hierarchies.set(dimension, parents);
  }
  for (const finding of released?.findings ?? []) {
    const force = inForce(finding.provenance);
    const { disclosure } = finding;
    if (force === undefined || disclosure === undefined || !('count' in disclosure)) continue;
    if (finding.isSuppressed) continue;
    const read = readFinding(finding, disclosure, force.rules, { file: finding.provenance.script });
    const isSame = isSameData(finding.provenance, force, hashes);
    keep(read.cells, isSame, force);
    if (isSame && read.share !== undefined) shares.push(read.share);
  }
  return { cells, shares, hierarchies, changed: smallChanges(now, former, inForce) };
}

/** The declaration without the fields that were withheld, and are in the table no more. */
function restrict(declared: CountsDisclosure, table: ResultTable): CountsDisclosure {
  const names = new Set(table.fields.map(({ name }) => name));
  const counts = Object.fromEntries(Object.entries(declared.counts).filter(([name]) => names.has(name)));
  const computed = table.fields
    .map(({ name }) => name)
    .filter(
      (name) => Object.hasOwn(declared.from ?? {}, name) || Object.hasOwn(declared.magnitudes ?? {}, name),
    );
  const labels = [...(declared.labels ?? []).filter((name) => names.has(name)), ...computed];
  const { by, total, absent } = declared;
  return {
    by,
    counts,
    labels,
    ...(total === undefined ? {} : { total }),
    ...(absent === undefined ? {} : { absent }),
  };
}

function confidentialHashes(
  { findings, tables }: CheckedResult,
  inForce: (provenance: Provenance) => RulesInForce | undefined,
): ReadonlyMap<string, string> {
  const hashes = new Map<string, string>();
  for (const { provenance } of [...findings, ...tables]) {
    if (inForce(provenance) === undefined) continue;
    for (const { name, hash } of provenance.resources) hashes.set(name, hash);
  }
  return hashes;
}

function isSameData(
  { resources }: Provenance,
  force: RulesInForce,
  hashes: ReadonlyMap<string, string>,
): boolean {
  return resources
    .filter(({ name }) => force.resources.includes(name))
    .every(({ name, hash }) => hashes.get(name) === hash);
}

function smallChanges(
  { findings, tables }: CheckedResult,
  former: ReadonlyMap<string, StatedCell>,
  inForce: (provenance: Provenance) => RulesInForce | undefined,
): ReadonlySet<string> {
  if (former.size === 0) return new Set();
  const place = { file: '' };
  const current = [
    ...tables.flatMap((table) => {
      const force = inForce(table.provenance);
      const { disclosure } = table;
      if (force === undefined || disclosure === undefined || !('counts' in disclosure)) return [];
      return readCounts(table, disclosure, force.rules, place).cells;
    }),
    ...findings.flatMap((finding) => {
      const force = inForce(finding.provenance);
      const { disclosure } = finding;
      if (force === undefined || disclosure === undefined || !('count' in disclosure)) return [];
      return readFinding(finding, disclosure, force.rules, place).cells;
    }),
  ];
  return new Set(
    current.flatMap(({ key, value, need, isSensitive }) => {
      const before = former.get(keyText(key))?.value ?? null;
      if (before === null || value === null || isSensitive || before === value) return [];
      return Math.abs(before - value) < need ? [keyText(key)] : [];
    }),
  );
}
