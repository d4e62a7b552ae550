/** A file of a report's source. */
interface SourceFile {
  readonly file: string;
  readonly text: string;
}

/**
 * The lines of a report's sources that name a figure or a table, as `reports/x/report.md:12`: in double braces, as a
 * key figure, or as the data of a chart.
 */
export function findUses(kind: 'finding' | 'table', id: string, sources: readonly SourceFile[]): string[] {
  const named = `["']${id}["']`;
  const pattern =
    kind === 'finding'
      ? new RegExp(`\\{\\{[^}]*${named}|^\\s*-?\\s*finding:\\s*["']?${id}["']?\\s*$`)
      : new RegExp(`\\{\\{\\s*table\\s+${named}|"(?:name|table)":\\s*"${id}"`);
  return sources.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])),
  );
}
