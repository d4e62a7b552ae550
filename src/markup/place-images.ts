import type { Definition, Image, ImageReference, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { imagePath, missingAlt, missingImage, unknownChart } from '../messages/markup-rules.ts';
import type { Composition } from './composition.ts';
import { decodeTarget } from './decode-target.ts';
import { PLACEHOLDER, type Placeholder } from './placeholder.ts';
import { smartenText } from './smarten-text.ts';

/** `charts/regional-trend.vl.json` */
export function isChartPath(target: string): boolean {
  return target.endsWith('.vl.json');
}

/** A picture's path that stays inside the report's folder and has a format that every reader can show. */
export function isImagePath(target: string): boolean {
  return (
    /^[\w][\w ./-]*\.(png|jpe?g|webp|svg)$/i.test(target) &&
    !target.split('/').some((part) => part === '..' || part === '')
  );
}

/** Puts a placeholder for each chart and picture, so that their mark-up joins only after sanitising. */
export function placeImages(tree: Root, composition: Composition): void {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  visit(tree, ['image', 'imageReference'], (node, index, parent) => {
    if (!parent || index === undefined) return;
    const image = node as Image | ImageReference;
    const target = image.type === 'image' ? image : definitions.get(image.identifier);
    if (!target || PLACEHOLDER.test(target.url)) return;
    const [alt, caption] = [smartenText(image.alt ?? ''), smartenText(target.title ?? '')];
    const placeholder = readImage(target.url, alt, caption, image, composition);
    const value = placeholder
      ? composition.placeholders.add({ ...placeholder, place: composition.placeOf(image) })
      : '';
    parent.children[index] = { type: 'text', value, ...(image.position ? { position: image.position } : {}) };
  });
}

function readImage(
  url: string,
  alt: string,
  caption: string,
  node: Image | ImageReference,
  { context, messages, placeOf }: Composition,
): Placeholder | undefined {
  const target = decodeTarget(url);
  if (isChartPath(target)) {
    const chart = context.charts.get(target);
    if (!chart) messages.push(unknownChart(placeOf(node), target, [...context.charts.keys()]));
    return chart && { kind: 'chart', chart, alt, caption };
  }
  if (!isImagePath(target)) {
    messages.push(imagePath(placeOf(node), target));
    return undefined;
  }
  const source = context.images.get(target);
  if (source === undefined) messages.push(missingImage(placeOf(node), target, [...context.images.keys()]));
  if (alt.trim() === '') messages.push(missingAlt(placeOf(node), target));
  return source === undefined ? undefined : { kind: 'image', source, alt, caption };
}
