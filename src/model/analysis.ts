import type { Claim } from './claim.ts';
import type { TableDisclosure } from './disclosure.ts';
import type { FindingInput } from './finding.ts';
import type { Pool, R, Sql } from './ports.ts';
import type { QualProject } from './qual.ts';
import type { Field, Row, Table } from './table.ts';

export type Parameter = number | string | boolean;

/**
 * An analysis declares what it reads and receives it; it never sees a path. Whatever it did not declare
 * is not in its tables, its database or its R session.
 */
export interface Analysis<P extends Record<string, Parameter> = Record<string, Parameter>> {
  /** The script's file name without its ending: `care-trends`. */
  readonly id: string;
  readonly title: string;
  /** Names of the data package's resources that it reads. */
  readonly resources: readonly string[];
  readonly parameters: P;
  /** R files beside the script whose functions it calls: `family-hubs.R`. */
  readonly r?: readonly string[];
  readonly run: (context: AnalysisContext<P>) => Promise<AnalysisResult>;
}

export interface AnalysisContext<P extends Record<string, Parameter> = Record<string, Parameter>> {
  /** The declared resources as checked tables, by resource name. */
  readonly tables: Readonly<Record<string, Table>>;
  /** The declared resources that are qualitative projects (REFI-QDA), by resource name. */
  readonly projects: Readonly<Record<string, QualProject>>;
  readonly parameters: P;
  /** A database that holds the declared resources and what the analysis itself adds, and nothing else. */
  readonly sql: Sql;
  /** An R session with the functions of the declared R files. */
  readonly r: R;
  /** Threads for methods that take long on one; they start when first used. */
  readonly pool: Pool;
}

/** What `run` returns. Plumbline checks it before it believes it. */
export interface AnalysisResult {
  readonly findings: readonly FindingInput[];
  readonly claims: readonly ClaimInput[];
  readonly tables: readonly TableInput[];
}

export type ClaimInput = Omit<Claim, 'published'> & Partial<Pick<Claim, 'published'>>;

/** A table to publish: shown in the report, drawn in a chart, written to `tables/<name>.csv`. */
export interface TableInput {
  readonly name: string;
  readonly title: string;
  readonly fields: readonly Field[];
  readonly rows: readonly Row[];
  /** Fields whose values are unique to each row and in whose order the rows stand. */
  readonly key: readonly string[];
  readonly notes?: readonly string[];
  readonly source?: string;
  /** Several fields: they add up to 100 across each row. One field: down its column, for each `sumWithin`. */
  readonly sumsTo100?: readonly string[];
  readonly sumWithin?: readonly string[];
  /** Rows that are totals and sub-totals, by the value of a field: `{ region: 'England' }`. */
  readonly totals?: Readonly<Record<string, string | readonly string[]>>;
  readonly subtotals?: Readonly<Record<string, string | readonly string[]>>;
  readonly resources?: readonly string[];
  readonly query?: string;
  /** How it tells of confidential records; needed where one of its resources is confidential. */
  readonly disclosure?: TableDisclosure;
}
