import type { Variable } from './cell-system.ts';

/** What it costs to hide a number: inner cells before totals, small before large, and figures of sentences last. */
export function hidingCost({ key, value, statements }: Variable): number {
  const size = Math.log2(2 + Math.max(0, value ?? 0));
  const widest = Math.max(0, ...statements.map(({ dimensions }) => dimensions));
  const isTotal = (key?.at.length ?? 0) < widest;
  const isFinding = statements.some(({ statement }) => statement?.kind === 'finding');
  return size * (isTotal ? 20 : 1) * (isFinding ? 200 : 1);
}
