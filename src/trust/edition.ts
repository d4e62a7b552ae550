import { z } from 'zod';
import { UNITS } from '../model/finding.ts';
import type { Snapshot } from './lock.ts';
import type { ParagraphChange } from './lock-check.ts';
import { computingTools, sourceDigest } from './make-lock.ts';

/** An edition as the change report compares it with another. */
export interface Edition {
  /** What it is, for people: `4f2a1c9 of 21 November 2026`. */
  readonly label: string;
  readonly snapshot: Snapshot;
  /** The page; `null` where it could not be composed. */
  readonly html: string | null;
  /** Paragraphs that read otherwise than when the report was approved; `null` where it never was, or has no page. */
  readonly paragraphs: readonly ParagraphChange[] | null;
}

const text = z.string();
const number = z.number().nullable().default(null);

const finding = z.object({
  value: z.union([z.number(), text]),
  unit: z.enum(UNITS),
  decimals: z.number(),
  text,
  n: number,
  interval: z.object({ low: z.number(), high: z.number(), level: z.number() }).nullable().default(null),
  p: number,
  method: text,
  definition: text,
  sources: z.array(z.object({ resource: text, title: text, path: text, hash: text })),
  script: z.object({ path: text, hash: text }),
  query: text.nullable().default(null),
});

const findings = z.object({
  report: text,
  findings: z.record(text, finding),
  claims: z.record(
    text,
    z.object({
      statement: text,
      holds: z.boolean().nullable(),
      verdict: text.nullable().default(null),
      evidence: z.array(text),
    }),
  ),
  scripts: z
    .record(
      text,
      z.object({ hash: text, parameters: z.record(text, z.union([z.number(), text, z.boolean()])) }),
    )
    .default({}),
});

const manifest = z.object({
  tools: z.array(z.object({ name: text, version: text })),
  resources: z.array(z.object({ name: text, hash: text, contentHash: text })),
});

/**
 * Figures and claims of an edition, from its `findings.json` and `manifest.json`; editions that an older Plumbline wrote
 * may lack what it did not know. `undefined` where they are no edition.
 */
export function readSnapshot(findingsJson: string, manifestJson: string): Snapshot | undefined {
  const read = findings.safeParse(parseJson(findingsJson)).data;
  const made = manifest.safeParse(parseJson(manifestJson)).data;
  if (read === undefined || made === undefined) return undefined;
  const contents = new Map(made.resources.map(({ name, contentHash }) => [name, contentHash]));
  const sources = Object.values(read.findings).flatMap((one) => one.sources);
  const scripts = Object.values(read.findings).map(({ script }) => script);
  return {
    report: read.report,
    findings: Object.fromEntries(
      Object.entries(read.findings).map(([id, { sources: from, script, query, ...figure }]) => [
        id,
        {
          ...figure,
          script: script.path,
          query: query === null ? null : sourceDigest(query),
          resources: from.map(({ resource }) => resource),
        },
      ]),
    ),
    claims: read.claims,
    scripts: Object.fromEntries(
      scripts.map(({ path, hash }) => [path, { hash, parameters: read.scripts[path]?.parameters ?? {} }]),
    ),
    resources: Object.fromEntries(
      sources.map(({ resource, title, path, hash }) => [
        resource,
        { title, path, hash, contentHash: contents.get(resource) ?? hash },
      ]),
    ),
    tools: computingTools(made.tools),
  };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
