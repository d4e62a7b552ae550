import type { ConfidentialProject, ConfidentialRecords } from './disclosure.ts';
import type { TableSchema } from './table.ts';

/** A dataset of `data/datapackage.json`, in Frictionless Data Package v2 terms. */
export interface Resource {
  readonly name: string;
  /** Path relative to `data/`, with forward slashes; never absolute, never upwards. */
  readonly path: string;
  readonly title: string;
  readonly description?: string;
  readonly format: 'csv' | 'parquet' | 'xlsx' | 'xls' | 'ods' | 'qdpx' | 'qde';
  readonly mediatype?: string;
  readonly encoding?: string;
  readonly bytes: number;
  /** `sha256:` and the hexadecimal digest of the file's bytes. */
  readonly hash: string;
  /** `sha256:` and the digest of the canonical rows: the same whatever the file format. */
  readonly contentHash: string;
  /** Without fields for a qualitative project, which is no table. */
  readonly schema: TableSchema;
  readonly sources: readonly Source[];
  readonly licenses: readonly Licence[];
  /** True for made-up records: every page of an output that used one says so. */
  readonly synthetic: boolean;
  /** The rules that everything computed from it keeps; left out where it is not confidential. */
  readonly confidential?: ConfidentialRecords | ConfidentialProject;
  /** For workbooks: where the table stands. */
  readonly dialect?: Dialect;
}

export interface Source {
  readonly title: string;
  readonly path?: string;
  readonly publisher?: string;
  readonly year?: string;
}

export interface Licence {
  readonly name: string;
  readonly title: string;
  readonly path: string;
}

/** Frictionless Table Dialect: how to find header and rows among title rows and footnotes. */
export interface Dialect {
  readonly sheetName?: string;
  /** Rows of the header, counted from 1; several rows are joined from top to bottom. */
  readonly headerRows?: readonly number[];
  /** What stands between the parts of a joined header. */
  readonly headerJoin?: string;
  readonly delimiter?: string;
  /** A row whose first cell starts with this is a comment and ends or interrupts nothing. */
  readonly commentChar?: string;
  /** Rows, counted from 1, that are comments: notes within or beneath the table. */
  readonly commentRows?: readonly number[];
  /** Reading stops at the first row that is blank in every column. */
  readonly stopAtBlankRow?: boolean;
}

export interface DataPackage {
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  readonly version: string;
  readonly licenses: readonly Licence[];
  readonly resources: readonly Resource[];
}
