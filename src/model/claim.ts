/** What our data say of a published statement. */
export const VERDICTS = ['reproduced', 'consistent', 'not reproduced', 'cannot be checked'] as const;

export type Verdict = (typeof VERDICTS)[number];

/** A statement that the data can confirm or refute. */
export interface Claim {
  readonly id: string;
  readonly statement: string;
  /** Whether the data bear it out; `null` only where the verdict is `cannot be checked`. */
  readonly holds: boolean | null;
  /** Ids of the findings it rests on. */
  readonly evidence: readonly string[];
  /** For a statement that somebody else published. */
  readonly published: PublishedClaim | null;
}

export interface PublishedClaim {
  /** Who published it, where and when. */
  readonly source: string;
  readonly verdict: Verdict;
  /** What our data say, and why the verdict is what it is, in a sentence or two. */
  readonly explanation: string;
}
