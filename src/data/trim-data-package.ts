/**
 * The text of a data package with some of its resources only: what it says of itself and of them stays as it is.
 *
 * @param text the text of `datapackage.json`, which is JSON
 */
export function trimDataPackage(text: string, names: ReadonlySet<string>): string {
  const whole = JSON.parse(text) as { readonly resources: readonly { readonly name: string }[] };
  const resources = whole.resources.filter(({ name }) => names.has(name));
  return `${JSON.stringify({ ...whole, resources }, null, 2)}\n`;
}
