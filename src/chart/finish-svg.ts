import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { ChartColour } from './colours.ts';
import { hoistProperties } from './hoist-properties.ts';
import { paintByTheme } from './paint-by-theme.ts';
import { prefixIds } from './prefix-ids.ts';

export interface FinishOptions {
  /** Unique in the page: every id starts with it. */
  readonly idPrefix: string;
  /** What a reader hears who does not see the chart. */
  readonly label: string;
  readonly colours: Readonly<Record<ChartColour, string>>;
  /** Where the rows of its tables stand, for the page's script: names of the tables, and `writePoints`. */
  readonly points?: { readonly tables: readonly string[]; readonly places: string };
}

const writer = unified().use(rehypeStringify, { space: 'svg', closeEmptyElements: true });

/** Vega's own, of no use in a page: its class names, event switches and descriptions of single marks. */
const DROPPED = [
  ...['className', 'pointerEvents', 'ariaHidden', 'ariaRoleDescription', 'ariaLabel', 'role'],
  ...['strokeMiterLimit', 'cursor', 'style'],
];

/** All that a drawing is made of. Vega gives nothing else for a checked chart; this is the second lock. */
const DRAWN = [
  ...['g', 'path', 'line', 'rect', 'circle', 'text', 'tspan', 'defs', 'clipPath'],
  ...['linearGradient', 'radialGradient', 'stop'],
];

/**
 * Makes Vega's SVG fit for a page: role and label on the root, ids of its own, colours that a page can
 * change, numbers of at most two decimals, and nothing that draws nothing.
 */
export function finishSvg(svg: string, options: FinishOptions): string {
  const tree = fromHtml(svg, { fragment: true, space: 'svg' });
  const root = tree.children.find((child) => child.type === 'element');
  if (root === undefined) throw new Error('Vega gave no SVG');
  visit(tree, 'element', (element: Element) => tidyProperties(element));
  root.children = tidyChildren(root.children);
  prefixIds(root, options.idPrefix.replace(/[^\w-]/g, '-'));
  hoistProperties(root);
  root.children = openGroups(root.children);
  const { width, height } = root.properties;
  root.properties = {
    xmlns: 'http://www.w3.org/2000/svg',
    role: 'img',
    ariaLabel: options.label,
    width,
    height,
    overflow: 'visible',
    viewBox: `0 0 ${width} ${height}`,
    ...(options.points
      ? { dataTables: options.points.tables.join(' '), dataPoints: options.points.places }
      : {}),
    ...paintByTheme(root, options.colours),
  };
  const result: Root = { type: 'root', children: [root] };
  return writer.stringify(result);
}

function tidyProperties(element: Element): void {
  for (const name of DROPPED) delete element.properties[name];
  const { properties } = element;
  if (Number(properties.opacity) === 1) delete properties.opacity;
  if (properties.stroke === 'transparent') delete properties.stroke;
  // Unquoted, a family whose name holds a number is no CSS, and browsers pass over it.
  if (properties.fontFamily) properties.fontFamily = `'${properties.fontFamily}', sans-serif`;
  if (properties.transform === 'translate(0,0)') delete properties.transform;
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'id' || name === 'ariaLabel' || name === 'fontFamily') continue;
    if (typeof value === 'number') properties[name] = roundTo2(value);
    if (typeof value === 'string' && !value.includes('#')) properties[name] = roundNumbers(value);
  }
}

/** Shapes without paint and empty groups go. */
function tidyChildren(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    if (!DRAWN.includes(child.tagName)) return [];
    if (child.tagName === 'defs' || child.tagName === 'clipPath') return [child];
    child.children = tidyChildren(child.children);
    if (child.tagName === 'g' && child.children.length === 0) return [];
    return drawsNothing(child) ? [] : [child];
  });
}

/** Groups that say nothing of their children are opened. */
function openGroups(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    child.children = openGroups(child.children);
    const says = child.tagName !== 'g' || Object.keys(child.properties).length > 0;
    return says ? [child] : child.children;
  });
}

function drawsNothing({ tagName, properties }: Element): boolean {
  if (properties.display === 'none' || Number(properties.opacity ?? 1) === 0) return true;
  if (tagName === 'text') return false;
  if (!['path', 'rect', 'line'].includes(tagName)) return false;
  const painted = [properties.fill, properties.stroke].some(
    (paint) => paint !== undefined && paint !== 'none' && paint !== 'transparent',
  );
  return !painted || properties.d === '';
}

function roundNumbers(text: string): string {
  return text.replace(/-?\d+\.\d{3,}(?:e-?\d+)?|-?\d+(?:\.\d+)?e-\d+/g, (number) =>
    String(roundTo2(Number(number))),
  );
}

function roundTo2(number: number): number {
  const rounded = Math.round(number * 100) / 100;
  return rounded === 0 ? 0 : rounded;
}
