import type { Element, Properties } from 'hast';
import { h } from 'hastscript';
import { formatTable } from '../findings/format-table.ts';
import { totalOf } from '../findings/total-rows.ts';
import { type Cell, isSymbolCell } from '../model/cell.ts';
import { isSynthetic } from '../model/finding.ts';
import type { Field, ResultTable, Row } from '../model/table.ts';
import { alignDecimals } from './align-decimals.ts';
import { originId } from './render-figure.ts';

/** Characters from which on the name of a row is given room to wrap in. */
const LONG_NAME = 20;

export function tableId({ name }: ResultTable): string {
  return `table-${name}`;
}

/** A published table with number, title, notes, legend of symbols and source. */
export function renderTableFigure(table: ResultTable, number: number): Element {
  const id = tableId(table);
  const legend = formatTable(table)
    .symbols.map(({ symbol, meaning }) => `[${symbol}] ${meaning}`)
    .join('; ');
  return h('figure.table', { id, ariaLabelledBy: `${id}-caption` }, [
    renderTableCaption(id, number, table.title),
    ...renderSyntheticNote([table]),
    ...table.notes.map((note) => h('p.figure-note', note)),
    ...(legend === '' ? [] : [h('p.figure-note', `${legend}.`)]),
    renderTracedTable(table, `${id}-caption`),
    h('p.figure-note.figure-source', [
      ...(table.source === '' ? [] : [`${nameSources([table.source])} `]),
      renderTableOrigin(table),
    ]),
  ]);
}

/**
 * A published table's headings and rows in a frame (see `renderTableFrame`).
 * @param labelledBy id of the element that names it
 */
export function renderTable(table: ResultTable, labelledBy: string): Element {
  return renderTableFrame(labelledBy, renderParts(table, false));
}

/**
 * The same with the exact value of each number, and the columns that tell the rows apart: from these the page's
 * script says where a cell comes from.
 */
export function renderTracedTable(table: ResultTable, labelledBy: string): Element {
  const shown = table.fields.filter((field) => field.hidden !== true);
  const key = shown.flatMap(({ name }, column) => (table.key.includes(name) ? [column] : []));
  return renderTableFrame(labelledBy, renderParts(table, true), {
    dataTable: table.name,
    dataKey: key.join(' '),
  });
}

/** A link to where the cells of a table come from. */
export function renderTableOrigin({ name }: ResultTable): Element {
  return h('a.table-origin', { href: `#${originId(`table-${name}`)}` }, 'Where these figures come from');
}

function renderParts(table: ResultTable, traced: boolean): Element[] {
  const { fields, headings, rows } = formatTable(table);
  const head = headings.map((heading, column) => renderHeading(heading, column, fields[column]));
  const lacks = fields.map((field, column) =>
    column > 0 && isNumeric(field) ? alignDecimals(rows.map((texts) => texts[column] ?? '')) : [],
  );
  const body = rows.map((texts, index) => {
    const row = table.rows[index] ?? {};
    const ends = lacks.map((column) => column[index] ?? '');
    return renderRow(fields, { row, texts, ends, total: totalOf(table, row) }, traced);
  });
  return [h('thead', h('tr', head)), h('tbody', body)];
}

export function renderTableCaption(id: string, number: number, title: string): Element {
  return h('figcaption', { id: `${id}-caption` }, [
    h('p.figure-title', [h('span.figure-number', `Table ${number}.`), ` ${title}`]),
  ]);
}

/**
 * A table in a frame that scrolls, by keyboard too, where the screen is narrower than the table.
 * @param labelledBy id of the element that names it
 * @param properties of the table
 */
export function renderTableFrame(
  labelledBy: string,
  parts: readonly Element[],
  properties: Properties = {},
): Element {
  return h('div.table-scroll', { role: 'region', tabIndex: 0, ariaLabelledBy: labelledBy }, [
    h('table', { ...properties, ariaLabelledBy: labelledBy }, [...parts]),
  ]);
}

/** What stands, for all to see, beside a figure that rests on made-up records; nothing beside any other. */
export function renderSyntheticNote(tables: readonly ResultTable[]): Element[] {
  if (!tables.some(({ provenance }) => isSynthetic(provenance))) return [];
  return [h('p.synthetic-note', 'Synthetic data: made-up records')];
}

/** `Source: Department for Education.` */
export function nameSources(sources: readonly string[]): string {
  const words = sources.join('; ').replace(/^sources?:\s*/i, '');
  return `Source: ${words}${words.endsWith('.') ? '' : '.'}`;
}

function renderHeading(heading: string, column: number, field: Field | undefined): Element {
  if (column === 0 || !field || !isNumeric(field)) return h('th', { scope: 'col' }, heading);
  return h('th', { scope: 'col', ...classesOf(field), dataDecimals: field.decimals ?? 0 }, heading);
}

interface ShownRow {
  readonly row: Row;
  readonly texts: readonly string[];
  /** What each cell lacks for its decimal point to stand beneath the others. */
  readonly ends: readonly string[];
  readonly total: ReturnType<typeof totalOf>;
}

function renderRow(
  fields: readonly Field[],
  { row, texts, ends, total }: ShownRow,
  traced: boolean,
): Element {
  return h(
    total === null ? 'tr' : total === 'total' ? 'tr.total' : 'tr.total.subtotal',
    fields.map((field, column) => {
      const text = texts[column] ?? '';
      if (column === 0) return renderRowName(text, total);
      const cell = row[field.name];
      const end = ends[column] === '' ? {} : { dataEnd: ends[column] };
      const exact = traced ? exactCell(cell) : undefined;
      if (exact !== undefined) return h('td', end, h('data', { value: exact }, text));
      return h('td', { ...classesOf(field, isSymbolCell(cell)), ...end }, text);
    }),
  );
}

/** Bold type says nothing to those who listen: where the name does not, unseen words say that the row is a total. */
function renderRowName(text: string, total: ShownRow['total']): Element {
  const isNamed = total === null || /total|\ball\b/i.test(text);
  const word = total === 'subtotal' ? ', sub-total' : ', total';
  return h(`th${text.length > LONG_NAME ? '.long-name' : ''}`, { scope: 'row' }, [
    text,
    ...(isNamed ? [] : [h('span.visually-hidden', word)]),
  ]);
}

/** The number in a cell, with or without marks. */
function exactCell(cell: Cell | undefined): string | undefined {
  if (typeof cell === 'number') return String(cell);
  return typeof cell === 'object' && cell !== null && 'value' in cell ? String(cell.value) : undefined;
}

/** Numbers are aligned right; what one lacks behind its decimal point takes its room unseen (`alignDecimals`). */
function classesOf(field: Field, isSymbol = false): { className?: string[] } {
  const className = [...(isNumeric(field) ? ['number'] : []), ...(isSymbol ? ['symbol'] : [])];
  return className.length > 0 ? { className } : {};
}

function isNumeric({ type }: Field): boolean {
  return type === 'integer' || type === 'number' || type === 'year';
}
