import type { QualCode, QualProject } from '../model/qual.ts';
import { type CodingOptions, codedPassages, codesOfLevel } from './coded-passages.ts';
import { type Agreement, cohensKappa } from './cohens-kappa.ts';

export interface CoderAgreement {
  /** Over every code and source that both coded. */
  readonly overall: Agreement;
  readonly byCode: readonly { readonly code: QualCode; readonly agreement: Agreement }[];
  /** GUIDs of the sources that both coded. */
  readonly sources: readonly string[];
}

/**
 * How far two coders agree on which codes occur in which sources. Judged are all pairs of a code and a source
 * in which each of the two gave at least one code: did both say that the code occurs, one, or none? Where in the
 * source they saw it is not compared.
 *
 * @param users the GUIDs of the two
 * @throws where no source was coded by both
 */
export function coderAgreement(
  project: QualProject,
  [first, second]: readonly [string, string],
  options: Pick<CodingOptions, 'level'> = {},
): CoderAgreement {
  const codes = codesOfLevel(project, options.level);
  const [seenByFirst, seenBySecond] = [first, second].map((user) => codesBySource(project, user, options));
  const sources = [...(seenByFirst?.keys() ?? [])].filter((guid) => seenBySecond?.has(guid));
  if (sources.length === 0) throw new Error('no source was coded by both');
  const tables = codes.map(({ guid }) => {
    const table = [
      [0, 0],
      [0, 0],
    ];
    for (const source of sources) {
      const row = table[seenByFirst?.get(source)?.has(guid) ? 0 : 1];
      const column = seenBySecond?.get(source)?.has(guid) ? 0 : 1;
      if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
    }
    return table;
  });
  const pooled = [0, 1].map((i) =>
    [0, 1].map((j) => tables.reduce((sum, table) => sum + (table[i]?.[j] ?? 0), 0)),
  );
  return {
    overall: cohensKappa(pooled),
    byCode: codes.map((code, index) => ({ code, agreement: cohensKappa(tables[index] ?? []) })),
    sources,
  };
}

function codesBySource(
  project: QualProject,
  user: string,
  options: Pick<CodingOptions, 'level'>,
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { code, source } of codedPassages(project, { ...options, users: [user] })) {
    if (source === null) continue;
    const codes = found.get(source.guid) ?? new Set();
    found.set(source.guid, codes.add(code.guid));
  }
  return found;
}
