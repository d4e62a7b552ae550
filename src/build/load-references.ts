import { parseReferences, type Reference, type ReferenceList } from '../markup/parse-references.ts';
import { referencesFile, unusedReference } from '../messages/markup-rules.ts';
import type { Message, Outcome } from '../model/message.ts';
import type { Files } from '../model/ports.ts';
import type { Report } from '../model/report.ts';
import type { TemplateFile } from '../model/template-file.ts';
import { type FoundStyle, findCitationStyle } from './load-citer.ts';

export interface LoadedReferences {
  readonly references: ReadonlyMap<string, Reference>;
  readonly style: FoundStyle;
  readonly files: readonly TemplateFile[];
}

/**
 * Reads what a report cites from and the style to cite in. A report without references cites nothing, which is no
 * error until it does; one that nothing cites is a warning.
 *
 * @param others texts beside the report that may cite: its charts
 */
export async function loadReferences(
  report: Report,
  folder: string,
  others: readonly string[],
  files: Files,
): Promise<Outcome<LoadedReferences>> {
  const stylePlace = report.frontMatterPlaces.get('citation-style')?.place ?? { file: report.file };
  const style = await findCitationStyle(report.frontMatter.citationStyle, stylePlace, files);
  const found = await readReferences(folder, files);
  const messages: Message[] = [...style.messages, ...found.messages];
  if (found.value === undefined || style.value === undefined) return { value: undefined, messages };
  const { references, places, sources } = found.value;
  const used = citedKeys([report.text, ...others].join('\n'));
  for (const key of references.keys()) {
    if (!used.has(key)) messages.push(unusedReference(places(key), key));
  }
  const own = style.value.file === undefined ? [] : [style.value.file];
  return { value: { references, style: style.value, files: [...sources, ...own] }, messages };
}

/** `references.json` or `references.bib`; both are one too many, because nobody would know which counts. */
async function readReferences(folder: string, files: Files) {
  const file = `${folder}/references.json`;
  const text = await files.readText(file);
  const bibFile = `${folder}/references.bib`;
  const bibText = await files.readText(bibFile);
  if (text !== undefined && bibText !== undefined) {
    const message = referencesFile(
      { file: bibFile },
      'there is a references.json beside this file',
      'one of the two',
    );
    return { value: undefined, messages: [message] };
  }
  if (bibText !== undefined) {
    const { parseBibtex } = await import('../markup/citations/parse-bibtex.ts');
    return withSource(parseBibtex(bibFile, bibText), { file: bibFile, text: bibText });
  }
  if (text !== undefined) return withSource(parseReferences(file, text), { file, text });
  return { value: { references: new Map(), places: () => ({ file }), sources: [] }, messages: [] };
}

function withSource({ value, messages }: Outcome<ReferenceList>, source: TemplateFile) {
  return { value: value === undefined ? undefined : { ...value, sources: [source] }, messages };
}

/** Every key that a text may cite, in whatever branch: `of="key"`, also within JSON, and `@key`. */
export function citedKeys(text: string): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const [, key = ''] of text.matchAll(/\bof=\\?["']([^"'\\]+)/g)) keys.add(key);
  for (const [, key = ''] of text.matchAll(/@([\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&+?~/-]*[\p{L}\p{N}_])?)/gu))
    keys.add(key);
  return keys;
}
