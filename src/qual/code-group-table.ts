import type { QualCase, QualCode } from '../model/qual.ts';
import type { CodeCaseMatrix } from './code-case-matrix.ts';

/** In how many cases of each group a code occurs. */
export interface CodeGroupTable {
  /** Values of the variable as text, in code-unit order, or in the order asked for. */
  readonly groups: readonly string[];
  /** Cases in each group. */
  readonly totals: readonly number[];
  readonly rows: readonly {
    readonly code: QualCode;
    /** Cases of each group with at least one passage of the code. */
    readonly cases: readonly number[];
  }[];
  /** Cases without a value, which are in no group. */
  readonly without: readonly QualCase[];
}

/**
 * Counts, code by code, the cases of each group in which it occurs. Counted are cases, not passages: somebody
 * who says a thing five times is one participant who said it.
 *
 * @param variable a variable of the cases: `trend-group`
 * @param groups the order of the groups; a case of another group throws
 */
export function codeGroupTable(
  matrix: CodeCaseMatrix,
  variable: string,
  groups?: readonly string[],
): CodeGroupTable {
  const groupOf = matrix.cases.map(({ values }) => {
    const value = values[variable];
    return value === undefined ? undefined : String(value);
  });
  const found = [...new Set(groupOf.filter((group) => group !== undefined))].sort();
  const order = groups ?? found;
  const unknown = found.find((group) => !order.includes(group));
  if (unknown !== undefined) throw new Error(`"${unknown}" is a group of ${variable} that was not listed`);
  const count = (holds: (index: number) => boolean) =>
    order.map((group) => groupOf.filter((own, index) => own === group && holds(index)).length);
  return {
    groups: order,
    totals: count(() => true),
    rows: matrix.codes.map((code, row) => ({
      code,
      cases: count((index) => (matrix.counts[row]?.[index] ?? 0) > 0),
    })),
    without: matrix.cases.filter((_, index) => groupOf[index] === undefined),
  };
}
