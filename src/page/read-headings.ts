import { decodeEntities } from './decode-entities.ts';

/** A heading of a rendered page. */
export interface HtmlHeading {
  readonly level: number;
  readonly text: string;
}

/** The headings of a page as `renderPage` gives it, in their order. */
export function readHeadings(html: string): readonly HtmlHeading[] {
  return [...html.matchAll(/<h([1-6])\b[^>]*>([\s\S]*?)<\/h\1>/g)].map(([, level, content = '']) => ({
    level: Number(level),
    text: decodeEntities(content.replace(/<[^>]*>/g, ''))
      .replace(/\s+/g, ' ')
      .trim(),
  }));
}
