import { isSymbolCell } from '../model/cell.ts';
import type { RValue } from '../model/ports.ts';
import type { Row, Table } from '../model/table.ts';

type RecordOfR = { readonly [name: string]: RValue };

/** What R cannot tell from a single value: these are lists, however many there are. */
const LISTS = new Set(['evidence', 'resources', 'key', 'notes', 'sumsTo100', 'sumWithin', 'fields', 'rows']);

/**
 * A table as R is handed it: beside each field that may hold symbols, a field `<name>_symbol` with the symbol's
 * code, as in the database.
 */
export function withSymbolFields(table: Table): Table {
  const symbolic = table.fields.filter(
    ({ name, missingValues }) =>
      missingValues !== undefined || table.rows.some((row) => isSymbolCell(row[name])),
  );
  if (symbolic.length === 0) return table;
  const symbolOf = (row: Row, name: string) => {
    const cell = row[name];
    return isSymbolCell(cell) ? cell.symbol : null;
  };
  return {
    ...table,
    fields: table.fields.flatMap((field) =>
      symbolic.includes(field) ? [field, { name: `${field.name}_symbol`, type: 'string' }] : [field],
    ),
    rows: table.rows.map((row) => ({
      ...row,
      ...Object.fromEntries(symbolic.map(({ name }) => [`${name}_symbol`, symbolOf(row, name)])),
    })),
  };
}

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

function foldSymbols(row: RecordOfR, fields: readonly string[]): unknown {
  const symbols = new Set(fields.map((name) => `${name}_symbol`).filter((name) => !fields.includes(name)));
  return Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => !symbols.has(name))
      .map(([name, cell]) => {
        const symbol = symbols.has(`${name}_symbol`) ? row[`${name}_symbol`] : null;
        return [name, cell === null && typeof symbol === 'string' ? { symbol } : cell];
      }),
  );
}

function withoutMissing(item: RValue, kept: readonly string[]): RValue {
  if (!isRecord(item)) return item;
  return Object.fromEntries(
    Object.entries(item)
      .filter(([name, part]) => part !== null || kept.includes(name))
      .map(([name, part]) => [name, LISTS.has(name) ? listOf(part) : part]),
  );
}

function listOf(value: RValue): RValue[] {
  return Array.isArray(value) ? value : [value];
}

function isRecord(value: RValue | undefined): value is RecordOfR {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
