import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toText } from 'hast-util-to-text';
import { h } from 'hastscript';

/** A body in the parts that some layouts set apart: each pair is the whole body, in its order. */
export interface BodyParts {
  /** What stands before the first heading, such as the key findings, and what follows. */
  readonly lead: Root;
  readonly rest: Root;
  /** What stands before the first heading, and the section `Summary` or `Executive summary` where it is the first. */
  readonly summary: Root;
  /** What follows. */
  readonly main: Root;
  /** What stands before the section whose heading speaks of an annex, each section in an element of its own. */
  readonly abstract: Root;
  /** That section and all that follow. */
  readonly annex: Root;
}

const SUMMARY = /^(?:executive )?summary$/i;
const ANNEX = /\bannex\b/i;

/** Splits a body at its headings of the second level. */
export function splitBody(root: Root): BodyParts {
  const sections = splitSections(root.children);
  const second = sections.findIndex(({ title }, index) => index > 0 && !SUMMARY.test(title));
  const hasSummary = SUMMARY.test(sections[1]?.title ?? '');
  const mainFrom = hasSummary ? (second < 0 ? sections.length : second) : 0;
  const found = sections.findIndex(({ title }) => ANNEX.test(title));
  const annexFrom = found < 0 ? sections.length : found;
  const contentOf = (some: readonly Section[]): Root => h(null, ...some.map(({ children }) => children));
  return {
    lead: contentOf(sections.slice(0, 1)),
    rest: contentOf(sections.slice(1)),
    summary: contentOf(sections.slice(0, mainFrom)),
    main: contentOf(sections.slice(mainFrom)),
    abstract: h(null, ...sections.slice(0, annexFrom).map(({ children }) => h('section', [...children]))),
    annex: contentOf(sections.slice(annexFrom)),
  };
}

/** Whether a heading is that of a summary, which stands before the numbered sections. */
export function isSummaryTitle(title: string): boolean {
  return SUMMARY.test(title);
}

interface Section {
  readonly title: string;
  readonly children: ElementContent[];
}

/** The first section is what stands before any heading, and may be empty. */
function splitSections(children: readonly RootContent[]): readonly Section[] {
  const sections: { title: string; children: ElementContent[] }[] = [{ title: '', children: [] }];
  for (const child of children) {
    if (child.type === 'doctype') continue;
    if (isHeading(child)) sections.push({ title: toText(child).trim(), children: [] });
    sections.at(-1)?.children.push(child);
  }
  return sections;
}

function isHeading(node: RootContent): node is Element {
  return node.type === 'element' && node.tagName === 'h2';
}
