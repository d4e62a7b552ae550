import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import type { ChartColour } from './colours.ts';

/**
 * Lets a page change the colours of a drawing. Each element painted in a colour of the theme keeps it as an
 * attribute (for any reader of SVG) and gets a style with a custom property; the root, whose properties
 * are returned, sets that property to `--chart-<colour>` of the page, or the theme's colour where the page
 * says nothing.
 */
export function paintByTheme(
  root: Element,
  colours: Readonly<Record<ChartColour, string>>,
): { readonly style?: string } {
  const names = new Map(Object.entries(colours).map(([name, hex]) => [hex.toLowerCase(), name]));
  const used = new Set<string>();
  visit(root, 'element', (element: Element) => {
    const styles = (['fill', 'stroke'] as const).flatMap((paint) => {
      const name = names.get(String(element.properties[paint] ?? '').toLowerCase());
      if (name === undefined) return [];
      used.add(name);
      return [`${paint}:var(--${name})`];
    });
    if (styles.length > 0) element.properties.style = styles.join(';');
  });
  const declarations = Object.entries(colours)
    .filter(([name]) => used.has(name))
    .map(([name, hex]) => `--${name}:var(--chart-${name},${hex})`);
  return declarations.length === 0 ? {} : { style: declarations.join(';') };
}
