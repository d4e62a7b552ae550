import type { ResultTable } from '../model/table.ts';
import type { Attachment } from '../page/attach-files.ts';
import { attachmentName } from '../trust/attachment-name.ts';

/**
 * What a PDF carries, so that it can be checked and used alone: findings, every published table, and the manifest,
 * which says what all of it was made from.
 *
 * @param files the edition's other files, by path
 */
export function listAttachments(
  files: ReadonlyMap<string, Uint8Array>,
  tables: readonly ResultTable[],
  manifest: Uint8Array,
): readonly Attachment[] {
  const titles = new Map(tables.map(({ name, title }) => [`tables/${name}.csv`, title]));
  const carried = [...files].flatMap(([path, bytes]): Attachment[] => {
    const name = attachmentName(path);
    if (name === undefined) return [];
    const title = titles.get(path);
    const kind =
      title === undefined
        ? {
            description: 'Every figure of this document, exact, with where it comes from',
            mediaType: 'application/json',
          }
        : { description: `Table: ${title}`, mediaType: 'text/csv' };
    return [{ name, ...kind, relationship: 'Data', bytes }];
  });
  return [
    ...carried,
    {
      name: 'manifest.json',
      description: 'What this document was made from: every input and tool with its hash',
      mediaType: 'application/json',
      relationship: 'Supplement',
      bytes: manifest,
    },
  ];
}
