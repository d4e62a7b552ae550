import type { ClaimInput } from '../model/analysis.ts';
import type { Verdict } from '../model/claim.ts';

export interface PublishedStatement {
  readonly id: string;
  /** What was published, in our words. */
  readonly statement: string;
  /** Who published it, where and when. */
  readonly source: string;
  /** Whether the data bear it out; left out where no data can tell. */
  readonly holds?: boolean;
  /** The verdict where it holds: `reproduced` only if this is known to be the same figure by the same method. */
  readonly atBest?: 'reproduced' | 'consistent';
  /** What our data say, or why none can tell. */
  readonly explanation: string;
  /** Findings that it rests on; those that say how far one can get where no data can tell. */
  readonly evidence?: readonly string[];
}

/** A row of the ledger, its verdict decided by whether the statement holds. */
export function publishedClaim(input: PublishedStatement): ClaimInput {
  const { id, statement, source, holds, atBest = 'consistent', explanation, evidence = [] } = input;
  const verdict: Verdict = holds === undefined ? 'cannot be checked' : holds ? atBest : 'not reproduced';
  return { id, statement, holds: holds ?? null, evidence, published: { source, verdict, explanation } };
}
