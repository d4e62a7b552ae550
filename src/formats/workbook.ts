/** A spreadsheet as it is meant, before it is written as XLSX or ODS. */
export interface Workbook {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly authors: readonly string[];
  readonly keywords: readonly string[];
  /** ISO date that the file names as its own. */
  readonly date: string;
  readonly sheets: readonly WorkbookSheet[];
}

/** A title in A1, lines beneath it, each in a row of its own, and at most one table beneath these. */
export interface WorkbookSheet {
  /** Of its tab: letters, digits and underscores, unique, at most 31 characters. */
  readonly name: string;
  readonly title: string;
  readonly lines: readonly WorkbookLine[];
  readonly table: WorkbookTable | null;
}

export interface WorkbookLine {
  readonly text: string;
  /** `wrapped`: a sheet of text, whose only column is wide; `line`: may run on over the columns beside it. */
  readonly role: 'heading' | 'wrapped' | 'line';
  /** Name of the sheet that the line leads to. */
  readonly sheet?: string;
}

/** One row of headings, then rows of as many cells. No cell is merged, no row or column is empty. */
export interface WorkbookTable {
  /** Under which programs know it: letters, digits and underscores, unique in the workbook. */
  readonly name: string;
  readonly columns: readonly WorkbookColumn[];
  readonly rows: readonly WorkbookRow[];
}

export interface WorkbookColumn {
  /** Unique in its table, without regard to case. */
  readonly heading: string;
  readonly isNumeric: boolean;
  /** In characters. */
  readonly width: number;
}

export interface WorkbookRow {
  readonly cells: readonly WorkbookCell[];
  /** A total or sub-total, which stands out. */
  readonly isTotal: boolean;
}

export type WorkbookCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string; readonly sheet?: string }
  | { readonly kind: 'number'; readonly value: number; readonly format: NumberFormat }
  /** An ISO date from March 1900 on: before that, programs count days differently. */
  | { readonly kind: 'date'; readonly date: string };

/** Decimals shown; `exact` shows all that there are. Years have no commas. */
export type NumberFormat = 'exact' | 'year' | { readonly decimals: number };
