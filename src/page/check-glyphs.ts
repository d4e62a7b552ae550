import { noGlyph } from '../messages/page-rules.ts';
import type { Message, Place } from '../model/message.ts';
import type { Report } from '../model/report.ts';

/**
 * A message for each character that no bundled font has: at its place in the report's source where it was
 * typed there, else (from data, a chart or a figure) at the report with the words around it.
 */
export function checkGlyphs(
  uncovered: readonly string[],
  pageText: string,
  report: Report,
): readonly Message[] {
  return uncovered.map((character) =>
    noGlyph(findPlace(character, report), character, findContext(character, pageText)),
  );
}

function findPlace(character: string, report: Report): Place {
  const at = report.text.indexOf(character);
  if (at < 0) return { file: report.file };
  const before = report.text.slice(0, at).split('\n');
  return { file: report.file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function findContext(character: string, pageText: string): string {
  const at = Math.max(0, pageText.indexOf(character));
  return pageText
    .slice(Math.max(0, at - 24), at + 24)
    .replace(/\s+/g, ' ')
    .trim();
}
