/**
 * What the scripts in `scripts/` may import, and nothing else.
 */
import type { Analysis, Parameter } from './model/analysis.ts';
import type { Generator } from './model/generator.ts';
import type { Importer } from './model/importer.ts';

export { columnOf } from './data/column-of.ts';
export { combineCells, sumCells } from './data/combine-cells.ts';
export { numberIn } from './data/number-in.ts';
export { rowWhere } from './data/row-where.ts';
export { textIn } from './data/text-in.ts';
export { type Choice, chosenFinding } from './findings/chosen-finding.ts';
export { estimated } from './findings/estimated.ts';
export { formatNumber } from './findings/format-number.ts';
export { type Evidence, gatherEvidence } from './findings/gather-evidence.ts';
export { idFrom } from './findings/id-from.ts';
export { type PublishedStatement, publishedClaim } from './findings/published-claim.ts';
export { type FindingsTable, tableOfFindings } from './findings/table-of-findings.ts';
export type { AnalysisContext, AnalysisResult, ClaimInput, TableInput } from './model/analysis.ts';
export type { Cell, MarkCode, MarkedCell, SymbolCell, SymbolCode } from './model/cell.ts';
export { isMarkedCell, isSymbolCell, withMarks } from './model/cell.ts';
export type { FindingInput } from './model/finding.ts';
export type { GeneratorResult, SyntheticDeclaration } from './model/generator.ts';
export type { ExtractDeclaration, ImportContext, ImportResult } from './model/importer.ts';
export type { Pool, RValue } from './model/ports.ts';
export {
  CONSENT_VARIABLE,
  type QualCase,
  type QualCode,
  type QualCoding,
  type QualNote,
  type QualProject,
  type QualSelection,
  type QualSource,
  type QualUser,
  type QualVariable,
} from './model/qual.ts';
export type { RawCell, Sheet } from './model/sheet.ts';
export type { Field, Row, Table } from './model/table.ts';
export { adjustByHolm } from './qual/adjust-by-holm.ts';
export { type CodeCaseMatrix, codeCaseMatrix } from './qual/code-case-matrix.ts';
export { type CoOccurrence, codeCoOccurrence } from './qual/code-co-occurrence.ts';
export { type CodeGroupTable, codeGroupTable } from './qual/code-group-table.ts';
export { sliceCodePoints } from './qual/code-points.ts';
export { type CodedPassage, type CodingOptions, codedPassages } from './qual/coded-passages.ts';
export { type CoderAgreement, coderAgreement } from './qual/coder-agreement.ts';
export { type Agreement, cohensKappa } from './qual/cohens-kappa.ts';
export { fisherTests, type GroupTest, permutationTests } from './qual/group-tests.ts';
export { guidOf } from './qual/guid-of.ts';
export { casesTable, passagesTable } from './qual/passages-table.ts';
export {
  type AveragedStep,
  averagedSaturation,
  type SaturationStep,
  saturationCurve,
} from './qual/saturation-curve.ts';
export { type CoarseOptions, type CoarseStep, coarsenCurve } from './stats/coarsen-curve.ts';
export {
  type ComparedGradients,
  compareGradients,
  type SubgroupGradient,
} from './stats/compare-gradients.ts';
export { concentrationIndex } from './stats/concentration-index.ts';
export { type CorrelationDifference, correlationDifference } from './stats/correlation-difference.ts';
export { cumulativeIncidence } from './stats/cumulative-incidence.ts';
export { type CurveValue, curveAt } from './stats/curve-at.ts';
export { curveQuantile, type TimeEstimate } from './stats/curve-quantile.ts';
export { deprivationGradient } from './stats/deprivation-gradient.ts';
export type { Estimate, JointTest } from './stats/estimate.ts';
export { type LinearModel, linearModel, type PoissonModel, poissonModel } from './stats/fit-model.ts';
export { type Funnel, type FunnelOptions, funnelLimits } from './stats/funnel-limits.ts';
export { isAbove, isBelow } from './stats/interval-side.ts';
export {
  type ChooseClassesOptions,
  chooseClasses,
  type LatentClassChoice,
} from './stats/latent-class/choose-classes.ts';
export { fitLatentClasses } from './stats/latent-class/fit-latent-classes.ts';
export type {
  ClassProfile,
  ClassSize,
  LatentClassConvergence,
  LatentClassFit,
  LatentClassOptions,
} from './stats/latent-class/latent-class-fit.ts';
export { meanDifference } from './stats/mean-difference.ts';
export { meanInterval } from './stats/mean-interval.ts';
export { normalQuantile } from './stats/normal-quantile.ts';
export type { InequalityOptions, OrderedGroup } from './stats/ordered-groups.ts';
export { PathwayError, type PathwayOptions, type Pathways } from './stats/pathways.ts';
export { type Measure, rankCorrelation } from './stats/rank-correlation.ts';
export { readPathways } from './stats/read-pathways.ts';
export { realTerms } from './stats/real-terms.ts';
export { restrictedMean } from './stats/restricted-mean.ts';
export { seededRandom } from './stats/seeded-random.ts';
export { slopeIndex } from './stats/slope-index.ts';
export { type StageCount, stageTransitions, type Transition } from './stats/stage-transitions.ts';
export type { CurveOptions, CurvePoint, IntervalKind, StepCurve } from './stats/step-curve.ts';
export { suppressSmallCounts } from './stats/suppress-small-counts.ts';
export { survivalCurve } from './stats/survival-curve.ts';
export { type StageTimes, type TimeToStageOptions, timeToStage } from './stats/time-to-stage.ts';
export { wilsonInterval } from './stats/wilson-interval.ts';

/** Declares an analysis: what it reads, its parameters, and the function that computes its findings. */
export function defineAnalysis<const P extends Record<string, Parameter>>(
  analysis: Analysis<P>,
): Analysis<P> {
  return analysis;
}

/** Declares an importer: the official files it reads and the tidy extracts it writes. */
export function defineImporter(importer: Importer): Importer {
  return importer;
}

/** Declares a generator of made-up records: its seed and what it gives. */
export function defineGenerator(generator: Generator): Generator {
  return generator;
}
