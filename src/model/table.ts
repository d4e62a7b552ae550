import type { Cell } from './cell.ts';

export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'year';

/** A column, in Frictionless Table Schema v2 terms, plus how Plumbline shows it (`unit`, `decimals`). */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  /** Column heading for readers. */
  readonly title?: string;
  readonly description?: string;
  /** A unit of `model/finding.ts`, shown once in the column heading. */
  readonly unit?: string;
  /** Decimals shown to a reader; the CSV always carries the exact value. */
  readonly decimals?: number;
  /** True for what serves a chart or a machine: it stands in the CSV, and no reader is shown it in a table. */
  readonly hidden?: boolean;
  readonly constraints?: FieldConstraints;
  /** Texts in the file that stand for a symbol, each with the symbol's code: `[c]` → `c`. */
  readonly missingValues?: readonly MissingValue[];
  /** Texts that may follow a number in the file, each with the code of the mark: `12.4 [p]`, `[p]` → `p`. */
  readonly marks?: readonly MissingValue[];
  /** What separates thousands in the file's numbers: `,` for `736,100`. None when left out. */
  readonly groupChar?: string;
  /** `false` where the file writes a unit beside the number, before or after it: `£12`, `45%`. */
  readonly bareNumber?: boolean;
  /** How a date stands in the file, of `%Y %m %d %b %B` and characters between them; `%Y-%m-%d` when left out. */
  readonly format?: string;
}

export interface FieldConstraints {
  readonly required?: boolean;
  readonly unique?: boolean;
  readonly minimum?: number | string;
  readonly maximum?: number | string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly enum?: readonly (string | number)[];
}

export interface MissingValue {
  readonly value: string;
  readonly label: string;
}

export interface TableSchema {
  readonly fields: readonly Field[];
  /** `subset`: the file may have further columns, which are not read. By default it has none. */
  readonly fieldsMatch?: 'equal' | 'subset';
  readonly primaryKey?: readonly string[];
  readonly foreignKeys?: readonly ForeignKey[];
}

export interface ForeignKey {
  readonly fields: readonly string[];
  /** `resource` is `''` for the table itself, as in Frictionless. */
  readonly reference: { readonly resource: string; readonly fields: readonly string[] };
}

export type Row = Readonly<Record<string, Cell>>;

/**
 * A checked table. `key` names the fields whose values are unique to each row and in whose order
 * the rows stand, so that the same rows always give the same bytes.
 */
export interface Table {
  readonly name: string;
  readonly fields: readonly Field[];
  readonly rows: readonly Row[];
  readonly key: readonly string[];
}

/** Rows, by the name of a field and the values that they have in it. */
export type RowsByValue = Readonly<Record<string, readonly string[]>>;

/** A table that an analysis publishes: a `Table` with what a reader needs beside it. */
export interface ResultTable extends Table {
  readonly title: string;
  /** Notes printed beneath the title, one paragraph each. */
  readonly notes: readonly string[];
  /** Source line printed under the table. */
  readonly source: string;
  /**
   * Fields whose percentages add up to 100: several fields across each row; a single field down its column,
   * for each value of the fields in `sumWithin` where there are any.
   */
  readonly sumsTo100?: readonly string[];
  readonly sumWithin?: readonly string[];
  /** Rows that are totals and sub-totals, by the value of a field: `{region: ['England']}`. */
  readonly totals?: RowsByValue;
  readonly subtotals?: RowsByValue;
  /** How it tells of the records it was computed from; needed where a resource is confidential. */
  readonly disclosure?: import('./disclosure.ts').TableDisclosure;
  readonly provenance: import('./finding.ts').Provenance;
}
