import { SqlError } from '../model/ports.ts';
import { sqlCode } from './sql-code.ts';

const UNSTABLE =
  /\b(?:(?:random|setseed|uuid|gen_random_uuid|uuidv4|uuidv7|now|today|get_current_\w+|transaction_timestamp|version|current_setting|nextval)(?=\s*\()|current_date|current_time|current_timestamp|localtime|localtimestamp|tablesample|using\s+sample)\b/i;

/**
 * Refuses SQL whose result would change from run to run: the clock, chance, samples.
 * @throws {SqlError} with the place in the query
 */
export function refuseUnstableSql(query: string): void {
  const code = sqlCode(query);
  const found = UNSTABLE.exec(code);
  if (!found) return;
  const before = code.slice(0, found.index).split('\n');
  const column = (before.at(-1) ?? '').length + 1;
  const message = `"${found[0]}" gives another result in every run; expected a query that depends on its tables and parameters only`;
  throw new SqlError(message, query, { line: before.length, column });
}
