import type { Element, ElementContent } from 'hast';
import { toText } from 'hast-util-to-text';
import { h } from 'hastscript';
import { repeatedFigure } from '../messages/markup-rules.ts';
import type { Finishing } from './finishing.ts';
import { PLACEHOLDER, type PlacedPlaceholder } from './placeholder.ts';
import { chartFigureId, renderChartFigure } from './render-chart.ts';
import { LEDGER_ID, renderLedger } from './render-ledger.ts';
import { renderTableFigure, tableId } from './render-table.ts';
import { renderText } from './render-text.ts';

export type Block = PlacedPlaceholder & { kind: 'table' | 'ledger' | 'chart' | 'image' };

/** What stands alone in a paragraph and takes the paragraph's place. */
export function findLoneBlock(element: Element, { placeholders }: Finishing): Block | undefined {
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

/** A figure with its number; nothing where it was shown before. */
export function renderBlock(block: Block, finishing: Finishing): ElementContent[] {
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
      const figure = renderChartFigure({
        chart,
        number: number(chartFigureId(chart), 'Figure', finishing),
        alt: finishing.placeholders.toPlainText(block.alt),
        caption: renderText(block.caption, finishing),
        tables: chart.tables.flatMap((name) => finishing.context.tables.get(name) ?? []),
        takeId: (finding) => {
          finishing.uses.findings.add(finding);
          return finishing.ids.take(`finding-${finding}`);
        },
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
