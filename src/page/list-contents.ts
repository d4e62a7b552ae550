import type { PageHeading } from './page-input.ts';
import { isSummaryTitle } from './split-body.ts';

/** An entry of the list of contents. */
export interface ContentsEntry {
  readonly id: string;
  readonly text: string;
  /** `2`; `''` for a summary, which stands before the numbered sections. */
  readonly number: string;
  /** The headings of the third level within it. */
  readonly entries: readonly { readonly id: string; readonly text: string }[];
}

/** The headings of the second level, each with those within it. */
export function listContents(headings: readonly PageHeading[]): readonly ContentsEntry[] {
  const contents: (ContentsEntry & { entries: { id: string; text: string }[] })[] = [];
  let count = 0;
  for (const { id, depth, text } of headings) {
    if (depth === 2) {
      const isSummary = contents.length === 0 && isSummaryTitle(text);
      contents.push({ id, text, number: isSummary ? '' : String(++count), entries: [] });
    } else if (depth === 3) contents.at(-1)?.entries.push({ id, text });
  }
  return contents;
}
