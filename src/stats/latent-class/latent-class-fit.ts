import type { Cell } from '../../model/cell.ts';

export interface LatentClassOptions {
  /** Names of the categorical items, in the order in which profiles list them. */
  readonly items: readonly string[];
  /** Number of classes. */
  readonly classes: number;
  /** Decides the random starting values, and nothing else: the study's id, say. */
  readonly seed: string;
  /** Number of random starts; 20 when left out. */
  readonly starts?: number;
  /** How many of them, the best after a short climb, climb until they converge; half of them when left out. */
  readonly finalists?: number;
}

/** A latent class model as fitted. Classes are numbered from 1, the largest first. */
export interface LatentClassFit {
  readonly classes: number;
  /** Records that say something: those with a value for at least one item. */
  readonly records: number;
  /** Records without a value for any item; they are no part of the fit. */
  readonly omitted: number;
  /** Different response patterns among the records. */
  readonly patterns: number;
  /** Free parameters of the model: classes − 1, and for each class and item its categories − 1. */
  readonly parameters: number;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  /** Relative entropy R², 1 where every record is certain of its class; `null` for a single class. */
  readonly entropy: number | null;
  readonly sizes: readonly ClassSize[];
  /** One row for each class, item and category: by class, then item as given, then category in its order. */
  readonly profiles: readonly ClassProfile[];
  /** The most probable class of each row as given; `null` for omitted ones. */
  readonly assigned: readonly (number | null)[];
  /** The probability of each class for each row as given; the classes' shares for omitted ones. */
  readonly posteriors: readonly (readonly number[])[];
  readonly convergence: LatentClassConvergence;
}

export interface ClassSize {
  readonly class: number;
  /** Estimated share of the population, 0 to 1. */
  readonly share: number;
  /** Of the share; `null` where it cannot be told (see `identified`) or the share is 1 by definition. */
  readonly standardError: number | null;
  /** Share of the records whose most probable class this is. */
  readonly assignedShare: number;
  /** Mean probability of this class among the records assigned to it; `null` where there are none. */
  readonly certainty: number | null;
}

export interface ClassProfile {
  readonly class: number;
  readonly item: string;
  readonly category: Cell;
  /** Probability that a member of the class has this category, 0 to 1. */
  readonly probability: number;
  /** `null` at the boundary, and everywhere where the model is not `identified`. */
  readonly standardError: number | null;
  /** The estimate is 0 or 1 (to 5 decimals): the edge of what is possible, where a standard error means nothing. */
  readonly boundary: boolean;
}

export interface LatentClassConvergence {
  /** Whether the best solution was reached within the steps allowed. */
  readonly converged: boolean;
  readonly starts: number;
  readonly finalists: number;
  /** How many finalists came within 3·10⁻⁸ of the best log-likelihood. One of many is a warning. */
  readonly reachedBest: number;
  /** EM steps of the solution reported, from its start. */
  readonly steps: number;
  /** Whether the observed information is positive definite: the data tell these parameters apart. */
  readonly identified: boolean;
  /** How many of the probabilities in the profiles stand at 0 or 1. */
  readonly boundaries: number;
}
