import { SqlError } from '../model/ports.ts';

/**
 * DuckDB's error as a `SqlError`. DuckDB shows the place as `LINE 2: …` above a caret; it becomes line and
 * column in the query. A long line is shown from its middle (`...`), so its column stays unknown.
 */
export function explainSqlFailure(error: unknown, query: string): unknown {
  if (error instanceof SqlError || !(error instanceof Error)) return error;
  const message = error.message.replace(/^Failed to (?:extract statements|prepare|execute[^:]*): /, '');
  const found = /\n\n(LINE (\d+): )([^\n]*)\n( *)\^\s*$/.exec(message);
  if (!found) return new SqlError(message, query);
  const [, prefix = '', line, shown = '', blanks = ''] = found;
  const column = shown.startsWith('...') ? undefined : blanks.length - prefix.length + 1;
  return new SqlError(message.slice(0, found.index), query, { line: Number(line), column });
}
