import type { Unit } from '../../model/finding.ts';

/** What a typed number says, as far as it can be read. */
export interface Reading {
  readonly value: number;
  /** `null` where no unit stands beside it. */
  readonly unit: Unit | null;
  /** Decimals as typed; `null` for words. */
  readonly decimals: number | null;
  readonly form: 'number' | 'fraction' | 'rank' | 'multiple';
}

/** A number that somebody typed, in digits or words, or several that make a range. */
export interface TypedNumber {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** One, or the ends of a range; none where the value cannot be told (`dozens`). */
  readonly readings: readonly Reading[];
}
