import type { QualCode, QualProject } from '../model/qual.ts';
import { type CodedPassage, type CodingOptions, codedPassages, codesOfLevel } from './coded-passages.ts';

export interface CoOccurrence {
  readonly codes: readonly QualCode[];
  /**
   * `counts[i][j]`, symmetric: within overlaps, pairs of a passage of code `i` and a passage of code `j` that share a character;
   * within sources or cases, how many hold both. The diagonal: passages, sources or cases with the code.
   */
  readonly counts: readonly (readonly number[])[];
}

/**
 * How often two codes stand together.
 *
 * @param within `overlap`: in passages that share at least one character, a passage that has both codes
 *   being a pair with itself; `source` or `case`: anywhere in the same one
 */
export function codeCoOccurrence(
  project: QualProject,
  within: 'overlap' | 'source' | 'case',
  options: CodingOptions = {},
): CoOccurrence {
  const codes = codesOfLevel(project, options.level);
  const passages = codedPassages(project, options);
  const byCode = codes.map(({ guid }) => passages.filter(({ code }) => code.guid === guid));
  const counts =
    within === 'overlap'
      ? byCode.map((one, i) => byCode.map((other, j) => (i === j ? one.length : countOverlaps(one, other))))
      : countTogether(byCode.map((one) => new Set(one.flatMap((passage) => unitsOf(passage, within)))));
  return { codes, counts };
}

function countOverlaps(ones: readonly CodedPassage[], others: readonly CodedPassage[]): number {
  return ones.reduce((sum, one) => sum + others.filter((other) => overlap(one, other)).length, 0);
}

/** Codes of whole sources overlap with nothing: they say nothing of a passage. */
function overlap(one: CodedPassage, other: CodedPassage): boolean {
  if (one.source === null || one.source !== other.source || !one.range || !other.range) return false;
  return one.range.start < other.range.end && other.range.start < one.range.end;
}

function unitsOf({ source, cases }: CodedPassage, within: 'source' | 'case'): readonly string[] {
  if (within === 'case') return cases.map(({ guid }) => guid);
  return source === null ? [] : [source.guid];
}

function countTogether(units: readonly ReadonlySet<string>[]): number[][] {
  return units.map((one) => units.map((other) => [...one].filter((unit) => other.has(unit)).length));
}
