import type { Element } from 'hast';

/** Properties that an SVG element inherits from its group. */
const INHERITED = [
  'fill',
  'stroke',
  'strokeWidth',
  'strokeLineCap',
  'strokeLineJoin',
  'strokeDashArray',
  'textAnchor',
  'fontFamily',
  'fontSize',
  'fontWeight',
  'fontStyle',
  'fillOpacity',
  'strokeOpacity',
];

/** Writes what all children of a group share once, on the group: half the size of a chart with many marks. */
export function hoistProperties(element: Element): void {
  const children = element.children.filter((child) => child.type === 'element');
  for (const child of children) hoistProperties(child);
  if (element.tagName !== 'g') return;
  const [first, ...others] = children;
  if (first === undefined || children.some(({ tagName }) => tagName === 'defs' || tagName === 'clipPath'))
    return;
  for (const name of INHERITED) {
    const value = first.properties[name];
    if (value === undefined || others.some((other) => other.properties[name] !== value)) continue;
    element.properties[name] = value;
    for (const child of children) delete child.properties[name];
  }
}
