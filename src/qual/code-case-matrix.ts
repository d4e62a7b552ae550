import type { QualCase, QualCode, QualProject } from '../model/qual.ts';
import { type CodingOptions, codedPassages, codesOfLevel } from './coded-passages.ts';

/** Passages by code and case. */
export interface CodeCaseMatrix {
  readonly codes: readonly QualCode[];
  readonly cases: readonly QualCase[];
  /** `counts[i][j]`: passages of case `j` that count for code `i`. */
  readonly counts: readonly (readonly number[])[];
}

/**
 * Counts coded passages by code and case, both in the project's order; codes that nobody used are in it with
 * zeros. A passage of several cases counts once for each. With `level: 'top'` or `'branch'` a passage whose
 * codes share a code above them counts once for it.
 */
export function codeCaseMatrix(project: QualProject, options: CodingOptions = {}): CodeCaseMatrix {
  const codes = codesOfLevel(project, options.level);
  const row = new Map(codes.map((code, index) => [code.guid, index]));
  const column = new Map(project.cases.map((one, index) => [one.guid, index]));
  const counts = codes.map(() => project.cases.map(() => 0));
  for (const { code, cases } of codedPassages(project, options)) {
    const line = counts[row.get(code.guid) ?? -1];
    for (const one of cases) {
      const at = column.get(one.guid);
      if (line !== undefined && at !== undefined) line[at] = (line[at] ?? 0) + 1;
    }
  }
  return { codes, cases: project.cases, counts };
}
