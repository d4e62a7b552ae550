import { findCell } from './find-cell.ts';
import { isUnknown, type Target } from './find-target.ts';
import type { EditionFindings } from './parse-findings.ts';

/** What a recomputation from the files gave beside what the edition has. */
export interface Comparison {
  readonly equal: boolean;
  /** What differs, each with both values; `null` where there is none. */
  readonly differences: readonly {
    readonly what: string;
    readonly edition: string | null;
    readonly recomputed: string | null;
  }[];
}

/** An edition's figures with the texts of its tables. */
export interface Figures {
  readonly findings: EditionFindings;
  /** The text of `tables/<name>.csv`. */
  readonly csv: (name: string) => string | undefined;
}

const PARTS = ['value', 'unit', 'text', 'n', 'interval', 'p'] as const;

/** Compares one figure, cell or table of an edition with the same recomputed, to the last digit. */
export function compareRecomputed(target: Target, edition: Figures, recomputed: Figures): Comparison {
  const differences =
    target.kind === 'finding'
      ? compareFinding(target.id, edition, recomputed)
      : compareTable(target, edition, recomputed);
  return { equal: differences.length === 0, differences };
}

type Differences = Comparison['differences'];

function compareFinding(id: string, edition: Figures, recomputed: Figures): Differences {
  const before = edition.findings.findings[id];
  const after = recomputed.findings.findings[id];
  if (after === undefined) return [{ what: id, edition: before?.text ?? null, recomputed: null }];
  return PARTS.flatMap((part) => {
    const values = [before?.[part], after[part]].map((value) => JSON.stringify(value ?? null));
    const [was = null, is = null] = values;
    return was === is ? [] : [{ what: part, edition: was, recomputed: is }];
  });
}

function compareTable(
  { name, row, column }: Target & { kind: 'table' },
  edition: Figures,
  recomputed: Figures,
): Differences {
  const before = edition.csv(name);
  const after = recomputed.csv(name);
  if (column !== undefined) {
    const [was = null, is = null] = [edition, recomputed].map((figures) => {
      const table = figures.findings.tables[name];
      const csv = figures.csv(name);
      if (table === undefined || csv === undefined) return null;
      const cell = findCell(name, table, csv, row, column);
      return isUnknown(cell) ? null : cell.exact;
    });
    return was === is ? [] : [{ what: `${row.join(', ')}: ${column}`, edition: was, recomputed: is }];
  }
  if (before === after) return [];
  const [was, is] = [before ?? '', after ?? ''].map((text) => text.split('\n'));
  const at = (was ?? []).findIndex((line, index) => line !== is?.[index]);
  const line = at < 0 ? (was?.length ?? 0) : at;
  return [
    {
      what: `line ${line + 1} of tables/${name}.csv`,
      edition: was?.[line] ?? null,
      recomputed: is?.[line] ?? null,
    },
  ];
}

/** The comparison in words. */
export function describeComparison({ equal, differences }: Comparison): string {
  if (equal) return 'Recomputed from the files: equal, to the last digit.';
  const lines = differences.map(
    ({ what, edition, recomputed }) =>
      `  ${what}: the edition has ${edition ?? 'none'}, the files give ${recomputed ?? 'none'}`,
  );
  return ['Recomputed from the files: DIFFERENT', ...lines].join('\n');
}
