import { parseDocument } from 'yaml';
import { z } from 'zod';
import { referencesFile } from '../messages/markup-rules.ts';
import type { Outcome } from '../model/message.ts';
import { indexLines } from './source-map.ts';

/** An entry of `references.json`, in the terms of CSL-JSON; other fields are kept. */
export interface Reference {
  readonly id: string;
  readonly title: string;
  readonly [field: string]: unknown;
}

const referencesSchema = z.array(z.looseObject({ id: z.string().min(1), title: z.string().min(1) }));

/**
 * Reads the list of references beside a report.
 * @param text JSON; YAML's parser reads it because it says where each value stands
 */
export function parseReferences(file: string, text: string): Outcome<ReadonlyMap<string, Reference>> {
  const lines = indexLines(text);
  const document = parseDocument(text, { schema: 'json' });
  const placeAt = (offset: number) => ({ file, ...lines.point(offset) });
  const placeOf = (path: readonly PropertyKey[]) => {
    const node = document.getIn(path, true) ?? document.getIn(path.slice(0, -1), true);
    return placeAt((node as { range?: readonly number[] } | undefined)?.range?.[0] ?? 0);
  };
  const broken = document.errors[0];
  if (broken) {
    const problem = broken.message.split('\n')[0]?.replace(/ at line .*$/, '') ?? '';
    return { value: undefined, messages: [referencesFile(placeAt(broken.pos[0]), problem)] };
  }
  const checked = referencesSchema.safeParse(document.toJS());
  if (!checked.success) {
    return {
      value: undefined,
      messages: checked.error.issues.map((issue) => {
        const entry = typeof issue.path[0] === 'number' ? `reference ${issue.path[0] + 1}` : 'the file';
        const key =
          issue.path.length > 1
            ? ` has no readable ${String(issue.path[1])}`
            : issue.path.length === 1
              ? ' is not a reference'
              : ' is not a list of references';
        return referencesFile(placeOf(issue.path), `${entry}${key}`);
      }),
    };
  }
  const messages = checked.data.flatMap(({ id }, index) => {
    if (checked.data.findIndex((other) => other.id === id) === index) return [];
    return [referencesFile(placeOf([index, 'id']), `the id "${id}" is taken by another reference`)];
  });
  if (messages.length > 0) return { value: undefined, messages };
  return { value: new Map(checked.data.map((reference) => [reference.id, reference])), messages: [] };
}
