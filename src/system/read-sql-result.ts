import type { DuckDBResult, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import type { Cell } from '../model/cell.ts';
import { foldCompanions, marksColumn, symbolColumn } from '../model/companion-columns.ts';
import { SqlError } from '../model/ports.ts';
import type { Field, FieldType, Row } from '../model/table.ts';

interface Column {
  readonly name: string;
  readonly type: FieldType;
  readonly cells: readonly Cell[];
}

/**
 * The rows of a query in the terms of a `Table`, still in the database's order. Columns `<name>_symbol`
 * and `<name>_marks` beside `<name>` are folded back into it.
 *
 * @throws {SqlError} where a name stands twice, a type has no counterpart, an integer is too large for a
 *   double, or a number is not finite
 */
export async function readResult(
  result: DuckDBResult,
  name: string,
  query: string,
): Promise<{ name: string; fields: Field[]; rows: Row[] }> {
  const { DuckDBTypeId } = await import('@duckdb/node-api');
  const names = result.columnNames();
  const twice = names.find((column, index) => names.indexOf(column) !== index);
  if (twice !== undefined) throw new SqlError(`Two columns of the result are named "${twice}"`, query);
  const types = result.columnTypes();
  const values = await result.getColumns();
  const columns = names.map((column, index): Column => {
    const type = types[index];
    if (type === undefined) throw new Error('a column without a type');
    const fieldType = fieldTypeOf(DuckDBTypeId[type.typeId] ?? '', column, type, query);
    return {
      name: column,
      type: fieldType,
      cells: (values[index] ?? []).map((value, row) => toCell(value, column, row, query)),
    };
  });
  const folded = foldSymbols(columns, query);
  const count = columns[0]?.cells.length ?? 0;
  return {
    name,
    fields: folded.map((column) => ({ name: column.name, type: column.type })),
    rows: Array.from({ length: count }, (_, row) =>
      Object.fromEntries(folded.map((column) => [column.name, column.cells[row] ?? null])),
    ),
  };
}

function fieldTypeOf(id: string, column: string, type: DuckDBType, query: string): FieldType {
  if (/^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/.test(id)) return 'integer';
  if (id === 'DOUBLE' || id === 'FLOAT' || id === 'DECIMAL') return 'number';
  if (id === 'BOOLEAN') return 'boolean';
  if (id === 'DATE') return 'date';
  if (id === 'VARCHAR' || id === 'ENUM' || id === 'SQLNULL') return 'string';
  const expected = 'expected an integer, a number, text, a truth value or a date: cast it in the query';
  throw new SqlError(`Column "${column}" is of the type ${type}; ${expected}`, query);
}

function toCell(value: DuckDBValue, column: string, row: number, query: string): Cell {
  const place = `in column "${column}", row ${row + 1} of the result`;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') {
    if (Number.isSafeInteger(Number(value))) return Number(value);
    throw new SqlError(
      `The integer ${value} ${place} is too large to be exact; expected at most 2^53`,
      query,
    );
  }
  // Dates and decimals are objects whose text is exact: `2025-03-31`, `4.16`.
  const text = String(value);
  const cell = typeof value === 'number' ? value : /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (typeof cell === 'number' && !Number.isFinite(cell)) {
    throw new SqlError(`${cell} stands ${place}; expected a finite number or NULL`, query);
  }
  return cell;
}

/** Puts symbols and marks of the columns `<name>_symbol` and `<name>_marks` back into those of `<name>`. */
function foldSymbols(columns: readonly Column[], query: string): Column[] {
  const names = new Set(columns.map(({ name }) => name));
  const companions = new Map(
    columns
      .filter(({ type }) => type === 'string')
      .flatMap((column) =>
        ['_symbol', '_marks']
          .filter((ending) => column.name.endsWith(ending) && names.has(column.name.slice(0, -ending.length)))
          .map(() => [column.name, column] as const),
      ),
  );
  return columns
    .filter(({ name }) => !companions.has(name))
    .map((column) => {
      const symbols = companions.get(symbolColumn(column.name));
      const marks = companions.get(marksColumn(column.name));
      if (symbols === undefined && marks === undefined) return column;
      const cells = column.cells.map((cell, row) => {
        const folded = foldCompanions(cell, symbols?.cells[row] ?? null, marks?.cells[row] ?? null);
        if ('problem' in folded) {
          throw new SqlError(`In row ${row + 1} of column "${column.name}" ${folded.problem}`, query);
        }
        return folded.cell;
      });
      return { ...column, cells };
    });
}
