import type { CollapsedRecords } from './build-pattern-tree.ts';
import type { Climb } from './climb.ts';
import type { EncodedRecords } from './encode-records.ts';
import { isBoundary } from './free-parameters.ts';
import type { ClassProfile, ClassSize, LatentClassFit } from './latent-class-fit.ts';
import { patternPosteriors } from './pattern-posteriors.ts';

/** What is known of a fit before it is put into words: classes in their final order. */
export interface FittedClasses {
  readonly classes: number;
  readonly estimates: Float64Array;
  /** As `standardErrors` gives them. */
  readonly errors: Float64Array | undefined;
  /** The best of the finalists, as its last climb left it. */
  readonly best: Climb;
  readonly starts: number;
  readonly finalists: readonly Climb[];
}

/** Two log-likelihoods that differ by less than this share of them are those of one solution. */
const SAME_SOLUTION = 3e-8;

/** Turns estimates into the tidy result, with each row's posterior and the measures of fit. */
export function describeFit(
  encoded: EncodedRecords,
  { tree, patternOf }: CollapsedRecords,
  fitted: FittedClasses,
): LatentClassFit {
  const { classes, estimates, best, finalists } = fitted;
  const { logLikelihood } = best;
  const margin = SAME_SOLUTION * (1 + Math.abs(logLikelihood));
  const parameters = classes - 1 + classes * (encoded.codes - encoded.items.length);
  const byPattern = patternPosteriors(tree, classes, estimates);
  const assignedByPattern = byPattern.map(mostProbable);
  const shares: readonly number[] = [...estimates.subarray(0, classes)];
  const profiles = describeProfiles(encoded, fitted);
  const posteriors = Array.from(patternOf, (pattern) => byPattern[pattern] ?? shares);
  const assigned = Array.from(patternOf, (pattern) => assignedByPattern[pattern] ?? null);
  return {
    classes,
    records: tree.records,
    omitted: patternOf.length - tree.records,
    patterns: tree.patterns,
    parameters,
    logLikelihood,
    aic: 2 * parameters - 2 * logLikelihood,
    bic: parameters * Math.log(tree.records) - 2 * logLikelihood,
    entropy: classes === 1 ? null : relativeEntropy(byPattern, weights(tree.weight), tree.records),
    sizes: describeSizes(fitted, byPattern, assignedByPattern, weights(tree.weight), tree.records),
    profiles,
    assigned,
    posteriors,
    convergence: {
      converged: best.converged,
      starts: fitted.starts,
      finalists: finalists.length,
      reachedBest: finalists.filter((climb) => logLikelihood - climb.logLikelihood < margin).length,
      steps: best.steps,
      identified: fitted.errors !== undefined,
      boundaries: profiles.filter(({ boundary }) => boundary).length,
    },
  };
}

/** The weights of the patterns alone, in walking order. */
function weights(ofNodes: Float64Array): Float64Array {
  return ofNodes.filter((weight) => weight > 0);
}

/** 1 − Σ −τ·log τ / (n·log classes), over records and classes. */
function relativeEntropy(
  posteriors: readonly (readonly number[])[],
  counts: Float64Array,
  records: number,
): number {
  let doubt = 0;
  posteriors.forEach((posterior, pattern) => {
    for (const p of posterior) if (p > 0) doubt -= (counts[pattern] ?? 0) * p * Math.log(p);
  });
  return 1 - doubt / (records * Math.log(posteriors[0]?.length ?? 1));
}

function mostProbable(posterior: readonly number[]): number {
  return posterior.indexOf(Math.max(...posterior)) + 1;
}

function describeSizes(
  { classes, estimates, errors }: FittedClasses,
  posteriors: readonly (readonly number[])[],
  assigned: readonly number[],
  counts: Float64Array,
  records: number,
): ClassSize[] {
  return Array.from({ length: classes }, (_, k) => {
    let members = 0;
    let certainty = 0;
    assigned.forEach((chosen, pattern) => {
      if (chosen !== k + 1) return;
      members += counts[pattern] ?? 0;
      certainty += (counts[pattern] ?? 0) * (posteriors[pattern]?.[k] ?? 0);
    });
    return {
      class: k + 1,
      share: estimates[k] ?? 0,
      standardError: classes === 1 ? null : finite(errors?.[k]),
      assignedShare: members / records,
      certainty: members === 0 ? null : certainty / members,
    };
  });
}

function describeProfiles({ items }: EncodedRecords, { classes, estimates, errors }: FittedClasses) {
  const profiles: ClassProfile[] = [];
  for (let k = 0; k < classes; k++)
    for (const { name, categories, codes } of items)
      categories.forEach((category, place) => {
        const at = ((codes[place] ?? 0) + 1) * classes + k;
        profiles.push({
          class: k + 1,
          item: name,
          category,
          probability: estimates[at] ?? 0,
          standardError: finite(errors?.[at]),
          boundary: isBoundary(estimates[at]),
        });
      });
  return profiles;
}

function finite(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
