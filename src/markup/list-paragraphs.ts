import type { Image, Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { contentDigest } from '../data/content-hash.ts';
import { shownTableDigest, tableDigest } from '../findings/table-digest.ts';
import type { Paragraph, ParagraphFigure } from '../model/paragraph.ts';
import { type Composition, offsetOf } from './composition.ts';
import { decodeTarget } from './decode-target.ts';
import type { MarkupContext } from './markup-context.ts';
import { type Placeholder, splitAtPlaceholders } from './placeholder.ts';
import type { Locate, MappedText } from './source-map.ts';
import { type Stretch, splitParagraphs } from './split-paragraphs.ts';

const LEAVES: ReadonlySet<string> = new Set(['paragraph', 'heading', 'table', 'html', 'code']);

/**
 * The paragraphs of a body, in the order of the template, each with what it says and the figures in it. What no
 * branch prints is not among them.
 *
 * @param tree as parsed, before anything is changed in it
 */
export function listParagraphs(
  tree: Root,
  expanded: MappedText,
  template: string,
  composition: Pick<Composition, 'context' | 'placeholders'>,
  locate: Locate,
): readonly Paragraph[] {
  const stretches = splitParagraphs(template);
  const leaves = new Map<Stretch, Nodes[]>();
  visit(tree, (node) => {
    const offset = offsetOf(node);
    if (!LEAVES.has(node.type) || offset === undefined) return true;
    const stretch = stretchAt(stretches, expanded.toSource(offset));
    if (stretch !== undefined) leaves.set(stretch, [...(leaves.get(stretch) ?? []), node]);
    return 'skip';
  });
  return stretches.flatMap((stretch) => {
    const nodes = leaves.get(stretch);
    if (nodes === undefined) return [];
    const source = template.slice(stretch.start, stretch.end);
    return [
      {
        place: locate(stretch.line, 1),
        source,
        text: nodes.map((node) => readText(node, composition)).join(' '),
        figures: unique([
          ...nodes.flatMap((node) => figuresIn(node, expanded.text, composition)),
          ...claimsIn(source, composition.context),
        ]),
      },
    ];
  });
}

function stretchAt(stretches: readonly Stretch[], offset: number): Stretch | undefined {
  return stretches.findLast(({ start }) => start <= offset);
}

/** As it is read: without marks of emphasis and addresses of links, with descriptions and captions of pictures. */
function readText(node: Nodes, { placeholders }: Pick<Composition, 'placeholders'>): string {
  const captions = imagesIn(node).flatMap(({ title }) => (title ? [title] : []));
  const text = [textOf(node), ...captions].join(' ');
  return placeholders.toPlainText(text).replace(/\s+/g, ' ').trim();
}

function imagesIn(node: Nodes): Image[] {
  if (node.type === 'image') return [node];
  return 'children' in node ? node.children.flatMap(imagesIn) : [];
}

function figuresIn(
  node: Nodes,
  text: string,
  { context, placeholders }: Pick<Composition, 'context' | 'placeholders'>,
): ParagraphFigure[] {
  const slice = text.slice(offsetOf(node) ?? 0, node.position?.end.offset ?? 0);
  const named = splitAtPlaceholders(slice).flatMap((part, index) =>
    index % 2 === 0 ? [] : figuresOf(placeholders.get(part)),
  );
  for (const { url } of imagesIn(node)) {
    const chart = context.charts.get(decodeTarget(url));
    if (chart === undefined) continue;
    const drawn = chart.tables.map((name) => {
      const table = context.tables.get(name);
      return table === undefined ? name : tableDigest(table);
    });
    const value = contentDigest(JSON.stringify([chart.title, chart.subtitle, drawn]));
    named.push({ kind: 'chart', id: chart.id, value });
  }
  return named;
}

function figuresOf(placeholder: Placeholder): ParagraphFigure[] {
  switch (placeholder.kind) {
    case 'finding': {
      const { finding, against, text } = placeholder;
      return [finding, ...(against === undefined ? [] : [against])].map(({ id }) => ({
        kind: 'finding',
        id,
        value: text,
      }));
    }
    case 'ranked':
      return [{ kind: 'table', id: placeholder.table.name, value: placeholder.text }];
    case 'table':
      return [{ kind: 'table', id: placeholder.table.name, value: shownTableDigest(placeholder.table) }];
    case 'ledger':
      return [{ kind: 'ledger', id: '', value: contentDigest(JSON.stringify(placeholder.claims)) }];
    default:
      return [];
  }
}

function claimsIn(source: string, { claims }: MarkupContext): ParagraphFigure[] {
  return [...source.matchAll(/\{\{~?#(?:claim|when)\s+["']([^"']+)["']/g)].flatMap(([, id = '']) => {
    const claim = claims.get(id);
    return claim === undefined ? [] : [{ kind: 'claim', id, value: String(claim.holds) } as const];
  });
}

function unique(figures: readonly ParagraphFigure[]): ParagraphFigure[] {
  return [...new Map(figures.map((one) => [`${one.kind} ${one.id} ${one.value}`, one])).values()];
}
