import { type Cell, isSymbolCell, unmarked } from '../model/cell.ts';
import {
  type HeldSymbols,
  heldSymbols,
  marksColumn,
  marksText,
  mayHoldMarks,
  mayHoldSymbols,
  symbolColumn,
  symbolText,
} from '../model/companion-columns.ts';
import type { RArgument, RValue } from '../model/ports.ts';
import type { Field, FieldType, Row, Table } from '../model/table.ts';
import type { RNode } from './r-protocol.ts';

/** The arguments of a call as a named list; a table as a list of its columns, which the driver makes a data frame. */
export function encodeArguments(args: Readonly<Record<string, RArgument>>): RNode {
  return { type: 'list', names: Object.keys(args), values: Object.values(args).map(encodeArgument) };
}

function encodeArgument(arg: RArgument): RNode {
  if (typeof arg === 'object' && 'fields' in arg) return encodeTable(arg);
  const values: readonly (number | string | boolean | null)[] = Array.isArray(arg) ? arg : [arg];
  const type = typeof (values.find((value) => value !== null) ?? 0);
  const types = { string: 'character', boolean: 'logical' } as const;
  return { type: type === 'string' || type === 'boolean' ? types[type] : 'double', names: null, values };
}

function encodeTable(table: Table): RNode {
  const held = heldSymbols(table);
  const columns = table.fields.flatMap((field) => columnsOf(field, table.rows, held));
  return {
    type: 'list',
    names: ['columns', 'rows'],
    values: [
      {
        type: 'list',
        names: columns.map(({ name }) => name),
        values: columns.map(({ node }) => node),
      },
      { type: 'integer', names: null, values: [table.rows.length] },
    ],
  };
}

/** A field's column, and those of its symbols and marks where it may hold some. */
function columnsOf(field: Field, rows: readonly Row[], held: HeldSymbols): { name: string; node: RNode }[] {
  const column = (
    name: string,
    type: 'double' | 'character' | 'logical',
    encode: (cell: Cell) => RScalar,
  ) => ({
    name,
    node: { type, names: null, values: rows.map((row) => encode(row[field.name] ?? null)) },
  });
  return [
    column(field.name, vectorType(field.type), encodeCell),
    ...(mayHoldSymbols(field, held) ? [column(symbolColumn(field.name), 'character', symbolText)] : []),
    ...(mayHoldMarks(field, held) ? [column(marksColumn(field.name), 'character', marksText)] : []),
  ];
}

type RScalar = number | string | boolean | null;

function encodeCell(cell: Cell): RScalar {
  const plain = unmarked(cell);
  return isSymbolCell(plain) ? null : plain;
}

function vectorType(type: FieldType): 'double' | 'character' | 'logical' {
  if (type === 'boolean') return 'logical';
  return type === 'string' || type === 'date' ? 'character' : 'double';
}

/** A value that the driver's `plain` made, as plain objects; see `R.call` for the form. */
export function decodeValue(node: RNode): RValue {
  if (node.type === 'null') return null;
  const kind = textOf(part(node, 'kind'));
  if (kind === 'vector') return decodeVector(part(node, 'values'));
  const names = namesOf(part(node, 'names'));
  if (kind === 'frame') {
    const columns = listOf(part(node, 'columns')).map(decodeValue);
    const count = Number(scalarOf(part(node, 'rows')));
    return Array.from({ length: count }, (_, row) =>
      record(
        names,
        columns.map((column) => (Array.isArray(column) ? column[row] : column) ?? null),
      ),
    );
  }
  const values = listOf(part(node, 'values')).map(decodeValue);
  return names.length === 0 ? values : record(names, values);
}

function decodeVector(node: RNode): RValue {
  if (node.type === 'list') throw new Error('a list stands in the place of a vector');
  const values = node.type === 'null' ? [] : [...node.values];
  return values.length === 1 ? (values[0] ?? null) : values;
}

function record(names: readonly string[], values: readonly RValue[]): { [name: string]: RValue } {
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? null]));
}

/** The part of a named list that has the given name; R's NULL where there is none. */
export function part(node: RNode, name: string): RNode {
  if (node.type !== 'list') throw new Error(`a ${node.type} stands in the place of a list`);
  return node.values[node.names?.indexOf(name) ?? -1] ?? { type: 'null' };
}

export function listOf(node: RNode): readonly RNode[] {
  return node.type === 'list' ? node.values : [];
}

/** The texts of a character vector; none where R gave NULL. */
export function namesOf(node: RNode): string[] {
  return node.type === 'null' || node.type === 'list' ? [] : node.values.map(String);
}

/** The one text of a character vector, or `null`. */
export function textOf(node: RNode): string | null {
  const value = scalarOf(node);
  return typeof value === 'string' ? value : null;
}

function scalarOf(node: RNode): RValue {
  return node.type === 'null' || node.type === 'list' ? null : (node.values[0] ?? null);
}
