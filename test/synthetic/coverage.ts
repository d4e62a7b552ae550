import { binomialAtLeast, binomialAtMost } from './binomial-tails.ts';
import type { Recovered } from './recover-children.ts';

/** The band in which the coverage of an interval of 95% must lie. */
export const BAND = { low: 0.92, high: 0.98 } as const;

/** Chance that any of all estimates is called out of the band although all are in it. */
export const FAMILY_WISE_ERROR = 0.05;

export interface EstimateCoverage {
  readonly what: string;
  readonly planted: number;
  readonly covered: number;
  readonly sets: number;
  readonly share: number;
}

/** Counts, estimate by estimate, how often the interval holds the planted value. */
export class Coverage {
  readonly #estimates = new Map<string, { planted: number; covered: number; sets: number }>();

  add(recovered: readonly Recovered[]): void {
    for (const { what, planted, low, high } of recovered) {
      const found = this.#estimates.get(what) ?? { planted, covered: 0, sets: 0 };
      found.sets++;
      if (low <= planted && planted <= high) found.covered++;
      this.#estimates.set(what, found);
    }
  }

  /** The estimates whose names match, the least covered first. */
  list(kind = /(?:)/): readonly EstimateCoverage[] {
    return [...this.#estimates]
      .filter(([what]) => kind.test(what))
      .map(([what, found]) => ({ what, ...found, share: found.covered / found.sets }))
      .sort((a, b) => a.share - b.share || (a.what < b.what ? -1 : 1));
  }

  /** Share of all intervals of a kind that hold what was planted. */
  pooled(kind: RegExp): number {
    const own = this.list(kind);
    const sum = (of: (one: EstimateCoverage) => number) => own.reduce((total, one) => total + of(one), 0);
    return sum(({ covered }) => covered) / sum(({ sets }) => sets);
  }
}

/**
 * Estimates whose coverage is outside of the band by more than chance: so few or so many hits of so many sets have,
 * at 92% or at 98%, a chance below the family-wise error over twice the number of estimates (Bonferroni, which holds
 * whatever the dependence of the estimates). The tails are exact.
 */
export function outsideOfBand(all: readonly EstimateCoverage[]): readonly EstimateCoverage[] {
  const least = FAMILY_WISE_ERROR / (2 * all.length);
  return all.filter(
    ({ covered, sets }) =>
      binomialAtMost(covered, sets, BAND.low) < least || binomialAtLeast(covered, sets, BAND.high) < least,
  );
}

/** The fewest and the most hits that `outsideOfBand` lets pass; the most is all where no number is too many. */
export function passingHits(sets: number, estimates: number): { fewest: number; most: number } {
  const least = FAMILY_WISE_ERROR / (2 * estimates);
  const hits = Array.from({ length: sets + 1 }, (_, count) => count);
  return {
    fewest: hits.find((count) => binomialAtMost(count, sets, BAND.low) >= least) ?? sets,
    most: hits.findLast((count) => binomialAtLeast(count, sets, BAND.high) >= least) ?? 0,
  };
}

/** How many of so many estimates, each covered in exactly 95%, would show a share outside of the band by chance. */
export function expectedOutside(sets: number, estimates: number): number {
  const few = Math.ceil(BAND.low * sets) - 1;
  const many = Math.floor(BAND.high * sets) + 1;
  return estimates * (binomialAtMost(few, sets, 0.95) + binomialAtLeast(many, sets, 0.95));
}
