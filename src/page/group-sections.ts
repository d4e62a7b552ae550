import type { Element, Root, RootContent } from 'hast';
import { toText } from 'hast-util-to-text';
import { h } from 'hastscript';
import { isElement } from './elements.ts';

/** A section of no more words than this is brief: a paragraph or two. */
const BRIEF_WORDS = 100;

/** Fewer brief sections than this stand as they are: two would leave a column half empty. */
const BRIEF_SECTIONS = 3;

const NOTES = /^notes\b/i;

/**
 * Sets sections apart that a designer would not set like the story: brief ones in a row (`.brief-sections`,
 * each in a `.brief`), whose headings would else take as much room as their words, and notes
 * (`.small-print`), known by their heading. The given tree is left as it is.
 */
export function groupSections(root: Root): Root {
  const children: RootContent[] = [];
  let brief: Element[] = [];
  const close = (): void => {
    if (brief.length >= BRIEF_SECTIONS) children.push(h('div.brief-sections', brief));
    else children.push(...brief.flatMap((section) => section.children));
    brief = [];
  };
  for (const section of splitSections(root.children)) {
    if (isBrief(section)) brief.push(h('div.brief', section as Element[]));
    else {
      close();
      if (NOTES.test(titleOf(section))) children.push(h('div.small-print', section as Element[]));
      else children.push(...section);
    }
  }
  close();
  return { ...root, children };
}

/** The first section is what stands before any heading, and may be empty. */
function splitSections(children: readonly RootContent[]): readonly (readonly RootContent[])[] {
  const sections: RootContent[][] = [[]];
  for (const child of children) {
    if (isElement(child) && child.tagName === 'h2') sections.push([]);
    sections.at(-1)?.push(child);
  }
  return sections;
}

function titleOf([heading]: readonly RootContent[]): string {
  return heading !== undefined && isElement(heading) ? toText(heading).trim() : '';
}

/** A heading and paragraphs, nothing else, and few words. */
function isBrief(section: readonly RootContent[]): boolean {
  const elements = section.filter(isElement);
  const [heading, ...others] = elements;
  if (heading?.tagName !== 'h2' || others.length === 0) return false;
  if (others.some(({ tagName }) => tagName !== 'p')) return false;
  const words = others.map((paragraph) => toText(paragraph)).join(' ');
  return words.split(/\s+/).length <= BRIEF_WORDS;
}
