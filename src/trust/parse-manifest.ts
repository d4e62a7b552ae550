import * as z from 'zod';
import type { Manifest } from '../model/manifest.ts';

/** No edition lists more files, and no list in a hostile file takes long. */
const MOST_ENTRIES = 20_000;
const MOST_CHARACTERS = 20_000;

const text = z.string().max(MOST_CHARACTERS);
const hash = z
  .string()
  .regex(/^sha(256:[0-9a-f]{64}|512-[A-Za-z0-9+/=]+)$/)
  .max(200);
/** From the project's root or the edition's folder: names alone, none of which leads upwards or begins with a dot. */
const path = z
  .string()
  .max(1000)
  .regex(/^[^./\\:\p{Cc}][^/\\:\p{Cc}]*(\/[^./\\:\p{Cc}][^/\\:\p{Cc}]*)*$/u);
const file = z.looseObject({ path, bytes: z.int().min(0), hash });
const list = <T extends z.ZodType>(item: T) => z.array(item).max(MOST_ENTRIES);

/** What a check of an edition reads of its manifest; whatever else stands there is left alone. */
const shape = z.looseObject({
  report: z
    .string()
    .regex(/^[\w][\w-]*$/)
    .max(200),
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  tools: list(z.looseObject({ name: text, version: text, hash: hash.optional() })),
  inputs: list(file),
  resources: list(z.looseObject({ name: text, path, hash, entryHash: hash })),
  outputs: list(file),
  checks: list(z.looseObject({ name: text, result: text, detail: text })),
  signature: z
    .looseObject({
      digest: z.string().regex(/^[0-9a-f]{64}$/),
      key: z.string().regex(/^[0-9a-f]{64}$/),
      signature: z.string().regex(/^[0-9a-f]{128}$/),
    })
    .optional(),
});

export type ReadManifest = Pick<
  Manifest,
  'report' | 'date' | 'tools' | 'inputs' | 'outputs' | 'signature'
> & {
  readonly resources: readonly Pick<Manifest['resources'][number], 'name' | 'path' | 'hash' | 'entryHash'>[];
  readonly checks: readonly { readonly name: string; readonly result: string; readonly detail: string }[];
};

/** A manifest that anybody may have written, checked before any path in it is followed; in words what is wrong. */
export function parseManifest(json: string): ReadManifest | string {
  let content: unknown;
  try {
    content = JSON.parse(json);
  } catch {
    return 'it is not JSON';
  }
  const { data, error } = shape.safeParse(content);
  if (data !== undefined) return data as ReadManifest;
  const at = error?.issues[0]?.path.join('.') ?? '';
  return `"${at.slice(0, 80)}" is not as a manifest has it`;
}
