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
  readonly columns?: readonly (readonly number[])[] | undefined;
  /** Workbooks only: blocks of merged cells. Their value stands in the top left cell, the others are `null`. */
  readonly merges?: readonly MergedCells[];
  /** Workbooks only: the sheet is hidden in spreadsheet programs. */
  readonly hidden?: boolean;
}

/** First and last row and column of a block of merged cells, as indexes into `rows`. */
export interface MergedCells {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}
