import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import {
  firstLevelHeading,
  skippedLevel,
  unknownFootnote,
  unusedFootnote,
} from '../messages/markup-rules.ts';
import type { Composition } from './composition.ts';

/** Headings must leave the first level to the title and skip none. */
export function checkHeadings(tree: Root, { messages, placeOf }: Composition): void {
  let before = 1;
  visit(tree, 'heading', (heading) => {
    if (heading.depth === 1) messages.push(firstLevelHeading(placeOf(heading)));
    else if (heading.depth > before + 1) messages.push(skippedLevel(placeOf(heading), heading.depth, before));
    before = heading.depth;
  });
}

/** Footnotes and what refers to them must meet. Markdown leaves an unmet reference standing as text. */
export function checkFootnotes(tree: Root, { messages, placeOf, placeholders }: Composition): void {
  const written: string[] = [];
  const used = new Set<string>();
  visit(tree, 'footnoteDefinition', (note) => {
    written.push(note.identifier);
  });
  visit(tree, (node) => {
    if (node.type === 'footnoteReference') used.add(node.identifier);
    if (node.type !== 'text') return;
    for (const [, label = ''] of node.value.matchAll(/\[\^([^\]\s]+)\]/g)) {
      messages.push(unknownFootnote(placeOf(node), placeholders.toPlainText(label), written));
    }
  });
  visit(tree, 'footnoteDefinition', (note) => {
    if (!used.has(note.identifier))
      messages.push(unusedFootnote(placeOf(note), note.label ?? note.identifier));
  });
}
