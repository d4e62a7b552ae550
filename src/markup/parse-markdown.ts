import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/** CommonMark with GitHub's tables, footnotes, struck text, task lists and bare addresses. */
export function parseMarkdown(text: string): Root {
  return processor.parse(text);
}
