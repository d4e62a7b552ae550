import type { Element } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Gives every id in a drawing a name of its own, `<prefix>-1`, `<prefix>-2` … in order of appearance, and
 * every reference to it the same. Vega numbers its ids through the whole process: they would depend on
 * what was drawn before, and two charts on a page could share one.
 */
export function prefixIds(root: Element, prefix: string): void {
  const names = new Map<string, string>();
  visit(root, 'element', (element: Element) => {
    const { id } = element.properties;
    if (typeof id !== 'string') return;
    const name = `${prefix}-${names.size + 1}`;
    names.set(id, name);
    element.properties['id'] = name;
  });
  visit(root, 'element', (element: Element) => {
    for (const [key, value] of Object.entries(element.properties)) {
      if (typeof value !== 'string' || !value.includes('#')) continue;
      const renamed = value
        .replace(/url\((["']?)#([^)"']+)\1\)/g, (all, _quote, id) =>
          names.has(id) ? `url(#${names.get(id)})` : all,
        )
        .replace(/^#(.+)$/, (all, id) => (names.has(id) ? `#${names.get(id)}` : all));
      element.properties[key] = renamed;
    }
  });
}
