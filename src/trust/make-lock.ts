import { contentDigest } from '../data/content-hash.ts';
import { tableDigest } from '../findings/table-digest.ts';
import type { Claim } from '../model/claim.ts';
import type { Finding, Provenance } from '../model/finding.ts';
import type { Paragraph } from '../model/paragraph.ts';
import type { Resource } from '../model/resource.ts';
import type { ResultTable } from '../model/table.ts';
import { canonicalJson, sortKeys } from './canonical-json.ts';
import type {
  Approval,
  Lock,
  LockedClaim,
  LockedFinding,
  LockedParagraph,
  LockedScript,
  LockedTable,
  Snapshot,
} from './lock.ts';

/** What a build found, released values alone. */
export interface Found {
  readonly report: string;
  readonly findings: ReadonlyMap<string, Finding>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly tables: ReadonlyMap<string, ResultTable>;
  readonly resources: readonly Resource[];
  readonly tools: readonly { readonly name: string; readonly version: string }[];
}

/** Tools whose version can move a figure; the others shape pages. */
const COMPUTING: ReadonlySet<string> = new Set([
  'plumbline',
  'node',
  '@duckdb/node-api',
  'webr',
  'highs',
  '@e965/xlsx',
  'hyparquet',
]);

/** Figures and claims of a build with what they came from. */
export function takeSnapshot({ report, findings, claims, tables, resources, tools }: Found): Snapshot {
  const provenances = [...findings.values(), ...tables.values()].map(({ provenance }) => provenance);
  return {
    report,
    findings: mapValues(findings, lockFinding),
    claims: mapValues(claims, lockClaim),
    scripts: Object.fromEntries(provenances.map((one) => [one.script, lockScript(one)])),
    resources: Object.fromEntries(
      resources.map(({ name, path, title, hash, contentHash }) => [
        name,
        { path: `data/${path}`, title, hash, contentHash },
      ]),
    ),
    tools: computingTools(tools),
  };
}

export function computingTools(tools: Found['tools']): Snapshot['tools'] {
  return Object.fromEntries(
    tools.filter(({ name }) => COMPUTING.has(name)).map(({ name, version }) => [name, version]),
  );
}

/**
 * The lock of a build. Approvals that were given to the same figures, claims, tables and paragraphs stay; others
 * lapse, because they were given to something else.
 */
export function makeLock(
  found: Found,
  paragraphs: readonly Paragraph[],
  approval: Approval,
  last: Lock | undefined,
): Lock {
  const confidential = new Set(
    found.resources.flatMap(({ name, confidential: rules }) => (rules === undefined ? [] : [name])),
  );
  const snapshot = takeSnapshot(found);
  const parts = {
    tables: mapValues(found.tables, (table) => lockTable(table, confidential)),
    paragraphs: paragraphs.map(lockParagraph),
  };
  const content = contentOf({ ...snapshot, ...parts });
  const kept = last?.content === content ? last.approvals : [];
  const others = kept.filter(({ name }) => name !== approval.name);
  return { ...snapshot, ...parts, content, approvals: [...others, approval] };
}

/** The digest of what approvals are of. */
export function contentOf({
  findings,
  claims,
  tables,
  paragraphs,
}: Pick<Lock, 'findings' | 'claims' | 'tables' | 'paragraphs'>): string {
  const shown = Object.fromEntries(
    Object.entries(findings).map(([id, finding]) => {
      const { script, resources, query, ...approved } = finding;
      return [id, approved];
    }),
  );
  const held = Object.fromEntries(Object.entries(tables).map(([name, { hash }]) => [name, hash]));
  return contentDigest(JSON.stringify(sortKeys({ findings: shown, claims, tables: held, paragraphs })));
}

/** The text of `findings.lock.json`. */
export function writeLock(lock: Lock): string {
  return canonicalJson({ ...lock, format: 1 });
}

export function lockFinding(finding: Finding): LockedFinding {
  const { value, text, unit, decimals, n, interval, p, method, definition, provenance } = finding;
  const { disclosure, isSuppressed } = finding;
  return {
    value,
    text,
    unit,
    decimals,
    n,
    interval,
    p,
    method,
    definition,
    ...(disclosure === undefined ? {} : { disclosure }),
    ...(isSuppressed === undefined ? {} : { isSuppressed }),
    script: provenance.script,
    query: provenance.query === null ? null : sourceDigest(provenance.query),
    resources: provenance.resources.map(({ name }) => name),
  };
}

export function lockClaim({ statement, holds, published, evidence }: Claim): LockedClaim {
  return { statement, holds, verdict: published?.verdict ?? null, evidence };
}

function lockScript({ scriptHash, parameters }: Provenance): LockedScript {
  return { hash: scriptHash, parameters };
}

function lockTable(table: ResultTable, confidential: ReadonlySet<string>): LockedTable {
  const { title, key, fields, rows, disclosure, provenance } = table;
  const resources = provenance.resources.map(({ name }) => name);
  const isKept = disclosure !== undefined && resources.some((name) => confidential.has(name));
  return {
    title,
    script: provenance.script,
    resources,
    hash: tableDigest(table),
    ...(isKept ? { released: { key, fields, rows, disclosure } } : {}),
  };
}

/** Long templates are told apart by their digest; what was read stands in full, to be shown beside what is read now. */
export function lockParagraph({ source, text, figures }: Paragraph): LockedParagraph {
  return { source: sourceDigest(source), text, figures };
}

/** The digest of a paragraph or a query as its author wrote it, wherever the lines were broken. */
export function sourceDigest(source: string): string {
  return contentDigest(source.replace(/\s+/g, ' ').trim()).slice('sha256:'.length, 'sha256:'.length + 16);
}

function mapValues<T, U>(map: ReadonlyMap<string, T>, change: (value: T) => U): Readonly<Record<string, U>> {
  return Object.fromEntries([...map].map(([key, value]) => [key, change(value)]));
}
