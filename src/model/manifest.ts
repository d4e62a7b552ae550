import type { QualityCheck, ReleasePractice, ReportState, Successor } from './release.ts';

/** What an edition was made from and what it holds: `manifest.json`. */
export interface Manifest {
  readonly report: string;
  readonly synthetic: boolean;
  readonly state: ReportState;
  readonly edition: number | null;
  readonly release: ReleasePractice;
  readonly supersededBy: Successor | null;
  readonly qualityLog: readonly QualityCheck[];
  /** The date in the front matter or `SOURCE_DATE_EPOCH`: never the clock. */
  readonly date: string;
  readonly tools: readonly { readonly name: string; readonly version: string }[];
  readonly inputs: readonly HashedFile[];
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly hash: string;
    readonly contentHash: string;
    readonly licence: string;
    readonly synthetic: boolean;
    readonly sources: readonly { readonly title: string; readonly path?: string }[];
  }[];
  readonly outputs: readonly HashedFile[];
  /** Outputs that could not be made, each with the reason and the command that mends it. */
  readonly missing: readonly { readonly path: string; readonly reason: string; readonly remedy: string }[];
  /** Numbers that were typed and let pass. */
  readonly exemptions: readonly ExemptionUse[];
  readonly checks: readonly {
    readonly name: string;
    readonly result: 'passed' | 'warned';
    readonly detail: string;
  }[];
}

/** Numbers that were typed and let pass, with the reason and how many there were. */
export interface ExemptionUse {
  readonly text?: string;
  readonly pattern?: string;
  readonly reason: string;
  readonly uses: number;
}

export interface HashedFile {
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
}
