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
import { type Composition, offsetOf } from './composition.ts';
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
  const typed: Range[] = [];
  visit(markdown, 'html', ({ position }) => {
    typed.push({ start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 });
  });
  const generated = toHtmlTree.runSync(markdown) as Root;
  markIds(generated, composition);
  if (typed.length === 0) return sanitise.runSync(generated) as Root;
  const parsed = parseRaw.runSync(generated, new VFile(text)) as Root;
  checkHtml(parsed, typed, composition);
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

/** Offsets in the Markdown between which an author typed HTML. */
interface Range {
  readonly start: number;
  readonly end: number;
}

function checkHtml(tree: Root, typed: readonly Range[], composition: Composition): void {
  const { messages, placeOf } = composition;
  visit(tree, 'element', (element, index, parent) => {
    const offset = offsetOf(element) ?? -1;
    if (!typed.some(({ start, end }) => start <= offset && offset < end)) return undefined;
    const place = placeOf(element);
    if (element.tagName === 'data') {
      messages.push(typedData(place));
      return undefined;
    }
    // Markdown's own check boxes are the only fields there are.
    if (element.tagName === 'input' && parent && index !== undefined) {
      messages.push(droppedHtml(place, '<input>'));
      parent.children.splice(index, 1);
      return [SKIP, index];
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
