/** A cell as it stands in a file: text from CSV; text, number, truth value or nothing from a workbook. */
export type RawCell = string | number | boolean | null;

/**
 * A grid as it stands in a file, before anyone says where the header is. Rows may differ in length.
 * `rows[i][j]` stands at line `lines[i]` (CSV: line of the file where the record starts; workbook: row
 * number), column `j + 1`.
 */
export interface Sheet {
  readonly file: string;
  /** `null` for CSV and Parquet. */
  readonly name: string | null;
  readonly rows: readonly (readonly RawCell[])[];
  readonly lines: readonly number[];
  /** CSV only: column of the character where each cell starts, by row and cell, counted from 1. */
  readonly columns?: readonly (readonly number[])[];
}
