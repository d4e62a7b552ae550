import type { Element, Root } from 'hast';
import type { Root as Markdown } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { droppedHtml, linkTarget, typedData } from '../messages/markup-rules.ts';
import { isPublicTarget } from './check-links.ts';
import type { Composition } from './composition.ts';
import { HTML_SCHEMA } from './html-schema.ts';

const toHtmlTree = unified()
  .use(remarkRehype, {
    allowDangerousHtml: true,
    clobberPrefix: '',
    footnoteLabel: 'Notes',
    footnoteLabelProperties: { className: ['visually-hidden'] },
    // The arrow that is the default is in no bundled font.
    footnoteBackContent: '\u2191',
    footnoteBackLabel: (index, again) =>
      `Back to note ${index + 1} in the text${again > 1 ? `, mention ${again}` : ''}`,
  })
  .freeze();
const parseRaw = unified().use(rehypeRaw).freeze();
const sanitise = unified().use(rehypeSanitize, HTML_SCHEMA).freeze();

/**
 * Turns Markdown into an HTML tree that holds nothing a report may not: HTML typed by an author is parsed
 * as a browser would, then cut down to `HTML_SCHEMA`, with a warning for each thing that goes.
 * @param text the Markdown, which gives the HTML its places
 */
export function toSafeTree(markdown: Markdown, text: string, composition: Composition): Root {
  let hasHtml = false;
  visit(markdown, 'html', () => {
    hasHtml = true;
  });
  const generated = toHtmlTree.runSync(markdown) as Root;
  markIds(generated, composition);
  if (!hasHtml) return sanitise.runSync(generated) as Root;
  const parsed = parseRaw.runSync(generated, new VFile(text)) as Root;
  checkHtml(parsed, composition);
  return sanitise.runSync(parsed) as Root;
}

/** Ids of footnotes pass the sanitiser as marks, so that typed ids can all be refused. */
function markIds(tree: Root, { placeholders, placeOf }: Composition): void {
  visit(tree, 'element', (element) => {
    const { id } = element.properties;
    if (typeof id !== 'string') return;
    element.properties.dataMark = placeholders.add({ kind: 'id', id, place: placeOf(element) });
    delete element.properties.id;
  });
}

function checkHtml(tree: Root, composition: Composition): void {
  const { messages, placeOf } = composition;
  visit(tree, 'element', (element) => {
    const place = placeOf(element);
    if (element.tagName === 'data') {
      messages.push(typedData(place));
      return undefined;
    }
    const [kept] = (sanitise.runSync({ type: 'root', children: [shallow(element)] }) as Root).children;
    if (kept?.type !== 'element' || kept.tagName !== element.tagName) {
      if (!isTablePart(element)) {
        messages.push(droppedHtml(place, `<${element.tagName}>`));
        return HTML_SCHEMA.strip?.includes(element.tagName) ? SKIP : undefined;
      }
      return undefined;
    }
    for (const name of Object.keys(element.properties)) {
      if (kept.properties[name] === undefined) {
        messages.push(droppedHtml(place, `${attributeName(name)} of <${element.tagName}>`));
      }
    }
    const { href } = kept.properties;
    if (typeof href === 'string' && !isPublicTarget(href)) messages.push(linkTarget(place, href));
    return undefined;
  });
}

function shallow(element: Element): Element {
  return { ...element, children: [] };
}

/** Cells and rows are kept only within a table, which a look at the element alone cannot see. */
function isTablePart({ tagName }: Element): boolean {
  return Object.hasOwn(HTML_SCHEMA.ancestors ?? {}, tagName);
}

function attributeName(property: string): string {
  return property === 'className' ? 'class' : property.toLowerCase().replace(/^(data|aria)(?=[a-z])/, '$1-');
}
