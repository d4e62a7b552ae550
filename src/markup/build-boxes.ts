import type { Blockquote, Paragraph, PhrasingContent, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { unknownBox } from '../messages/markup-rules.ts';
import { BOX_KINDS, type BoxKind, isBoxKind } from './box-kinds.ts';
import type { Composition } from './composition.ts';

/**
 * Turns block quotations that open with `[!kind]` into boxes:
 *
 *     > [!method] How the change was measured
 *     > For each authority, the mean of five yearly changes.
 *
 * What stands behind the kind is the title, or the speaker of a quotation.
 */
export function buildBoxes(tree: Root, composition: Composition): void {
  visit(tree, 'blockquote', (quote) => {
    const opening = readOpening(quote);
    if (!opening) return;
    const { kind, paragraph, text, match } = opening;
    if (!isBoxKind(kind)) {
      composition.messages.push(unknownBox(composition.placeOf(text), kind, Object.keys(BOX_KINDS)));
      return;
    }
    text.value = text.value.slice(match.length);
    const { title, rest } = splitFirstLine(paragraph.children);
    const titleNodes = title.length > 0 ? title : defaultTitle(kind);
    quote.children = [
      ...(titleNodes.length > 0 ? [{ type: 'paragraph' as const, children: titleNodes }] : []),
      ...(rest.length > 0 ? [{ ...paragraph, children: rest }] : []),
      ...quote.children.slice(1),
    ];
    const place = composition.placeOf(quote);
    const mark = composition.placeholders.add({
      kind: 'box',
      box: kind,
      titled: titleNodes.length > 0,
      place,
    });
    quote.data = { hName: 'div', hProperties: { dataMark: mark } };
  });
}

function readOpening(quote: Blockquote) {
  const paragraph = quote.children[0];
  const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  if (paragraph?.type !== 'paragraph' || text?.type !== 'text') return undefined;
  const match = /^\[!([\w-]+)\][ \t]*/.exec(text.value);
  return match && { kind: (match[1] ?? '').toLowerCase(), paragraph, text, match: match[0] };
}

function defaultTitle(kind: BoxKind): Text[] {
  const value = BOX_KINDS[kind].title;
  return value === '' ? [] : [{ type: 'text', value }];
}

/** The nodes before and after the first line end that stands directly in the paragraph. */
function splitFirstLine(children: Paragraph['children']): {
  title: PhrasingContent[];
  rest: PhrasingContent[];
} {
  const at = children.findIndex(
    (child) => child.type === 'break' || (child.type === 'text' && child.value.includes('\n')),
  );
  const node = children[at];
  if (!node) return { title: withoutEmpty(children), rest: [] };
  const before = children.slice(0, at);
  const after = children.slice(at + 1);
  if (node.type !== 'text') return { title: withoutEmpty(before), rest: withoutEmpty(after) };
  const end = node.value.indexOf('\n');
  return {
    title: withoutEmpty([...before, { ...node, value: node.value.slice(0, end).trimEnd() }]),
    rest: withoutEmpty([{ ...node, value: node.value.slice(end + 1) }, ...after]),
  };
}

function withoutEmpty(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.filter((node) => node.type !== 'text' || node.value !== '');
}
