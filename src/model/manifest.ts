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
  readonly tools: readonly Tool[];
  readonly inputs: readonly HashedFile[];
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly hash: string;
    readonly contentHash: string;
    /** Of its entry in the data package: schema, sources, licences and all else. */
    readonly entryHash: string;
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
  /** What was approved, and how this edition differs; `null` where nothing was. */
  readonly lock: ManifestLock | null;
  /** Who vouches for the PDF. The manifest that the PDF carries says nothing of it. */
  readonly signature?: EditionSignature;
}

export interface ManifestLock {
  readonly file: string;
  /** Digest of what the approvals are of. */
  readonly content: string;
  readonly approvals: readonly { readonly name: string; readonly date: string }[];
  /** Whether figures, claims and paragraphs are those approved. */
  readonly agrees: boolean;
  readonly figures: readonly {
    readonly id: string;
    readonly before: string | null;
    readonly after: string | null;
    readonly difference: string | null;
    readonly why: string;
  }[];
  readonly claims: readonly { readonly id: string; readonly what: string; readonly why: string }[];
  /** Those that a person has to read. */
  readonly paragraphs: readonly {
    readonly kind: 'reread' | 'edited' | 'new' | 'gone';
    readonly file: string;
    readonly line: number | null;
    readonly before: string | null;
    readonly after: string | null;
    readonly figures: readonly string[];
  }[];
}

/** A program or package that shapes the output. */
export interface Tool {
  readonly name: string;
  /** Exact. */
  readonly version: string;
  /** Of a package as npm has it, or of Plumbline's own source; left out where only the program itself knows its bytes. */
  readonly hash?: string;
}

/** An ed25519 signature of a PDF's digest: `src/trust/sign-edition.ts`. */
export interface EditionSignature {
  /** SHA-256 of the PDF with its seal blank, in hexadecimal. */
  readonly digest: string;
  /** The public key and the signature, in hexadecimal. */
  readonly key: string;
  readonly signature: string;
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
