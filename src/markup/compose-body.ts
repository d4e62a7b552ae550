import type { Root } from 'hast';
import type { Root as Markdown } from 'mdast';
import type { Message, Outcome } from '../model/message.ts';
import type { Paragraph } from '../model/paragraph.ts';
import type { Report } from '../model/report.ts';
import { buildBoxes } from './build-boxes.ts';
import { byPlace } from './by-place.ts';
import { checkLinks } from './check-links.ts';
import { checkSentences } from './check-sentences.ts';
import { checkFootnotes, checkHeadings } from './check-structure.ts';
import { checkWordLimit } from './check-word-limit.ts';
import { markCitations } from './citations/mark-citations.ts';
import { type Composition, offsetOf } from './composition.ts';
import { createResolver } from './create-resolver.ts';
import { expandTemplate } from './expand-template.ts';
import { fillReferences } from './fill-references.ts';
import { findTypedPlaceholders } from './find-typed-placeholders.ts';
import { finishTree } from './finish-tree.ts';
import type { Heading } from './finishing.ts';
import { listParagraphs } from './list-paragraphs.ts';
import type { MarkupContext } from './markup-context.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { placeImages } from './place-images.ts';
import { Placeholders } from './placeholder.ts';
import { smartenTree } from './smarten-text.ts';
import { indexLines, type Locate, type MappedText } from './source-map.ts';
import { toSafeTree } from './to-safe-tree.ts';

/** A report's prose, finished. */
export interface Body {
  /**
   * Sanitised; charts stand in it as `raw` nodes, so it is written out with `allowDangerousHtml`.
   */
  readonly root: Root;
  /** In the order of the text; the report's title and the notes are not among them. */
  readonly headings: readonly Heading[];
  /** Ids of the findings shown, in the order of their first appearance. */
  readonly usedFindings: readonly string[];
  /** Names of the tables shown as tables, and ids of the charts shown, in the order of the text. */
  readonly usedTables: readonly string[];
  readonly usedCharts: readonly string[];
  /** Keys of the references that figures are cited from. */
  readonly usedReferences: readonly string[];
  /** `Figure 1` by `fig-regional-trend`, `Table 2` by `table-regions`. */
  readonly labels: ReadonlyMap<string, string>;
  /** In the order of the template. */
  readonly paragraphs: readonly Paragraph[];
}

/**
 * Expands and composes a report's body:
 *
 *     template ── expand ──▶ Markdown + map ── parse ──▶ mdast ── boxes, images, quotes ──▶
 *     hast ── sanitise ──▶ figures, ids, tables, charts put in ── cross-references ──▶ Body
 *
 * No value is given where a message is an error.
 */
export function composeBody(report: Report, context: MarkupContext): Outcome<Body> {
  const locate: Locate = (line, column) => ({ file: report.file, line: report.bodyLine + line - 1, column });
  const messages: Message[] = findTypedPlaceholders(report.body, locate);
  if (messages.length > 0) return { value: undefined, messages };
  const placeholders = new Placeholders();
  const expanded = expandTemplate(
    report.body,
    locate,
    createResolver(context, placeholders, messages),
    messages,
  );
  if (!expanded) return { value: undefined, messages };
  const lines = indexLines(report.body);
  const composition: Composition = {
    context,
    placeholders,
    messages,
    placeOf(node) {
      const point = lines.point(expanded.toSource(offsetOf(node) ?? 0));
      return locate(point.line, point.column);
    },
  };
  const list = (tree: Markdown) => listParagraphs(tree, expanded, report.body, composition, locate);
  const body = composeMarkdown(expanded, composition, list);
  const limitPlace = report.frontMatterPlaces.get('word-limit')?.place ?? locate(1, 1);
  messages.push(...checkWordLimit(body.root, report.frontMatter.wordLimit, limitPlace));
  const failed = messages.some(({ severity }) => severity === 'error');
  return { value: failed ? undefined : body, messages: messages.toSorted(byPlace) };
}

function composeMarkdown(
  { text }: MappedText,
  composition: Composition,
  list: (tree: Markdown) => readonly Paragraph[],
): Body {
  const markdown = parseMarkdown(text);
  const paragraphs = list(markdown);
  checkHeadings(markdown, composition);
  checkFootnotes(markdown, composition);
  checkSentences(markdown, composition);
  checkLinks(markdown, composition);
  markCitations(markdown, text, composition);
  placeImages(markdown, composition);
  buildBoxes(markdown, composition);
  smartenTree(markdown);
  const { root, finishing } = finishTree(toSafeTree(markdown, text, composition), composition);
  fillReferences(root, finishing);
  const { headings, uses, labels } = finishing;
  return {
    root,
    headings,
    usedFindings: [...uses.findings],
    usedTables: [...uses.tables],
    usedCharts: [...uses.charts],
    usedReferences: [...uses.references],
    labels,
    paragraphs,
  };
}
