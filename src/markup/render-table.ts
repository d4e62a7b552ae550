import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { formatTable } from '../findings/format-table.ts';
import { isSymbolCell } from '../model/cell.ts';
import type { Field, ResultTable } from '../model/table.ts';

/** A published table with number, title, notes, legend of symbols and source. */
export function renderTableFigure(table: ResultTable, number: number): Element {
  const id = tableId(table);
  return h('figure.table', { id, role: 'group', ariaLabelledBy: `${id}-caption` }, [
    h('figcaption', { id: `${id}-caption` }, [
      h('span.figure-number', `Table ${number}.`),
      ` ${table.title}`,
    ]),
    ...renderTableParts(table, `${id}-caption`),
  ]);
}

export function tableId({ name }: ResultTable): string {
  return `table-${name}`;
}

/**
 * Notes, legend, the `<table>` in a frame that scrolls, and source.
 * @param labelledBy id of the element that names the table
 */
export function renderTableParts(table: ResultTable, labelledBy: string): ElementContent[] {
  const { headings, rows, symbols } = formatTable(table);
  const columns = table.fields.slice(1);
  const body = rows.map((texts, index) =>
    h('tr', [
      h('th', { scope: 'row' }, texts[0] ?? ''),
      ...columns.map((field, column) =>
        h('td', classesOf(field, isSymbolCell(table.rows[index]?.[field.name])), texts[column + 1] ?? ''),
      ),
    ]),
  );
  return [
    ...table.notes.map((note) => h('p.table-note', note)),
    ...(symbols.length > 0
      ? [h('p.table-symbols', symbols.map(({ symbol, meaning }) => `[${symbol}] = ${meaning}`).join('; '))]
      : []),
    h('div.table-scroll', { role: 'region', tabIndex: 0, ariaLabelledBy: labelledBy }, [
      h('table', { ariaLabelledBy: labelledBy }, [
        h(
          'thead',
          h(
            'tr',
            headings.map((heading, index) =>
              renderHeading(heading, index === 0 ? undefined : table.fields[index]),
            ),
          ),
        ),
        h('tbody', body),
      ]),
    ]),
    ...(table.source === '' ? [] : [h('p.table-source', table.source)]),
  ];
}

function renderHeading(heading: string, field: Field | undefined): Element {
  if (!field || !isNumeric(field)) return h('th', { scope: 'col' }, heading);
  return h('th', { scope: 'col', ...classesOf(field), dataDecimals: field.decimals ?? 0 }, heading);
}

/** Numbers of a column share their decimals, so that aligning them right aligns the decimal points. */
function classesOf(field: Field, isSymbol = false): { className?: string[] } {
  const className = [...(isNumeric(field) ? ['num'] : []), ...(isSymbol ? ['symbol'] : [])];
  return className.length > 0 ? { className } : {};
}

function isNumeric({ type }: Field): boolean {
  return type === 'integer' || type === 'number' || type === 'year';
}
