import type { Analysis } from '../model/analysis.ts';
import type { Claim } from '../model/claim.ts';
import type { Finding } from '../model/finding.ts';
import type { Resource } from '../model/resource.ts';
import type { ResultTable } from '../model/table.ts';

export interface ResultToCheck {
  readonly analysis: Analysis;
  /** Path of the script from the project's root. */
  readonly script: string;
  /** `sha256:` and the digest of the script with what it imports. */
  readonly scriptHash: string;
  /** The script's text: messages then point at the line where the id stands. */
  readonly scriptText?: string;
  /** The data package's resources; only those that the analysis declares are used. */
  readonly resources: readonly Resource[];
  readonly result: unknown;
}

export interface CheckedResult {
  readonly findings: readonly Finding[];
  readonly claims: readonly Claim[];
  readonly tables: readonly ResultTable[];
}
