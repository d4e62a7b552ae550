import type { DuckDBConnection } from '@duckdb/node-api';
import { isMarkedCell, type MarkCode, SYMBOL_CODES } from '../model/cell.ts';
import { type HeldSymbols, marksColumn, symbolColumn } from '../model/companion-columns.ts';
import type { Field, Table } from '../model/table.ts';

/** What stands in the place of symbols, or which marked numbers are others. */
export type Stand = 'low' | 'high' | MarkCode;

/** The function that tells a value from a number that merely stands for a symbol. */
export const KNOWN = 'plumbline_known';

/** Larger than any count, and one that no data hold; small enough to be multiplied by ten thousand. */
const LARGE = 1_073_741_827;

/** Views of the tables, a schema for each stand, in which other values stand in the place of symbols. */
export function symbolViews(connection: DuckDBConnection) {
  const tables = new Map<Stand, Set<string>>();
  const standIns = new Set<string>();

  return {
    schemaOf: (stand: Stand) => `plumbline_${stand}`,
    has: (table: string, stand: Stand) => tables.get(stand)?.has(table) ?? false,
    async add(table: Table, held: HeldSymbols): Promise<void> {
      const { symbols, marks } = held;
      if (symbols.size > 0) {
        for (const stand of ['low', 'high'] as const) {
          const columns = [...symbols].map((name) => standIn(fieldOf(table, name), table, stand));
          await create(table, stand, columns);
        }
        const texts = [...standIns].map((text) => `'${text}'`).join(', ');
        await connection.run(
          `create or replace macro ${KNOWN}(x) as case when x::varchar in (${texts}) then null else x end`,
        );
      }
      for (const [mark, names] of marks) {
        const columns = [...names].map((name) => otherNumber(fieldOf(table, name), mark));
        await create(table, mark, columns);
      }
    },
  };

  async function create(table: Table, stand: Stand, columns: readonly string[]): Promise<void> {
    const name = table.name.replaceAll('-', '_');
    await connection.run(`create schema if not exists plumbline_${stand}`);
    await connection.run(
      `create view plumbline_${stand}.${quote(name)} as select * replace (${columns.join(', ')}) from main.${quote(name)}`,
    );
    tables.set(stand, (tables.get(stand) ?? new Set()).add(name.toLowerCase()));
  }

  function standIn(field: Field, table: Table, stand: 'low' | 'high'): string {
    const value = valueFor(field, table, stand);
    if (field.type !== 'boolean') {
      standIns.add(value);
      if (field.type === 'number') standIns.add(`${value}.0`);
    }
    const column = quote(field.name);
    const type = { integer: 'bigint', year: 'integer', number: 'double', boolean: 'boolean', date: 'date' };
    const cast = field.type === 'string' ? 'varchar' : type[field.type];
    return `case when ${quote(symbolColumn(field.name))} is not null then '${value}'::${cast} else ${column} end as ${column}`;
  }
}

function valueFor({ name, type }: Field, { rows }: Table, stand: 'low' | 'high'): string {
  switch (type) {
    case 'boolean':
      return String(stand === 'high');
    case 'date':
      return stand === 'high' ? '9999-12-30' : '0001-01-02';
    case 'string':
      return stand === 'high' ? '\u{10fffd}symbol' : '\u0001symbol';
    default: {
      const most = rows.reduce((max, row) => {
        const cell = row[name] ?? null;
        const value = isMarkedCell(cell) ? cell.value : cell;
        return typeof value === 'number' ? Math.max(max, Math.abs(value)) : max;
      }, 0);
      const size = type === 'year' ? LARGE : Math.max(LARGE, 2 * Math.ceil(most) + 1);
      return String(stand === 'high' ? size : -size);
    }
  }
}

function otherNumber({ name, type }: Field, mark: MarkCode): string {
  const column = quote(name);
  const other = type === 'integer' ? `${column} + 997` : `${column} * 1.25 + 997`;
  return `case when list_contains(string_split(${quote(marksColumn(name))}, ' '), '${mark}') then ${other} else ${column} end as ${column}`;
}

function fieldOf({ fields, name: table }: Table, name: string): Field {
  const field = fields.find((one) => one.name === name);
  if (field === undefined) throw new Error(`no field ${name} in ${table}`);
  return field;
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * SQL that makes `joint_symbol(x_symbol)`, an aggregate: the first symbol of a legend among the rows, NULL where none
 * has one.
 */
export const JOINT_SYMBOL = `create macro joint_symbol(s) as ([${SYMBOL_CODES.map((code) => `'${code}'`).join(', ')}])[min(list_position([${SYMBOL_CODES.map((code) => `'${code}'`).join(', ')}], s))]`;
