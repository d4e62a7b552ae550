import type { ReportState } from '../model/release.ts';
import type { PageInput } from './page-input.ts';
import { type HtmlHeading, readHeadings } from './read-headings.ts';

/** What a PDF says of itself beside its pages. */
export interface PdfDescription {
  readonly title: string;
  readonly authors: readonly string[];
  readonly subject: string;
  readonly keywords: readonly string[];
  readonly publisher: string;
  readonly rights: string;
  readonly language: string;
  /** A draft and a copy for review are marked on each page. */
  readonly state: ReportState;
  /** ISO date of the report: the only date in the file. */
  readonly date: string;
  /** The headings of the page, which its bookmarks stand for. */
  readonly headings: readonly HtmlHeading[];
  /** What a link into the page leads to, by the id of its target. */
  readonly destinations: ReadonlyMap<string, string>;
  /** The page that was printed, whose order the tags keep. */
  readonly html: string;
}

/**
 * A report's own description, for `finishPdf`.
 *
 * @param html the page that was printed
 */
export function describePdf(input: PageInput, html: string): PdfDescription {
  const { frontMatter } = input.report;
  return {
    title: input.texts.title,
    authors: frontMatter.authors.map((author) => author.name),
    subject: input.texts.standfirst,
    keywords: frontMatter.keywords,
    publisher: frontMatter.publisher,
    rights: frontMatter.licence,
    language: frontMatter.language,
    state: frontMatter.state,
    date: frontMatter.date,
    headings: readHeadings(html),
    destinations: new Map([
      ...input.body.headings.map(({ id, text }): [string, string] => [id, text]),
      ...input.body.labels,
    ]),
    html,
  };
}
