import { cannotCompare } from '../messages/findings-rules.ts';
import type { Finding } from '../model/finding.ts';
import {
  bandOf,
  HALF_BANDS,
  HALVES_FROM,
  HALVES_TO,
  MULTIPLE_BANDS,
  MULTIPLES_FROM,
  SHARE_BANDS,
  SIMILAR_BELOW,
  SLIGHT_BELOW,
} from './compare-bands.ts';
import { differenceInterval, includesZero } from './difference-interval.ts';
import type { FormattedFinding } from './format-finding.ts';

/** The forms in which two figures can be compared: `{{compare "a" "b" as="change"}}`. */
export const COMPARISON_FORMS = {
  level: 'how high the first is beside the second',
  change: 'what became of the second: the first is the later value',
  part: 'which part the first is of the second, or of 100% where there is no second',
} as const;

export type ComparisonForm = keyof typeof COMPARISON_FORMS;

type Figure = Pick<Finding, 'id' | 'value' | 'unit' | 'decimals' | 'interval'>;

/**
 * Words for two figures of one unit, chosen from their exact values by the bands of `compare-bands.ts`.
 * @param difference a finding that is the difference of the two, for figures that are not independent; its
 *   interval then decides whether there is one
 */
export function compareFigures(
  a: Figure,
  b: Figure | undefined,
  as: ComparisonForm,
  difference?: Figure,
): FormattedFinding {
  const problem = findProblem(a, b, as, difference);
  if (problem !== undefined)
    return { text: null, problem: cannotCompare(b === undefined ? [a.id] : [a.id, b.id], problem) };
  const [first, second] = [Number(a.value), b === undefined ? 100 : Number(b.value)];
  if (as === 'part') return { text: partInWords(first / second), problem: null };
  const words = WORDS[as];
  if (isUnclear(a, b, difference)) return { text: words.unclear, problem: null };
  return { text: first >= second ? rise(first / second, as) : fall(1 - first / second, as), problem: null };
}

function findProblem(
  a: Figure,
  b: Figure | undefined,
  as: ComparisonForm,
  difference: Figure | undefined,
): string | undefined {
  const figures = b === undefined ? [a] : [a, b];
  const text = figures.find(({ value, unit }) => typeof value !== 'number' || unit === 'text');
  if (text !== undefined) return `${text.id} is a text; expected two numbers`;
  if (b === undefined) {
    if (as !== 'part') return 'the second figure is missing; expected two, or one percentage with as="part"';
    if (a.unit !== 'percent')
      return `${a.id} is in ${a.unit}; expected a percentage where there is no second figure`;
  } else if (a.unit !== b.unit) return `their units are ${a.unit} and ${b.unit}; expected the same unit`;
  const [first, second] = [Number(a.value), Number(b?.value ?? 100)];
  if (first < 0 || second <= 0)
    return `their values are ${first} and ${second}; expected none below zero, and the second above it`;
  if (as === 'part' && first > second)
    return `${first} is more than ${second}; expected the first to be a part of the second`;
  const levels = new Set([a, b].flatMap((figure) => figure?.interval?.level ?? []));
  if (difference === undefined && levels.size > 1)
    return 'their intervals have different levels; expected the same level';
  if (difference !== undefined && difference.interval === null)
    return `${difference.id} has no interval; expected one, to judge the difference by`;
  return undefined;
}

/** Whether the difference may be none: its interval, given or recovered from those of the two, includes zero. */
function isUnclear(a: Figure, b: Figure | undefined, difference: Figure | undefined): boolean {
  const estimate = ({ value, interval }: Figure) => ({ value: Number(value), interval });
  const interval =
    difference?.interval ?? (b === undefined ? null : differenceInterval(estimate(a), estimate(b)));
  return interval !== null && includesZero(interval);
}

const WORDS = {
  level: { unclear: 'not clearly different from', same: 'the same as', similar: 'similar to' },
  change: { unclear: 'did not clearly change', same: 'did not change', similar: 'hardly changed' },
} as const;

type Moving = keyof typeof WORDS;

function rise(ratio: number, as: Moving): string {
  const increase = ratio - 1;
  if (increase === 0) return WORDS[as].same;
  if (increase < SIMILAR_BELOW) return WORDS[as].similar;
  if (ratio >= MULTIPLES_FROM) return bandOf(MULTIPLE_BANDS, ratio)[as];
  if (increase < SLIGHT_BELOW) return as === 'change' ? 'rose slightly' : 'slightly higher than';
  const share = bandOf(SHARE_BANDS, increase).words;
  if (as === 'change') return `rose by ${share}`;
  return share.endsWith('half') ? `${share} as high again as` : `${share} higher than`;
}

function fall(decrease: number, as: Moving): string {
  if (decrease < SIMILAR_BELOW) return WORDS[as].similar;
  if (decrease === 1) return as === 'change' ? 'fell to zero' : 'zero, unlike';
  if (decrease < SLIGHT_BELOW) return as === 'change' ? 'fell slightly' : 'slightly lower than';
  if (HALVES_FROM <= decrease && decrease < HALVES_TO) return bandOf(HALF_BANDS, decrease)[as];
  const share = bandOf(SHARE_BANDS, decrease).words;
  if (share === 'nearly all') return as === 'change' ? 'fell almost to zero' : 'almost zero, unlike';
  return as === 'change' ? `fell by ${share}` : `${share} lower than`;
}

function partInWords(share: number): string {
  if (share === 0) return 'none';
  return share === 1 ? 'all' : bandOf(SHARE_BANDS, share).words;
}
