import type { PDFDocument } from '@cantoo/pdf-lib';
import { type Bookmark, readBookmarks } from './bookmarks.ts';
import { quoteCss } from './quote-css.ts';
import type { HtmlHeading } from './read-headings.ts';

/** A heading that begins this near the top of its page, in points, names that page. */
const TOP = 110;

/**
 * The style by which the counter of pages counts in the names of sections: Chromium knows no running strings, but
 * margin boxes may show a counter in any style. A page bears the name of the section that it begins with.
 *
 * @param separator what stands between the name and the words before it
 */
export function nameSections(
  document: PDFDocument,
  headings: readonly HtmlHeading[],
  separator: string,
): string {
  const sections = readBookmarks(document, headings).filter(({ heading }) => heading.level === 2);
  const names = document.getPages().map((page, index) => {
    const name = nameOf(sections, index, page.getHeight());
    return name === '' ? '' : `${separator}${name}`;
  });
  return `@counter-style running-section{system:fixed;symbols:${names.map(quoteCss).join(' ')}}`;
}

function nameOf(sections: readonly Bookmark[], page: number, height: number): string {
  const current = sections.findLast(
    (section) => section.page < page || (section.page === page && section.y > height - TOP),
  );
  const own = current ?? sections.find((section) => section.page === page);
  return own?.heading.text ?? '';
}
