/** A part of a query as DuckDB's `json_serialize_sql` gives it. */
export type SqlNode = Readonly<Record<string, unknown>>;

/** A part and all within it. */
export function* nodesIn(value: unknown): Generator<SqlNode> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as SqlNode;
  for (const part of Object.values(value)) yield* nodesIn(part);
}
