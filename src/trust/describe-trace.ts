import { originFacts } from '../findings/origin-facts.ts';
import { kindOfQuery, tidyQuery } from '../findings/tidy-query.ts';
import type { TracedCell } from './find-cell.ts';
import type { EditionFinding, EditionFindings, EditionTable } from './parse-findings.ts';

/** A data file behind a figure, as it is now. */
export interface TracedFile {
  readonly title: string;
  readonly path: string;
  /** In the edition. */
  readonly hash: string;
  readonly state: 'unchanged' | 'changed' | 'missing';
  readonly licence: string;
  readonly licenceLink: string;
  readonly sources: readonly { readonly title: string; readonly link: string }[];
}

/** What the edition, the report's sources and the files say of one figure or table. */
export interface Trace {
  readonly report: string;
  readonly id: string;
  readonly subject:
    | { readonly kind: 'finding'; readonly finding: EditionFinding }
    | { readonly kind: 'table'; readonly table: EditionTable; readonly cell: TracedCell | null };
  readonly parameters: Readonly<Record<string, number | string | boolean>>;
  readonly files: readonly TracedFile[];
  /** Lines of the report's sources. */
  readonly uses: readonly string[];
  /** Claims that rest on it. */
  readonly claims: readonly { readonly id: string; readonly statement: string }[];
}

type Line = readonly [label: string, text: string];

/** A trace for a terminal, a label and its text on each line. */
export function describeTrace(trace: Trace): string {
  const { report, id, subject } = trace;
  const origin = subject.kind === 'finding' ? subject.finding : subject.table;
  const heading =
    subject.kind === 'finding'
      ? `${id} of ${report}: ${subject.finding.text}\n${subject.finding.definition}`
      : `table:${id} of ${report}\n${subject.table.title}`;
  const { line, file } = origin.place;
  const given = Object.entries(trace.parameters).map(([name, value]) => `${name} = ${value}`);
  const lines: Line[] = [
    ...(origin.synthetic ? [['Synthetic', 'rests on made-up records'] as const] : []),
    ...describeSubject(subject),
    ...describeElsewhere(origin),
    ['Script', line === null ? `${file} (the id is put together there)` : `${file}:${line}`],
    ['', `${origin.script.path} with all that it imports, ${origin.script.hash}`],
    ...(given.length === 0 ? [] : [['Parameters', given.join('; ')] as const]),
    ...(origin.query === null ? [] : describeQuery(origin.query)),
    ...trace.files.flatMap(describeFile),
    ...list('In the report', trace.uses.length === 0 ? ['nowhere'] : trace.uses),
    ...list(
      'Evidence for',
      trace.claims.map((claim) => `${claim.id}: ${claim.statement}`),
    ),
  ];
  const width = Math.max(...lines.map(([label]) => label.length));
  return `${heading}\n\n${lines.map(([label, text]) => `${label.padEnd(width)}  ${text}`.trimEnd()).join('\n')}`;
}

function describeSubject(subject: Trace['subject']): Line[] {
  if (subject.kind === 'finding') {
    const facts = originFacts(subject.finding).map(({ label, text }): Line => [label, text]);
    return [...facts, ['Method', subject.finding.method]];
  }
  const { table, cell } = subject;
  if (cell === null) {
    return [
      ['Rows', `${table.rows}, told apart by ${table.key.join(', ')}`],
      ['Columns', table.fields.map(({ name }) => name).join(', ')],
    ];
  }
  const decimals =
    cell.decimals === null
      ? ''
      : `, shown to ${cell.decimals} ${cell.decimals === 1 ? 'decimal' : 'decimals'}`;
  return [
    [
      'Row',
      Object.entries(cell.row)
        .map(([field, value]) => `${field} = ${value}`)
        .join(', '),
    ],
    ['Column', cell.heading === null ? cell.column : `${cell.column} (${cell.heading})`],
    ['Exact value', `${cell.exact === '' ? 'none: an empty cell' : cell.exact}${decimals}`],
  ];
}

function describeElsewhere({ elsewhere }: Pick<EditionFinding, 'elsewhere'>): Line[] {
  if (elsewhere === undefined) return [];
  const { environment, released, checkedBy } = elsewhere;
  return [
    [
      'Elsewhere',
      `computed in ${environment}, released ${released}, checked by ${checkedBy}; not to be computed here`,
    ],
  ];
}

function describeQuery(query: string): Line[] {
  const lines = tidyQuery(query).split('\n');
  return lines.map((line, index): Line => [index === 0 ? kindOfQuery(query) : '', line]);
}

const STATES = {
  unchanged: 'as here',
  changed: 'CHANGED here since',
  missing: 'MISSING here',
} as const;

function describeFile({ title, path, hash, state, licence, licenceLink, sources }: TracedFile): Line[] {
  return [
    ['From', `${path}  ${hash}  ${STATES[state]}`],
    ['', `${title}; ${licence}${licenceLink === '' ? '' : ` <${licenceLink}>`}`],
    ...sources.map((source): Line => ['', `${source.title}${source.link === '' ? '' : ` <${source.link}>`}`]),
  ];
}

function list(label: string, texts: readonly string[]): Line[] {
  return texts.map((text, index): Line => [index === 0 ? label : '', text]);
}

/** Wider names and values do not push the others to the right. */
const WIDEST = 44;

/** Everything that a report shows or publishes, a line each. */
export function listTraces({ report, findings, tables }: EditionFindings): string {
  const rows = [
    ...Object.entries(findings).map(([id, { text, definition }]) => [id, text, definition] as const),
    ...Object.entries(tables).map(
      ([name, { rows: count, title }]) => [`table:${name}`, `${count} rows`, title] as const,
    ),
  ];
  const widths = [0, 1].map((column) =>
    Math.max(0, ...rows.map((row) => Math.min(WIDEST, (row[column] ?? '').length))),
  );
  const lines = rows.map(
    ([id, text, says]) => `${id.padEnd(widths[0] ?? 0)}  ${text.padEnd(widths[1] ?? 0)}  ${says}`,
  );
  return `${report}: ${Object.keys(findings).length} figures, ${Object.keys(tables).length} tables\n\n${lines.join('\n')}`;
}
