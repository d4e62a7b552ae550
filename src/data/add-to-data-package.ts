/** Properties of a resource as they stand in the data package. */
export type ResourceEntry = Readonly<Record<string, unknown>> & { readonly name: string };

/**
 * The text of a data package with these resources in it: one of the same name gets the properties given and keeps
 * its others, a new one goes before the first whose name is later in the alphabet. Two blanks of indent, a
 * final line feed.
 *
 * @param text a data package without errors
 */
export function addToDataPackage(text: string, entries: readonly ResourceEntry[]): string {
  const dataPackage: { resources: ResourceEntry[] } = JSON.parse(text);
  const resources = [...dataPackage.resources];
  for (const entry of entries) {
    const at = resources.findIndex(({ name }) => name === entry.name);
    if (at >= 0) {
      resources[at] = { ...resources[at], ...entry };
      continue;
    }
    const next = resources.findIndex(({ name }) => name > entry.name);
    resources.splice(next < 0 ? resources.length : next, 0, entry);
  }
  return `${JSON.stringify({ ...dataPackage, resources }, null, 2)}\n`;
}
