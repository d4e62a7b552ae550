import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toText } from 'hast-util-to-text';
import { figureInAttribute } from '../messages/markup-rules.ts';
import type { Composition } from './composition.ts';
import { finishBox } from './finish-box.ts';
import { finishTable } from './finish-table.ts';
import type { Finishing } from './finishing.ts';
import { Ids, toSlug } from './ids.ts';
import { PLACEHOLDER } from './placeholder.ts';
import { findLoneBlock, renderBlock } from './render-block.ts';
import { renderText } from './render-text.ts';

/** Puts everything that placeholders and marks stand for into a sanitised tree. */
export function finishTree(tree: Root, composition: Composition): { root: Root; finishing: Finishing } {
  const finishing: Finishing = {
    ...composition,
    ids: new Ids(),
    headings: [],
    labels: new Map(),
    uses: { findings: new Set(), tables: new Set(), charts: new Set(), references: new Set() },
    shown: new Map(),
  };
  const children = finishChildren(tree.children, finishing, '') as RootContent[];
  return { root: { type: 'root', children }, finishing };
}

/** What surrounds a text: in code a figure is plain text, and in a link it is no link of its own. */
type Around = '' | 'link' | 'code';

function finishChildren(
  children: readonly RootContent[],
  finishing: Finishing,
  around: Around,
): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') {
      if (around !== 'code') return renderText(child.value, finishing, around === 'link');
      return [{ type: 'text', value: finishing.placeholders.toPlainText(child.value) }];
    }
    return child.type === 'element' ? finishElement(child, finishing, around) : [];
  });
}

function finishElement(element: Element, finishing: Finishing, around: Around): ElementContent[] {
  const block = findLoneBlock(element, finishing);
  if (block) return renderBlock(block, finishing);
  const { dataMark, ...properties } = element.properties;
  const mark = typeof dataMark === 'string' ? finishing.placeholders.get(dataMark) : undefined;
  const isHeading = /^h[2-6]$/.test(element.tagName) && mark?.kind !== 'id';
  const heading = isHeading ? readHeading(element, finishing) : undefined;
  const children = finishChildren(element.children, finishing, AROUND[element.tagName] ?? around);
  const finished: Element = {
    ...element,
    properties: finishProperties(properties, element, finishing),
    children,
  };
  if (heading) {
    finished.properties.id = heading;
    finishing.headings.push({
      id: heading,
      depth: Number(element.tagName.charAt(1)),
      text: toText(finished),
    });
  }
  if (mark?.kind === 'id') finished.properties.id = finishing.ids.take(mark.id);
  if (mark?.kind === 'box') return [finishBox(finished, mark, finishing)];
  return [element.tagName === 'table' ? finishTable(finished) : finished];
}

const AROUND: Readonly<Record<string, Around>> = { a: 'link', summary: 'link', code: 'code', pre: 'code' };

/** A heading's id comes from its words and the ids of its findings, never from their values. */
function readHeading(element: Element, { placeholders, ids }: Finishing): string {
  return ids.take(toSlug(placeholders.toIds(toText(element))));
}

const READ_ALOUD: ReadonlySet<string> = new Set(['title', 'alt', 'ariaLabel']);

function finishProperties(
  properties: Element['properties'],
  element: Element,
  finishing: Finishing,
): Element['properties'] {
  const finished: Element['properties'] = {};
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value !== 'string' || !PLACEHOLDER.test(value)) finished[name] = value;
    else if (READ_ALOUD.has(name)) finished[name] = finishing.placeholders.toPlainText(value);
    else finishing.messages.push(figureInAttribute(finishing.placeOf(element), name.toLowerCase()));
  }
  return finished;
}
