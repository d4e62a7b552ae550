import type { Cell } from '../model/cell.ts';
import { foldCompanions, marksColumn, symbolColumn } from '../model/companion-columns.ts';
import { RError, type RValue } from '../model/ports.ts';
import { RUN_CALL } from './run-call.ts';

type RecordOfR = { readonly [name: string]: RValue };

/** What R cannot tell from a single value: these are lists, however many there are. */
const LISTS = new Set(['evidence', 'resources', 'key', 'notes', 'sumsTo100', 'sumWithin', 'fields', 'rows']);

/**
 * What an analysis in R returned, in the shape that one in TypeScript returns: a list of one value is a list
 * again, what is NA is left out (but for a claim's `holds`), and symbols stand in their cells. Everything else
 * is left as it is, for the checks of results to judge.
 */
export function readRResult(value: RValue): unknown {
  if (!isRecord(value)) return value;
  const tidy = (name: string, read: (item: RValue) => unknown) => {
    const list = value[name];
    return list === null || list === undefined ? list : listOf(list).map(read);
  };
  return {
    ...value,
    findings: tidy('findings', (item) => withoutMissing(item, [])),
    claims: tidy('claims', (item) => withoutMissing(item, ['holds'])),
    tables: tidy('tables', readTable),
  };
}

function readTable(item: RValue): unknown {
  const table = withoutMissing(item, []);
  if (!isRecord(table)) return table;
  const { fields, rows } = table;
  if (!Array.isArray(fields) || !Array.isArray(rows)) return table;
  const names = fields.map((field) => (isRecord(field) ? String(field.name) : ''));
  return {
    ...table,
    fields: fields.map((field) => withoutMissing(field, [])),
    rows: rows.map((row) => (isRecord(row) ? foldSymbols(row, names) : row)),
  };
}

/** Puts symbols and marks back from their companion columns, where the table does not publish these as its own. */
function foldSymbols(row: RecordOfR, fields: readonly string[]): unknown {
  const companions = new Set(
    fields
      .flatMap((name) => [symbolColumn(name), marksColumn(name)])
      .filter((name) => !fields.includes(name)),
  );
  const companion = (name: string) => (companions.has(name) ? (row[name] ?? null) : null) as Cell;
  return Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => !companions.has(name))
      .map(([name, cell]) => {
        const [symbol, marks] = [companion(symbolColumn(name)), companion(marksColumn(name))];
        // A symbol that nobody knows is for the checks of results to tell.
        if (cell === null && typeof symbol === 'string') return [name, { symbol }];
        const folded = foldCompanions(cell as Cell, symbol, marks);
        if ('problem' in folded) throw new RError(`in "${name}" ${folded.problem}`, RUN_CALL, null);
        return [name, folded.cell];
      }),
  );
}

function withoutMissing(item: RValue, kept: readonly string[]): RValue {
  if (!isRecord(item)) return item;
  return Object.fromEntries(
    Object.entries(item)
      .filter(([name, part]) => part !== null || kept.includes(name))
      .map(([name, part]) => [name, readPart(name, part)]),
  );
}

function readPart(name: string, part: RValue): RValue {
  if (name === 'disclosure') return withLists(part);
  return LISTS.has(name) ? listOf(part) : part;
}

/** What a disclosure holds in lists, wherever it stands within. */
const DISCLOSURE_LISTS = new Set(['by', 'cells', 'labels', 'withheld', 'values']);

function withLists(part: RValue): RValue {
  if (!isRecord(part)) return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, inner]) => [
      name,
      DISCLOSURE_LISTS.has(name) ? listOf(inner) : withLists(inner),
    ]),
  );
}

function listOf(value: RValue): RValue[] {
  return Array.isArray(value) ? value : [value];
}

function isRecord(value: RValue | undefined): value is RecordOfR {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
