/** A query without the blank lines around it and the indent that all its lines share, as a reader sees it. */
export function tidyQuery(query: string): string {
  const lines = query.replace(/^(?:[ \t]*\n)+|\s+$/g, '').split('\n');
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const shared = Math.min(...indents);
  return lines.map((line) => line.slice(shared)).join('\n');
}

/** `Query` for SQL, `R call` for what calls a function. */
export function kindOfQuery(query: string): 'Query' | 'R call' {
  return /^\s*(?:select|with|from|values)\b/i.test(query) ? 'Query' : 'R call';
}
