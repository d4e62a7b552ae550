import { z } from 'zod';
import { UNITS } from '../model/finding.ts';

const text = z.string();
const number = z.number().nullable();

const origin = {
  synthetic: z.boolean(),
  sources: z.array(z.object({ resource: text, title: text, path: text, hash: text, licence: text })),
  script: z.object({ path: text, hash: text }),
  elsewhere: z.object({ environment: text, released: text, checkedBy: text }).exactOptional(),
  place: z.object({ file: text, line: number }),
  query: text.nullable(),
};

const finding = z.object({
  value: z.union([z.number(), text]),
  unit: z.enum(UNITS),
  decimals: z.number(),
  text,
  n: number,
  interval: z.object({ low: z.number(), high: z.number(), level: z.number() }).nullable(),
  p: number,
  method: text,
  definition: text,
  ...origin,
});

const table = z.object({
  title: text,
  key: z.array(text),
  fields: z.array(z.object({ name: text, title: text.nullable(), unit: text.nullable(), decimals: number })),
  rows: z.number(),
  ...origin,
});

const findings = z.object({
  report: text,
  findings: z.record(text, finding),
  claims: z.record(text, z.object({ statement: text, evidence: z.array(text) })),
  tables: z.record(text, table),
  scripts: z.record(
    text,
    z.object({ hash: text, parameters: z.record(text, z.union([z.number(), text, z.boolean()])) }),
  ),
});

/** What `findings.json` of an edition says. */
export type EditionFindings = z.infer<typeof findings>;
export type EditionFinding = z.infer<typeof finding>;
export type EditionTable = z.infer<typeof table>;

/** Reads `findings.json`; `undefined` where the text is not one, or one that an older Plumbline wrote. */
export function parseFindings(json: string): EditionFindings | undefined {
  try {
    return findings.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
