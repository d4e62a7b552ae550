import type { FindingDisclosure } from './disclosure.ts';

/** The units of a finding, in the words that `findings.json` carries. */
export const UNITS = [
  'percent',
  'percentage points',
  'per 10,000',
  'count',
  '£',
  '£m',
  '£bn',
  'ratio',
  'years',
  'text',
] as const;

export type Unit = (typeof UNITS)[number];

/** What an analysis states about one figure, before Plumbline adds text and provenance. */
export interface FindingInput {
  /** Lower-case words joined by hyphens, unique in the report. */
  readonly id: string;
  /** In the stated unit: 59.6 for 59.6 percent, 4.16 for £4.16bn. Never rounded by the analysis. */
  readonly value: number | string;
  readonly unit: Unit;
  /** Decimals shown to a reader. Must be 0 for `text`. */
  readonly decimals: number;
  /** Number of observations the value rests on. */
  readonly n?: number;
  readonly interval?: Interval;
  /** Two-sided p value of the stated method, where there is a test. */
  readonly p?: number;
  /** How it was computed, one sentence. */
  readonly method: string;
  /** What is measured, one sentence. */
  readonly definition: string;
  /** Names of the declared resources it rests on; all of the analysis's when left out. */
  readonly resources?: readonly string[];
  /** The query or R call that gave it, where there is one. */
  readonly query?: string;
  /** What it tells of confidential records; needed where one of its resources is confidential. */
  readonly disclosure?: FindingDisclosure;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Confidence level as a fraction: 0.95. */
  readonly level: number;
}

/** A checked figure of a report. */
export interface Finding extends Omit<FindingInput, 'n' | 'interval' | 'p' | 'resources' | 'query'> {
  readonly n: number | null;
  readonly interval: Interval | null;
  readonly p: number | null;
  /** The value as a reader sees it, in British conventions. */
  readonly text: string;
  /** True where the figure is hidden, as [c]: no sentence may state it. */
  readonly isSuppressed?: true;
  readonly provenance: Provenance;
}

/** Where a figure or a table comes from. */
export interface Provenance {
  /** Path of the script from the project's root, with its SHA-256. */
  readonly script: string;
  readonly scriptHash: string;
  /** Where the script gives it its id; no line where the text of the script does not show it. */
  readonly place: { readonly file: string; readonly line: number | null };
  /** The analysis's parameters, which queries name as `$name`. */
  readonly parameters: Readonly<Record<string, number | string | boolean>>;
  readonly resources: readonly ProvenanceResource[];
  readonly query: string | null;
  /** Where it was computed if not here: nobody can compute it again from this project. */
  readonly elsewhere?: {
    readonly environment: string;
    readonly released: string;
    readonly checkedBy: string;
  };
}

export interface ProvenanceResource {
  readonly name: string;
  readonly title: string;
  readonly path: string;
  readonly hash: string;
  readonly licence: string;
  readonly synthetic: boolean;
}

/** Whether something rests, in whole or in part, on made-up records. */
export function isSynthetic({ resources }: Provenance): boolean {
  return resources.some(({ synthetic }) => synthetic);
}
