import { isSymbolCell } from '../model/cell.ts';
import { marksColumn, symbolColumn } from '../model/companion-columns.ts';
import type { FieldType, ResultTable } from '../model/table.ts';
import type { Binding } from './chart.ts';
import { layoutFields } from './lay-out-rows.ts';

/** The fields that a part of a chart can read: those of its table and those that transforms made so far. */
export interface FieldScope {
  readonly table: string;
  /** Type of each field; `null` for one that a transform made. */
  readonly fields: ReadonlyMap<string, FieldType | null>;
  /** Fields of numbers in which symbols stand, where the chart is no template, which sees to them itself. */
  readonly symbolic: ReadonlySet<string>;
  /** After a `pivot`, whose fields are values of the table: nothing can be said about names. */
  readonly open: boolean;
}

export function scopeOf(table: ResultTable, binding: Binding | null): FieldScope {
  if (binding?.table === table.name && binding.layout !== null) {
    const made = layoutFields(binding.layout).map((name) => [name, null] as const);
    return { table: table.name, fields: new Map(made), symbolic: new Set(), open: false };
  }
  const types = new Map(table.fields.map(({ name, type }) => [name, type]));
  const columns: (readonly [string, FieldType | null])[] =
    binding?.table === table.name
      ? binding.columns.map(({ as, field }) => [as, field === null ? null : (types.get(field) ?? null)])
      : [...types];
  const symbols = columns.flatMap(([name]) => [
    [symbolColumn(name), 'string'] as const,
    [marksColumn(name), 'string'] as const,
  ]);
  const symbolic =
    binding === null
      ? table.fields.filter(({ name }) => table.rows.some((row) => isSymbolCell(row[name])))
      : [];
  return {
    table: table.name,
    fields: new Map([...symbols, ...columns]),
    symbolic: new Set(symbolic.map(({ name }) => name)),
    open: false,
  };
}

export function withFields(scope: FieldScope, made: readonly string[]): FieldScope {
  return { ...scope, fields: new Map([...scope.fields, ...made.map((name) => [name, null] as const)]) };
}

/** An aggregate keeps its groups only. */
export function onlyFields(scope: FieldScope, kept: readonly string[]): FieldScope {
  return { ...scope, fields: new Map([...scope.fields].filter(([name]) => kept.includes(name))) };
}

/** Names as Vega-Lite writes them: `rate\.2017` is the field `rate.2017`. */
export function plainName(written: string): string {
  return written.replace(/\\(.)/g, '$1');
}

export function hasField(scope: FieldScope, written: string): boolean {
  return scope.open || scope.fields.has(written) || scope.fields.has(plainName(written));
}
