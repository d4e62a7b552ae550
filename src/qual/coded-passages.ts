import type { QualCase, QualCode, QualProject, QualSource } from '../model/qual.ts';
import { sliceCodePoints } from './code-points.ts';

/** One code on one passage, however many coders gave it. */
export interface CodedPassage {
  readonly code: QualCode;
  /** `null` for a code that a case has as a whole. */
  readonly source: QualSource | null;
  /**
   * The cases that the passage belongs to: those that name the selection or, where none does, those that name
   * the source.
   */
  readonly cases: readonly QualCase[];
  /** GUIDs of the users who gave the code; empty where the file names none. */
  readonly users: readonly string[];
  /** Code points from `start` up to but not including `end`; `null` for a code of a whole source or case. */
  readonly range: { readonly start: number; readonly end: number } | null;
  /** Its words; `''` where the project does not hold the text. */
  readonly text: string;
}

export interface CodingOptions {
  /** GUIDs of users: only what one of them coded counts. */
  readonly users?: readonly string[];
  /**
   * What a passage counts for: `code`, the code it was given (default); `top`, the code at the top of that
   * code's branch; `branch`, the code and every code above it.
   */
  readonly level?: 'code' | 'top' | 'branch';
}

/**
 * Every coded passage of a project: sources in their order, then codes of whole cases. A code that several
 * coders gave to one selection is one passage; equal words selected twice are two.
 */
export function codedPassages(project: QualProject, options: CodingOptions = {}): readonly CodedPassage[] {
  const codes = new Map(project.codes.map((code) => [code.guid, code]));
  const passages = new Map<string, CodedPassage>();
  const add = (
    key: string,
    given: string,
    user: string | null,
    place: Omit<CodedPassage, 'code' | 'users'>,
  ) => {
    if (options.users !== undefined && !options.users.includes(user ?? '')) return;
    for (const code of codesAtLevel(given, codes, options.level ?? 'code')) {
      const before = passages.get(`${key} ${code.guid}`);
      const users = new Set([...(before?.users ?? []), ...(user === null ? [] : [user])]);
      passages.set(`${key} ${code.guid}`, { ...place, code, users: [...users] });
    }
  };
  for (const source of project.sources) {
    const owners = project.cases.filter(({ sources }) => sources.includes(source.guid));
    for (const { code, user } of source.codings) {
      add(source.guid, code, user, { source, cases: owners, range: null, text: source.text ?? '' });
    }
    for (const selection of source.selections) {
      const named = project.cases.filter(({ selections }) => selections.includes(selection.guid));
      const { start, end } = selection;
      const text = source.text === null ? '' : sliceCodePoints(source.text, start, end);
      const place = { source, cases: named.length > 0 ? named : owners, range: { start, end }, text };
      for (const { code, user } of selection.codings) add(selection.guid, code, user, place);
    }
  }
  for (const one of project.cases) {
    for (const code of one.codes)
      add(one.guid, code, null, { source: null, cases: [one], range: null, text: '' });
  }
  return [...passages.values()];
}

/** The codes that a coding counts for, from the code itself upwards. */
function codesAtLevel(
  guid: string,
  codes: ReadonlyMap<string, QualCode>,
  level: 'code' | 'top' | 'branch',
): readonly QualCode[] {
  const branch: QualCode[] = [];
  for (let code = codes.get(guid); code !== undefined; code = codes.get(code.parent ?? '')) branch.push(code);
  if (level === 'branch') return branch;
  return level === 'code' ? branch.slice(0, 1) : branch.slice(-1);
}

/** The codes that passages can count for at a level, in the order of the codebook. */
export function codesOfLevel(
  project: QualProject,
  level: 'code' | 'top' | 'branch' = 'code',
): readonly QualCode[] {
  if (level === 'top') return project.codes.filter(({ parent }) => parent === null);
  return level === 'branch' ? project.codes : project.codes.filter(({ isCodable }) => isCodable);
}
