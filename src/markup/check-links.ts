import type { Nodes, Root } from 'mdast';
import { toString as wordsOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { emptyLink, figureInTarget, linkTarget } from '../messages/markup-rules.ts';
import type { Composition } from './composition.ts';
import { PLACEHOLDER } from './placeholder.ts';

/** Names and targets in a node that must not move with the data, each with the words for it. */
function namesIn(node: Nodes): readonly (readonly [string | null | undefined, string])[] {
  switch (node.type) {
    case 'link':
    case 'image':
      return [[node.url, node.type === 'link' ? 'the target of a link' : 'the path of an image']];
    case 'definition':
      return [
        [node.url, 'the target of a link'],
        [node.identifier, 'the name of a link'],
      ];
    case 'linkReference':
    case 'imageReference':
      return [[node.identifier, 'the name of a link']];
    case 'footnoteDefinition':
    case 'footnoteReference':
      return [[node.identifier, 'the name of a footnote']];
    case 'code':
      return [[`${node.lang ?? ''}${node.meta ?? ''}`, 'the language of a code block']];
    default:
      return [];
  }
}

/** Whether an address means something to a reader elsewhere; a path on this machine does not. */
export function isPublicTarget(url: string): boolean {
  return /^(https?:\/\/[^\s/]|mailto:[^\s]|#.)/i.test(url);
}

/** Checks every link of the Markdown: where it leads, and that it has words. */
export function checkLinks(tree: Root, { messages, placeOf }: Composition): void {
  visit(tree, (node: Nodes) => {
    const moving = namesIn(node).find(([name]) => name && PLACEHOLDER.test(name));
    if (moving) {
      messages.push(figureInTarget(placeOf(node), moving[1]));
      return;
    }
    if (node.type !== 'link' && node.type !== 'definition') return;
    const isImage = node.type === 'definition' && /\.(vl\.json|png|jpe?g|webp|svg)$/i.test(node.url);
    if (!isPublicTarget(node.url) && !isImage) messages.push(linkTarget(placeOf(node), node.url));
    else if (node.type === 'link' && !node.url.startsWith('#') && wordsOf(node).trim() === '') {
      messages.push(emptyLink(placeOf(node), node.url));
    }
  });
}
