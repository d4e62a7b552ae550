import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toText } from 'hast-util-to-text';
import { wordLimit } from '../messages/markup-rules.ts';
import type { Message, Place } from '../model/message.ts';

/**
 * Counts the words of an abstract as a reader has them, figures in place: paragraphs, lists and boxes before the annex.
 * Headings, tables, charts and notes do not count; a word is anything between blanks with a letter or digit in it.
 */
export function checkWordLimit(root: Root, most: number | null, place: Place): readonly Message[] {
  if (most === null) return [];
  const end = root.children.findIndex((child) => isElement(child, 'h2') && /\bannex\b/i.test(toText(child)));
  const counted = root.children
    .slice(0, end < 0 ? root.children.length : end)
    .filter((child) => child.type === 'element' && !/^(h\d|figure|section)$/.test(child.tagName));
  const words = counted
    .flatMap((child) => withoutMarks(child).split(/\s+/))
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.length > most ? [wordLimit(place, words.length, most)] : [];
}

/** The text of an element without the numbers that refer to notes. */
function withoutMarks(node: RootContent): string {
  if (node.type !== 'element') return '';
  return toText(prune(node), { whitespace: 'normal' });
}

function prune(element: Element): Element {
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    return child.tagName === 'sup' ? [] : [prune(child)];
  });
  return { ...element, children };
}

function isElement(node: RootContent, tagName: string): node is Element {
  return node.type === 'element' && node.tagName === tagName;
}
