import type { Parameter } from '../model/analysis.ts';
import type { TableDisclosure } from '../model/disclosure.ts';
import type { Finding } from '../model/finding.ts';
import type { ParagraphFigure } from '../model/paragraph.ts';
import type { Field, Row } from '../model/table.ts';

/*
 * `reports/<id>/findings.lock.json`: the figures, claims and paragraphs of a report as last approved. It holds
 * released values only. docs/trust/lock.md says what it is for.
 */

/** Figures and claims with what they came from: of a lock, of a build, or of an edition in a folder. */
export interface Snapshot {
  readonly report: string;
  readonly findings: Readonly<Record<string, LockedFinding>>;
  readonly claims: Readonly<Record<string, LockedClaim>>;
  /** By path; the hash covers all that a script is made of. */
  readonly scripts: Readonly<Record<string, LockedScript>>;
  readonly resources: Readonly<Record<string, LockedResource>>;
  /** Versions of the programs and packages that computed it, by name. */
  readonly tools: Readonly<Record<string, string>>;
}

export interface Lock extends Snapshot {
  /** Who has approved exactly this content, in the order of their approvals. */
  readonly approvals: readonly Approval[];
  /** `sha256:` and the digest of figures, claims, tables and paragraphs: what the approvals are of. */
  readonly content: string;
  readonly tables: Readonly<Record<string, LockedTable>>;
  readonly paragraphs: readonly LockedParagraph[];
}

export interface Approval {
  readonly name: string;
  /** ISO date, as given or of the day of the command. */
  readonly date: string;
}

export interface LockedFinding
  extends Pick<
    Finding,
    | 'value'
    | 'text'
    | 'unit'
    | 'decimals'
    | 'n'
    | 'interval'
    | 'p'
    | 'method'
    | 'definition'
    | 'disclosure'
    | 'isSuppressed'
  > {
  readonly script: string;
  /** Digest of the query, wherever its lines were broken. */
  readonly query: string | null;
  /** Names of the resources that it rests on. */
  readonly resources: readonly string[];
}

export interface LockedClaim {
  readonly statement: string;
  readonly holds: boolean | null;
  readonly verdict: string | null;
  readonly evidence: readonly string[];
}

export interface LockedScript {
  readonly hash: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
}

export interface LockedResource {
  readonly path: string;
  readonly title: string;
  /** Of the file's bytes, and of its rows whatever the format. */
  readonly hash: string;
  readonly contentHash: string;
}

export interface LockedTable {
  readonly title: string;
  readonly script: string;
  readonly resources: readonly string[];
  /** Of its title, notes, fields and rows. */
  readonly hash: string;
  /** The table as released, where it rests on confidential records: what later editions must agree with. */
  readonly released?: {
    readonly key: readonly string[];
    readonly fields: readonly Field[];
    readonly rows: readonly Row[];
    readonly disclosure: TableDisclosure;
  };
}

/** A paragraph as signed: whose template has this digest and read so. */
export interface LockedParagraph {
  readonly source: string;
  readonly text: string;
  readonly figures: readonly ParagraphFigure[];
}

/** Path of a report's lock. @param folder `reports/<name>` */
export function lockFile(folder: string): string {
  return `${folder}/findings.lock.json`;
}

/** The different people who approved, in the order of their approvals. */
export function approversOf(lock: Pick<Lock, 'approvals'>): readonly string[] {
  return [...new Set(lock.approvals.map(({ name }) => name))];
}
