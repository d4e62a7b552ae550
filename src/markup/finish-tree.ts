import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toText } from 'hast-util-to-text';
import { h } from 'hastscript';
import { figureInAttribute, repeatedFigure } from '../messages/markup-rules.ts';
import type { Place } from '../model/message.ts';
import { BOX_KINDS } from './box-kinds.ts';
import type { Composition } from './composition.ts';
import { Ids, toSlug } from './ids.ts';
import { PLACEHOLDER, type PlacedPlaceholder } from './placeholder.ts';
import { chartFigureId, renderChartFigure } from './render-chart.ts';
import { LEDGER_ID, renderLedger } from './render-ledger.ts';
import { renderTableFigure, tableId } from './render-table.ts';
import { renderText } from './render-text.ts';

export interface Heading {
  readonly id: string;
  readonly depth: number;
  readonly text: string;
}

/** What grows while the tree is finished from its beginning to its end. */
export interface Finishing extends Composition {
  readonly ids: Ids;
  readonly headings: Heading[];
  /** Words for a cross-reference by the id it leads to: `Figure 1`. */
  readonly labels: Map<string, string>;
  readonly uses: Uses;
  readonly shown: Map<string, Place>;
}

/** What the body shows, in the order of its appearance. */
export interface Uses {
  readonly findings: Set<string>;
  readonly tables: Set<string>;
  readonly charts: Set<string>;
  readonly references: Set<string>;
}

/** Puts everything that placeholders and marks stand for into a sanitised tree. */
export function finishTree(tree: Root, composition: Composition): { root: Root; finishing: Finishing } {
  const finishing: Finishing = {
    ...composition,
    ids: new Ids(),
    headings: [],
    labels: new Map(),
    uses: { findings: new Set(), tables: new Set(), charts: new Set(), references: new Set() },
    shown: new Map(),
  };
  const children = finishChildren(tree.children, finishing, false) as RootContent[];
  return { root: { type: 'root', children }, finishing };
}

function finishChildren(
  children: readonly RootContent[],
  finishing: Finishing,
  inCode: boolean,
): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') {
      if (!inCode) return renderText(child.value, finishing);
      return [{ type: 'text', value: finishing.placeholders.toPlainText(child.value) }];
    }
    return child.type === 'element' ? finishElement(child, finishing, inCode) : [];
  });
}

function finishElement(element: Element, finishing: Finishing, inCode: boolean): ElementContent[] {
  const block = loneBlock(element, finishing);
  if (block) return renderBlock(block, finishing);
  const { dataMark, ...properties } = element.properties;
  const mark = typeof dataMark === 'string' ? finishing.placeholders.get(dataMark) : undefined;
  const isHeading = /^h[2-6]$/.test(element.tagName) && mark?.kind !== 'id';
  const heading = isHeading ? readHeading(element, finishing) : undefined;
  const isCode = inCode || element.tagName === 'code' || element.tagName === 'pre';
  const children = finishChildren(element.children, finishing, isCode);
  const finished: Element = {
    ...element,
    properties: finishProperties(properties, element, finishing),
    children,
  };
  if (heading) {
    finished.properties.id = heading;
    finishing.headings.push({
      id: heading,
      depth: Number(element.tagName.charAt(1)),
      text: toText(finished),
    });
  }
  if (mark?.kind === 'id') finished.properties.id = finishing.ids.take(mark.id);
  if (mark?.kind === 'box') return [finishBox(finished, mark, finishing)];
  return [element.tagName === 'table' ? finishTable(finished) : finished];
}

/** A heading's id comes from its words and the ids of its findings, never from their values. */
function readHeading(element: Element, { placeholders, ids }: Finishing): string {
  return ids.take(toSlug(placeholders.toIds(toText(element))));
}

const READ_ALOUD: ReadonlySet<string> = new Set(['title', 'alt', 'ariaLabel']);

function finishProperties(
  properties: Element['properties'],
  element: Element,
  finishing: Finishing,
): Element['properties'] {
  const finished: Element['properties'] = {};
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value !== 'string' || !PLACEHOLDER.test(value)) finished[name] = value;
    else if (READ_ALOUD.has(name)) finished[name] = finishing.placeholders.toPlainText(value);
    else finishing.messages.push(figureInAttribute(finishing.placeOf(element), name.toLowerCase()));
  }
  return finished;
}

type Block = PlacedPlaceholder & { kind: 'table' | 'ledger' | 'chart' | 'image' };

/** What stands alone in a paragraph and takes the paragraph's place. */
function loneBlock(element: Element, { placeholders }: Finishing): Block | undefined {
  if (element.tagName !== 'p' || element.children.some((child) => child.type !== 'text')) return undefined;
  const text = toText(element).trim();
  if (text.length !== 1 || !PLACEHOLDER.test(text)) return undefined;
  const placeholder = placeholders.get(text);
  switch (placeholder.kind) {
    case 'table':
    case 'ledger':
    case 'chart':
    case 'image':
      return placeholder;
    default:
      return undefined;
  }
}

function renderBlock(block: Block, finishing: Finishing): ElementContent[] {
  switch (block.kind) {
    case 'image':
      return [renderPicture(block, finishing)];
    case 'table': {
      if (!isFirst(block, tableId(block.table), `the table "${block.table.name}"`, finishing)) return [];
      finishing.uses.tables.add(block.table.name);
      return [renderTableFigure(block.table, number(tableId(block.table), 'Table', finishing))];
    }
    case 'ledger': {
      if (!isFirst(block, LEDGER_ID, 'the ledger', finishing)) return [];
      return [renderLedger(block.claims, number(LEDGER_ID, 'Table', finishing))];
    }
    case 'chart': {
      const { chart } = block;
      if (!isFirst(block, chartFigureId(chart), `the chart "${chart.id}"`, finishing)) return [];
      finishing.uses.charts.add(chart.id);
      const tables = chart.tables.flatMap((name) => finishing.context.tables.get(name) ?? []);
      const figure = renderChartFigure({
        chart,
        number: number(chartFigureId(chart), 'Figure', finishing),
        alt: finishing.placeholders.toPlainText(block.alt),
        caption: renderText(block.caption, finishing),
        sources: [...new Set(tables.map(({ source }) => source))].filter((source) => source !== ''),
      });
      return [figure];
    }
  }
}

function renderPicture(block: Block & { kind: 'image' }, finishing: Finishing): Element {
  const picture = h('img', { src: block.source, alt: finishing.placeholders.toPlainText(block.alt) });
  if (block.caption === '') return h('p', picture);
  return h('figure.figure.picture', [picture, h('figcaption', renderText(block.caption, finishing))]);
}

function isFirst(block: Block, id: string, what: string, { shown, messages }: Finishing): boolean {
  const first = shown.get(id);
  if (first) messages.push(repeatedFigure(block.place, what, first));
  else shown.set(id, block.place);
  return !first;
}

function number(id: string, kind: 'Table' | 'Figure', { labels }: Finishing): number {
  const count = [...labels.values()].filter((label) => label.startsWith(kind)).length + 1;
  labels.set(id, `${kind} ${count}`);
  return count;
}

/** Characters that a definition may have to stand beside the text on paper. */
const SIDE_LENGTH = 320;

function finishBox(element: Element, mark: PlacedPlaceholder & { kind: 'box' }, { ids }: Finishing): Element {
  const index = element.children.findIndex((child) => child.type === 'element');
  const title = mark.titled ? (element.children[index] as Element) : undefined;
  const others = element.children.filter((child) => child !== title);
  if (mark.box === 'quote') {
    return h('blockquote.pull', [...others, ...(title ? [h('footer', title.children)] : [])]);
  }
  const id = ids.take(`box-${mark.box}`);
  const heading = h('p.box-title', { id }, title?.children ?? BOX_KINDS[mark.box].title);
  const isSide = mark.box === 'definition' && toText(element).length <= SIDE_LENGTH;
  return h(`aside.box.box-${mark.box}${isSide ? '.box-side' : ''}`, { ariaLabelledBy: id }, [
    heading,
    ...others,
  ]);
}

/** Says which cells are headings, aligns by class, and lets a wide table scroll in its own frame. */
function finishTable(table: Element): Element {
  const finishCell = (cell: Element, inHead: boolean): Element => {
    const { align, ...properties } = cell.properties;
    return {
      ...cell,
      properties: {
        ...properties,
        ...(cell.tagName === 'th' && inHead && properties.scope === undefined ? { scope: 'col' } : {}),
        ...(typeof align === 'string'
          ? { className: align === 'right' ? ['number'] : [`align-${align}`] }
          : {}),
      },
    };
  };
  const walk = (element: Element, inHead: boolean): Element => ({
    ...element,
    children: element.children.map((child) => {
      if (child.type !== 'element') return child;
      if (child.tagName === 'th' || child.tagName === 'td') return finishCell(child, inHead);
      return walk(child, inHead || child.tagName === 'thead');
    }),
  });
  return h('div.table-scroll', { role: 'region', tabIndex: 0, ariaLabel: 'Table' }, walk(table, false));
}
