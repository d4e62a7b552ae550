import { contentDigest } from '../data/content-hash.ts';
import type { ResultTable } from '../model/table.ts';
import { formatTable } from './format-table.ts';

/** `sha256:` of all that a table holds: title, notes, source, fields and exact rows. */
export function tableDigest({ title, notes, source, fields, rows }: ResultTable): string {
  const names = fields.map(({ name }) => name);
  const cells = rows.map((row) => names.map((name) => row[name] ?? null));
  return contentDigest(JSON.stringify([title, notes, source, fields, cells]));
}

/** The same of what a reader is shown of it: rounded, without hidden fields. */
export function shownTableDigest(table: ResultTable): string {
  const { headings, rows } = formatTable(table);
  return contentDigest(JSON.stringify([table.title, table.notes, table.source, headings, rows]));
}
