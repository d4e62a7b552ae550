import { z } from 'zod';
import { brokenLock, editedLock } from '../messages/lock-rules.ts';
import { type Finding, UNITS } from '../model/finding.ts';
import type { Message, Outcome } from '../model/message.ts';
import type { Lock, LockedTable } from './lock.ts';
import { contentOf } from './make-lock.ts';

const text = z.string();
const texts = z.array(text);
/** Declarations of disclosure and cells are read by the gate that wrote them; here they are carried. */
const carried = <T>() => z.custom<T>((value) => typeof value === 'object' && value !== null);

const finding = z.object({
  value: z.union([z.number(), text]),
  text,
  unit: z.enum(UNITS),
  decimals: z.number(),
  n: z.number().nullable(),
  interval: z.object({ low: z.number(), high: z.number(), level: z.number() }).nullable(),
  p: z.number().nullable(),
  method: text,
  definition: text,
  disclosure: carried<NonNullable<Finding['disclosure']>>().exactOptional(),
  isSuppressed: z.literal(true).exactOptional(),
  script: text,
  query: text.nullable(),
  resources: texts,
});

const table = z.object({
  title: text,
  script: text,
  resources: texts,
  hash: text,
  released: carried<NonNullable<LockedTable['released']>>().exactOptional(),
});

const lock = z.object({
  format: z.literal(1),
  report: text,
  approvals: z.array(z.object({ name: text, date: text })),
  content: text,
  findings: z.record(text, finding),
  claims: z.record(
    text,
    z.object({ statement: text, holds: z.boolean().nullable(), verdict: text.nullable(), evidence: texts }),
  ),
  tables: z.record(text, table),
  scripts: z.record(
    text,
    z.object({ hash: text, parameters: z.record(text, z.union([z.number(), text, z.boolean()])) }),
  ),
  resources: z.record(text, z.object({ path: text, title: text, hash: text, contentHash: text })),
  tools: z.record(text, text),
  paragraphs: z.array(
    z.object({
      source: text,
      text,
      figures: z.array(
        z.object({
          kind: z.enum(['finding', 'claim', 'table', 'chart', 'ledger']),
          id: text,
          value: text,
        }),
      ),
    }),
  ),
});

/**
 * Reads `findings.lock.json`. One that is no lock is an error: a build must not pass for never approved. One whose
 * content was changed by hand is a warning, and approved by nobody.
 */
export function parseLock(file: string, json: string): Outcome<Lock> {
  const messages: Message[] = [];
  const read = readJson(json);
  if (typeof read === 'string') return { value: undefined, messages: [brokenLock(file, read)] };
  const parsed = lock.safeParse(read.value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const problem = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a lock'}`;
    return { value: undefined, messages: [brokenLock(file, problem)] };
  }
  const { format, ...value } = parsed.data;
  if (contentOf(value) === value.content) return { value, messages };
  return { value: { ...value, approvals: [] }, messages: [editedLock(file)] };
}

function readJson(json: string): { readonly value: unknown } | string {
  try {
    return { value: JSON.parse(json) };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
