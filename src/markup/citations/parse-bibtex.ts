import { referencesFile } from '../../messages/markup-rules.ts';
import type { Message, Outcome, Place } from '../../model/message.ts';
import type { Reference, ReferenceList } from '../parse-references.ts';
import { indexLines } from '../source-map.ts';
import { type BibtexEntry, scanBibtex } from './scan-bibtex.ts';
import { toReference } from './to-reference.ts';

/**
 * Reads a list of references in BibTeX or BibLaTeX: `references.bib`. What is wrong with an entry is told at its place;
 * fields that the Citation Style Language has no name for are left out, as reference managers do.
 */
export function parseBibtex(file: string, text: string): Outcome<ReferenceList> {
  const lines = indexLines(text);
  const at = (offset: number): Place => ({ file, ...lines.point(offset) });
  const scan = scanBibtex(text);
  if ('fault' in scan) {
    const { offset, found, expected } = scan.fault;
    return { value: undefined, messages: [referencesFile(at(offset), found, expected)] };
  }
  const messages = scan.entries.flatMap((entry) => checkEntry(entry, scan.entries, at));
  if (messages.length > 0) return { value: undefined, messages };
  const places = new Map(scan.entries.map(({ key, offset }) => [key, at(offset)]));
  const references = new Map(
    scan.entries.map((entry): [string, Reference] => [entry.key, toReference(entry)]),
  );
  return { value: { references, places: (key) => places.get(key) ?? { file } }, messages: [] };
}

function checkEntry(
  { key, offset, fields }: BibtexEntry,
  entries: readonly BibtexEntry[],
  at: (offset: number) => Place,
): readonly Message[] {
  const messages: Message[] = [];
  if (key === '')
    messages.push(referencesFile(at(offset), 'this reference has no key', 'a key after its brace'));
  if (entries.find((other) => other.key === key)?.offset !== offset) {
    messages.push(
      referencesFile(at(offset), `the key "${key}" is taken by another reference`, 'a key of its own'),
    );
  }
  if ((fields.get('title') ?? '') === '') {
    messages.push(referencesFile(at(offset), `"${key}" has no title`, 'a title that is not empty'));
  }
  return messages;
}
