import type { AccountEntry, ImporterRun } from './run-importers.ts';

/** An extract as written: what the account says of it at the end. */
export interface WrittenExtract {
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
}

/** The account of one importer as plain lines: what it read, dropped, mapped and wrote, in that order. */
export function formatAccount(run: ImporterRun, written: readonly WrittenExtract[]): string[] {
  const order: readonly AccountEntry['kind'][] = ['read', 'dropped', 'mapped'];
  const entries = order.flatMap((kind) =>
    run.account.filter((entry) => entry.kind === kind && entry.rows > 0),
  );
  return [
    ...entries.map(formatEntry),
    ...written.map(
      ({ name, rows, bytes }) => `wrote ${name}.csv: ${count(rows, 'row')}, ${count(bytes, 'byte')}`,
    ),
  ];
}

function formatEntry(entry: AccountEntry): string {
  const rows = count(entry.rows, 'row');
  switch (entry.kind) {
    case 'read':
      return `read ${entry.file}: ${rows}${entry.note === undefined ? '' : ` (${entry.note})`}`;
    case 'dropped':
      return `dropped ${rows} of ${entry.file}: ${entry.reason}`;
    case 'mapped':
      return `mapped ${entry.from} to ${entry.to} in ${rows} of ${entry.file}: ${entry.reason}`;
  }
}

/** `1 row`, `2,505 rows`. */
function count(n: number, noun: string): string {
  const digits = String(n).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${digits} ${noun}${n === 1 ? '' : 's'}`;
}

/** Title of an importer's part of the written account. */
export function accountHeading(run: ImporterRun): string {
  return `## ${run.importer.id}: ${run.importer.title}`;
}

const INTRODUCTION = `# What the importers read, dropped and mapped

\`npm run import-data\` writes this file together with the extracts. Files are named as they lie below the
folder given with \`--from\`. A row that no line mentions went into the extract as its publisher printed it.
`;

/**
 * The account as Markdown, a part for each importer by id. Parts of `before` whose importer did not run this
 * time are kept.
 */
export function writeAccount(
  runs: readonly { readonly run: ImporterRun; readonly lines: readonly string[] }[],
  before: string | undefined,
): string {
  const parts = new Map<string, string>();
  for (const part of (before ?? '').split(/^(?=## )/m)) {
    const id = /^## ([a-z0-9-]+):/.exec(part)?.[1];
    if (id !== undefined) parts.set(id, part.trimEnd());
  }
  for (const { run, lines } of runs) {
    parts.set(run.importer.id, [accountHeading(run), '', ...lines.map((line) => `- ${line}`)].join('\n'));
  }
  const ids = [...parts.keys()].sort();
  return `${[INTRODUCTION.trimEnd(), ...ids.map((id) => parts.get(id))].join('\n\n')}\n`;
}
