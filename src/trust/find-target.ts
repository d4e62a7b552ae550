import { suggestName } from '../messages/suggest-name.ts';
import type { EditionFindings } from './parse-findings.ts';

/** What is to be traced: a figure, or a table with, it may be, the key of a row and a column. */
export type Target =
  | { readonly kind: 'finding'; readonly id: string }
  | {
      readonly kind: 'table';
      readonly name: string;
      readonly row: readonly string[];
      readonly column?: string;
    };

/** Something that was asked for and is not there: what is, and what to do. */
export interface Unknown {
  readonly reason: string;
  readonly remedy: string;
}

const TABLE = 'table:';

/**
 * Reads what stands behind the report's name on the command line:
 *
 *     share-rising                     a figure
 *     table:regions                    a table
 *     table:regions London rate        a cell: the values of the key in their order, then the column
 */
export function findTarget(words: readonly string[], edition: EditionFindings): Target | Unknown {
  const [first = '', ...rest] = words;
  const tables = Object.keys(edition.tables).map((name) => TABLE + name);
  const known = [...Object.keys(edition.findings), ...tables];
  if (!known.includes(first)) {
    const isTable = known.includes(TABLE + first);
    return {
      reason: `"${first}" is neither a figure nor a table of ${edition.report}`,
      remedy: isTable
        ? `write "${TABLE}${first}" for the table`
        : suggestName(first, known, `"npm run trace -- ${edition.report}" lists all ${known.length}`),
    };
  }
  if (!first.startsWith(TABLE)) {
    if (rest.length === 0) return { kind: 'finding', id: first };
    return {
      reason: `"${rest.join(' ')}" stands behind a figure, which has no rows`,
      remedy: `leave it out, or name a table: ${tables[0] ?? 'this report has none'}`,
    };
  }
  const name = first.slice(TABLE.length);
  if (rest.length === 0) return { kind: 'table', name, row: [] };
  const key = edition.tables[name]?.key ?? [];
  if (rest.length === key.length + 1) {
    return { kind: 'table', name, row: rest.slice(0, -1), column: rest.at(-1) ?? '' };
  }
  return {
    reason: `a cell of "${name}" is named by ${key.join(', ')} and a column; there are ${rest.length} words`,
    remedy: `npm run trace -- ${edition.report} ${first} ${key.map((field) => `"<${field}>"`).join(' ')} <column>`,
  };
}

export function isUnknown(target: object): target is Unknown {
  return 'reason' in target;
}
