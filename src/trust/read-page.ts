import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { SKIP, visit } from 'unist-util-visit';
import { toHtml } from '../page/to-html.ts';

/** A page cut into what a person reads. */
export interface PageContent {
  readonly title: string;
  readonly blocks: readonly TextBlock[];
  readonly charts: readonly PageChart[];
  /** The text of its style sheets, fonts included. */
  readonly styles: string;
}

/** A paragraph, heading, item or caption. */
export interface TextBlock {
  readonly text: string;
  /** The same with each figure as `§`: where two are alike, only figures differ. */
  readonly words: string;
}

export interface PageChart {
  readonly id: string;
  readonly title: string;
  readonly svg: string;
}

const LEAVES: ReadonlySet<string> = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'li', 'dt', 'dd', 'caption']);
/** What repeats the text or is made from it: contents, annexes, tables and drawings. */
const APART: ReadonlySet<string> = new Set(['nav', 'table', 'svg', 'script', 'style', 'details', 'footer']);

/** Reads a page that a build wrote, of this version or an older one. */
export function readPage(html: string): PageContent {
  const tree = fromHtml(html);
  const blocks: TextBlock[] = [];
  const charts: PageChart[] = [];
  const styles: string[] = [];
  let title = '';
  visit(tree, 'element', (element) => {
    const { tagName } = element;
    if (tagName === 'title') title = textOf(element, false);
    if (tagName === 'style') styles.push(textOf(element, false));
    if (isChart(element)) charts.push(readChart(element));
    if (APART.has(tagName) || hasClass(element, 'back-matter')) return SKIP;
    if (!LEAVES.has(tagName) || holdsLeaf(element) || hasClass(element, 'synthetic-bar')) return true;
    const text = textOf(element, false);
    if (text !== '') blocks.push({ text, words: textOf(element, true) });
    return SKIP;
  });
  return { title, blocks, charts: charts.filter(({ svg }) => svg !== ''), styles: styles.join('\n') };
}

function isChart(element: Element): boolean {
  return element.tagName === 'figure' && hasClass(element, 'chart');
}

function readChart(figure: Element): PageChart {
  let title = '';
  let svg = '';
  visit(figure, 'element', (element) => {
    if (title === '' && hasClass(element, 'figure-title')) title = textOf(element, false);
    if (svg === '' && element.tagName === 'svg') svg = toHtml({ type: 'root', children: [element] });
  });
  return { id: String(figure.properties.id ?? ''), title, svg };
}

function holdsLeaf(element: Element): boolean {
  let holds = false;
  visit({ type: 'root', children: element.children } as Root, 'element', ({ tagName }) => {
    if (LEAVES.has(tagName) || APART.has(tagName)) holds = true;
  });
  return holds;
}

function hasClass(element: Element, name: string): boolean {
  const { className } = element.properties;
  return Array.isArray(className) && className.includes(name);
}

function textOf(node: Nodes, masked: boolean): string {
  return collect(node, masked).replace(/\s+/g, ' ').trim();
}

function collect(node: Nodes, masked: boolean): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element') {
    if (masked && node.tagName === 'data') return '§';
    if (node.tagName === 'svg') return '';
  }
  return 'children' in node ? node.children.map((child) => collect(child, masked)).join('') : '';
}
