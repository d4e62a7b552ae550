import type { DataPackage, Resource } from '../model/resource.ts';

const PROFILE = 'https://datapackage.org/profiles/2.0/datapackage.json';

/** What the data package says of itself, beside its resources. */
export type PackageHead = Omit<DataPackage, 'resources'>;

/**
 * The text of `data/datapackage.json`: resources by name, two blanks of indent, a final line feed.
 *
 * @param before the text that is there; its resources stay where `resources` has none of their name, and so
 * does whatever else it says of the package
 */
export function writeDataPackage(
  head: PackageHead,
  resources: readonly Resource[],
  before: string | undefined,
): string {
  const old: Record<string, unknown> = before === undefined ? {} : JSON.parse(before);
  const byName = new Map<string, unknown>();
  for (const resource of Array.isArray(old.resources) ? old.resources : []) {
    byName.set(String(resource.name), resource);
  }
  for (const resource of resources) byName.set(resource.name, resource);
  const sorted = [...byName.keys()].sort().map((name) => byName.get(name));
  return `${JSON.stringify({ $schema: PROFILE, ...head, ...old, resources: sorted }, null, 2)}\n`;
}
