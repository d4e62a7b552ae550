import type { Engine, Sys } from 'citeproc';
import type { Element, ElementContent, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Reference } from '../parse-references.ts';
import { type Citer, referenceId } from './citer.ts';
import type { CitedWork } from './read-cluster.ts';

/** The processor, its style and its terms, as loaded. */
export interface CitationTools {
  readonly Engine: typeof Engine;
  /** XML of the Citation Style Language. */
  readonly style: string;
  readonly locale: string;
}

/** @throws where the style is none */
export function openCiter(references: ReadonlyMap<string, Reference>, tools: CitationTools): Citer {
  const sys: Sys = {
    retrieveLocale: () => tools.locale,
    retrieveItem: (id) => tidy(references.get(id)),
  };
  const engine = new tools.Engine(sys, tools.style, 'en-GB', true);
  engine.opt.development_extensions.wrap_url_and_doi = true;
  return {
    cite(clusters) {
      const citations = clusters.map((works, index) => toCitation(works, `citation-${index}`));
      const worded = engine.rebuildProcessorState(citations, 'html', []);
      const before = worded.map(([id, note]): [string, number] => [id, note]);
      const alone = (work: CitedWork) =>
        engine.previewCitationCluster(toCitation([work], 'alone'), before, [], 'html');
      return worded.map(([, , text], index) => readHtml(linkWorks(text, clusters[index] ?? [], alone)));
    },
    list(others) {
      engine.updateUncitedItems([...others]);
      const made = engine.makeBibliography();
      if (made === false) return [];
      const [{ entry_ids: ids }, entries] = made;
      return entries.map((text, index) => ({ key: ids[index]?.[0] ?? '', content: readHtml(text) }));
    },
  };
}

function toCitation(works: readonly CitedWork[], citationID: string) {
  return { citationID, citationItems: works.map(toItem), properties: { noteIndex: 0 } };
}

/**
 * A citation with each work linked to its entry: where it reads as it does alone, its words; where the style has run works
 * together, as `1–3`, all of it leads to the list.
 */
function linkWorks(text: string, works: readonly CitedWork[], alone: (work: CitedWork) => string): string {
  const [open = '', inner = text, close = ''] = unwrap(text);
  if (works.length === 1) return `${open}${link(works[0]?.key ?? '', inner)}${close}`;
  let linked = inner;
  for (const work of works) {
    const [, words = ''] = unwrap(alone(work));
    const [before = '', after, ...more] = words === '' ? [] : linked.split(words);
    if (after === undefined || more.length > 0) return `${open}<a href="#references">${inner}</a>${close}`;
    linked = `${before}${link(work.key, words)}${after}`;
  }
  return `${open}${linked}${close}`;
}

/** What stands between the brackets of a citation, and these. */
function unwrap(text: string): readonly string[] {
  return /^([([]?)([\s\S]*?)([)\]]?)$/.exec(text)?.slice(1) ?? [];
}

function link(key: string, words: string): string {
  return `<a href="#${encodeURIComponent(referenceId(key))}">${words}</a>`;
}

function toItem({ key, locator, label, prefix, suffix, suppressAuthor }: CitedWork) {
  return {
    id: key,
    ...(locator === '' ? {} : { locator, label }),
    ...(prefix === '' ? {} : { prefix: `${prefix} ` }),
    ...(suffix === '' ? {} : { suffix: `, ${suffix}` }),
    ...(suppressAuthor ? { 'suppress-author': true } : {}),
  };
}

/** Every work has a type, which styles ask for first. */
function tidy(reference: Reference | undefined): unknown {
  if (reference === undefined) return undefined;
  return { type: 'document', ...reference };
}

const KEPT: ReadonlySet<string> = new Set(['i', 'em', 'b', 'strong', 'sup', 'sub', 'span']);

/** What the processor wrote, cut down to emphasis and links; its blocks become spans. */
function readHtml(text: string): ElementContent[] {
  return trim(fromHtml(text, { fragment: true }).children.flatMap(keep));
}

function keep(node: RootContent): ElementContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value.replace(/\s*\n\s*/g, '') }];
  if (node.type !== 'element') return [];
  const children = node.children.flatMap(keep);
  if (node.tagName === 'div') return keepBlock(node, children);
  const { href } = node.properties;
  if (node.tagName === 'a' && typeof href === 'string' && /^(https?:\/\/|#ref)/.test(href)) {
    const properties = href.startsWith('#') ? { href, className: ['citation-link'] } : { href };
    return [{ type: 'element', tagName: 'a', properties, children }];
  }
  return KEPT.has(node.tagName)
    ? [{ type: 'element', tagName: node.tagName, properties: {}, children }]
    : children;
}

/** The number of an entry, where the style counts them, is told from its words. */
function keepBlock({ properties }: Element, children: ElementContent[]): ElementContent[] {
  const classes = Array.isArray(properties.className) ? properties.className : [];
  if (!classes.includes('csl-left-margin')) return children;
  const number: Element = {
    type: 'element',
    tagName: 'span',
    properties: { className: ['entry-number'] },
    children,
  };
  return [number, { type: 'text', value: ' ' }];
}

/** Without the blanks in which the processor sets an entry. */
function trim(content: readonly ElementContent[]): ElementContent[] {
  const [first, ...others] = content.filter(
    (node) => node.type !== 'text' || node.value.trim() !== '' || node.value === ' ',
  );
  if (first?.type !== 'text') return first === undefined ? [] : [first, ...others];
  const value = first.value.trimStart();
  return value === '' ? others : [{ ...first, value }, ...others];
}
