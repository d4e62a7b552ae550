import type { Resource } from './resource.ts';
import type { Sheet } from './sheet.ts';
import type { Row } from './table.ts';

/**
 * Turns official files, as their publisher issues them, into tidy extracts. It declares the files it reads
 * (relative to the folder given with `--from`) and receives their grids; it never sees a path.
 */
export interface Importer {
  /** The script's file name without its ending. */
  readonly id: string;
  readonly title: string;
  readonly reads: readonly string[];
  /** Extracts of other importers that it needs, by resource name (an authority lookup, say). */
  readonly needs?: readonly string[];
  readonly produces: readonly ExtractDeclaration[];
  readonly run: (context: ImportContext) => Promise<ImportResult>;
}

/** What the data package will say of an extract; its path, size and hashes are computed. */
export type ExtractDeclaration = Omit<Resource, 'path' | 'format' | 'bytes' | 'hash' | 'contentHash'>;

export interface ImportContext {
  /**
   * The grid of a declared file; a workbook needs the sheet's name.
   * @throws where the file was not declared or has no such sheet.
   */
  sheet(file: string, sheetName?: string): Sheet;
  /** Names of a workbook's sheets. */
  sheetNames(file: string): readonly string[];
  /** Rows of an extract named in `needs`. */
  extract(resource: string): readonly Row[];
  /** The account of what was done, printed and kept: every row that was left out or changed is in it. */
  readonly log: ImportLog;
}

export interface ImportLog {
  /** Rows read from a file. */
  read(file: string, rows: number, note?: string): void;
  /** Rows left out, with the reason. */
  dropped(file: string, rows: number, reason: string): void;
  /** A code, name or text put in place of another. */
  mapped(file: string, from: string, to: string, reason: string, rows: number): void;
}

/** Rows per extract, by resource name. They are sorted by the schema's primary key before writing. */
export type ImportResult = Readonly<Record<string, readonly Row[]>>;
