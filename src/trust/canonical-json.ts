/** JSON whose keys stand in code-unit order, two spaces in, with a final newline: the same content, the same bytes. */
export function canonicalJson(content: unknown): string {
  return `${JSON.stringify(sortKeys(content), null, 2)}\n`;
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, sortKeys(part)]),
  );
}
