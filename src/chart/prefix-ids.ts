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
    element.properties.id = name;
  });
  const rename = (id: string): string => names.get(id) ?? `${prefix}-none`;
  visit(root, 'element', (element: Element) => {
    for (const [key, value] of Object.entries(element.properties)) {
      if (typeof value !== 'string') continue;
      if (/url\s*\(/i.test(value)) element.properties[key] = renameUrl(value, rename);
      else if (/^(?:xLinkH|h)ref$/.test(key)) element.properties[key] = `#${rename(value.slice(1))}`;
    }
  });
}

/** A paint or a clip of the drawing's own; one from elsewhere would be fetched, and becomes `none`. */
function renameUrl(value: string, rename: (id: string) => string): string {
  const own = /^url\((["']?)#([^)"']+)\1\)$/.exec(value);
  return own?.[2] === undefined ? 'none' : `url(#${rename(own[2])})`;
}
