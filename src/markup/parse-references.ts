import { z } from 'zod';
import { placeInJson } from '../data/place-in-json.ts';
import { scanJson } from '../data/scan-json.ts';
import { referencesFile } from '../messages/markup-rules.ts';
import type { Message, Outcome, Place } from '../model/message.ts';

/** An entry of `references.json`, in the terms of CSL-JSON; other fields are kept. */
export interface Reference {
  readonly id: string;
  readonly title: string;
  readonly [field: string]: unknown;
}

/** References by their key, and where each stands. */
export interface ReferenceList {
  readonly references: ReadonlyMap<string, Reference>;
  readonly places: (key: string) => Place;
}

const referencesSchema = z.array(z.looseObject({ id: z.string().min(1), title: z.string().min(1) }));

/**
 * Reads the list of references beside a report.
 * @param text JSON
 */
export function parseReferences(file: string, text: string): Outcome<ReferenceList> {
  const scan = scanJson(file, text);
  if (scan.value === undefined) {
    const { place, found, expected } = scan.fault;
    return refuse([referencesFile(place, `here stands ${found}`, expected)]);
  }
  if (scan.repeated.length > 0) {
    return refuse(
      scan.repeated.map(({ place, key }) =>
        referencesFile(place, `the key "${key}" stands here a second time`, 'each key once'),
      ),
    );
  }
  const placeAt = placeInJson(file, text);
  const checked = referencesSchema.safeParse(JSON.parse(text));
  if (!checked.success) return refuse(checked.error.issues.map((issue) => explain(issue, placeAt)));
  const messages = checked.data.flatMap(({ id }, index) => {
    if (checked.data.findIndex((other) => other.id === id) === index) return [];
    const found = `the id "${id}" is taken by another reference`;
    return [referencesFile(placeAt([index, 'id']), found, 'an id of its own')];
  });
  if (messages.length > 0) return refuse(messages);
  const ids = checked.data.map(({ id }) => id);
  const value: ReferenceList = {
    references: new Map(checked.data.map((reference) => [reference.id, reference])),
    places: (key) => placeAt([ids.indexOf(key), 'id']),
  };
  return { value, messages: [] };
}

function refuse(messages: readonly Message[]): Outcome<never> {
  return { value: undefined, messages };
}

function explain({ path }: z.core.$ZodIssue, placeAt: ReturnType<typeof placeInJson>): Message {
  const [index, key] = path;
  const place = placeAt(path.filter((part) => typeof part !== 'symbol'));
  if (typeof index !== 'number') return referencesFile(place, 'the file is no list', 'a list of references');
  const entry = `reference ${index + 1}`;
  return key === undefined
    ? referencesFile(place, `${entry} is not a reference`, 'an object with an id and a title')
    : referencesFile(place, `${entry} has no readable ${String(key)}`, 'a text that is not empty');
}
