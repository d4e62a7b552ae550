import type { Place } from '../model/message.ts';
import type { Lock, LockedClaim, LockedFinding } from './lock.ts';

/** A report's build beside what was approved. */
export interface LockCheck {
  /** `undefined` where the report was never approved. */
  readonly lock: Lock | undefined;
  readonly figures: readonly FigureChange[];
  readonly claims: readonly ClaimChange[];
  /** Tables whose cells, heading or notes differ; they have their figures in them, so they are no news by themselves. */
  readonly paragraphs: readonly ParagraphChange[];
}

/** Whether what was built is what was approved, word for word. Who approved it says `approversOf`. */
export function isApproved({ lock, figures, claims, paragraphs }: LockCheck): boolean {
  return lock !== undefined && figures.length + claims.length + paragraphs.length === 0;
}

/** Why something differs, in the order in which reasons are given. */
export const CHANGE_REASONS = ['data', 'script', 'method', 'rounding', 'tool', 'unknown'] as const;

export interface ChangeReason {
  readonly kind: (typeof CHANGE_REASONS)[number];
  /** What of it changed: names of resources, a script, tools with both versions. */
  readonly detail: string;
}

export interface FigureChange {
  readonly id: string;
  readonly before: LockedFinding | undefined;
  readonly after: LockedFinding | undefined;
  /** In the unit of the figure, `null` where there is none. */
  readonly difference: string | null;
  /** What of it differs: `value`, `n`, `interval`, `method` … */
  readonly parts: readonly string[];
  readonly reasons: readonly ChangeReason[];
}

export interface ClaimChange {
  readonly id: string;
  readonly before: LockedClaim | undefined;
  readonly after: LockedClaim | undefined;
  readonly reasons: readonly ChangeReason[];
}

/**
 * `reread`: the author's words are as approved and the data made them read otherwise; `edited`: the words
 * themselves are others; `new`: nothing like it was approved; `gone`: approved, and not there any more.
 */
/** The kinds in words. */
export const PARAGRAPH_KINDS: Readonly<Record<ParagraphChange['kind'], string>> = {
  reread: 'reads otherwise',
  edited: 'edited',
  new: 'new',
  gone: 'gone',
};

export interface ParagraphChange {
  readonly kind: 'reread' | 'edited' | 'new' | 'gone';
  readonly place: Place;
  readonly before: string | null;
  readonly after: string | null;
  /** Figures in it that changed: `finding share-rising`. */
  readonly figures: readonly string[];
}
