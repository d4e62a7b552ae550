/** Part of a finding's id from a name that the data give: `After a child’s death` → `after-a-childs-death`. */
export function idFrom(name: string): string {
  return name
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
