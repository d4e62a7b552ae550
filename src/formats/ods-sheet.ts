import { escapeAttribute, escapeText } from '../qual/xml-text.ts';
import type { StyleList } from './cell-style.ts';
import { type PlacedCell, placeCells, tableCorners } from './sheet-cells.ts';
import { spreadsheetText } from './spreadsheet-text.ts';
import type { WorkbookCell, WorkbookSheet } from './workbook.ts';

/** The width of the only column of a sheet of text. */
const TEXT_WIDTH = 90;

/** Widths in characters of the columns of a sheet. */
export function columnWidths({ table }: WorkbookSheet): readonly number[] {
  return table?.columns.map(({ width }) => width) ?? [TEXT_WIDTH];
}

/** A sheet as `table:table`; the row of a table's headings stands in `table:table-header-rows`. */
export function writeOdsSheet(sheet: WorkbookSheet, styles: StyleList): string {
  const rows = placeCells(sheet);
  const row = (cells: readonly PlacedCell[]) =>
    `<table:table-row>${cells.map((cell) => writeCell(cell, styles)).join('')}</table:table-row>`;
  return [
    `<table:table table:name="${sheet.name}" table:style-name="ta1">`,
    ...columnWidths(sheet).map((width) => `<table:table-column table:style-name="co${width}"/>`),
    ...rows.lines.map((cell) => row([cell])),
    ...(sheet.table === null
      ? []
      : [`<table:table-header-rows>${row(rows.head)}</table:table-header-rows>`, ...rows.body.map(row)]),
    '</table:table>',
  ].join('\n');
}

/** What marks cells as a table with a row of headings; none for a sheet of text. */
export function writeOdsRange(sheet: WorkbookSheet): readonly string[] {
  if (sheet.table === null) return [];
  const { first, last } = tableCorners(placeCells(sheet));
  const range = `${sheet.name}.${first}:${sheet.name}.${last}`;
  return [
    `<table:database-range table:name="${sheet.table.name}" table:target-range-address="${range}" table:contains-header="true" table:display-filter-buttons="false"/>`,
  ];
}

function writeCell({ cell, style }: PlacedCell, styles: StyleList): string {
  const name = `table:style-name="ce${styles.indexOf(style) + 1}"`;
  switch (cell.kind) {
    case 'empty':
      return `<table:table-cell ${name}/>`;
    case 'number': {
      const value = String(cell.value === 0 ? 0 : cell.value);
      return `<table:table-cell ${name} office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
    }
    case 'date':
      return `<table:table-cell ${name} office:value-type="date" office:date-value="${cell.date}"><text:p>${cell.date}</text:p></table:table-cell>`;
    case 'text':
      return `<table:table-cell ${name} office:value-type="string">${writeText(cell)}</table:table-cell>`;
  }
}

function writeText({ text, sheet }: Extract<WorkbookCell, { kind: 'text' }>): string {
  const paragraphs = spreadsheetText(text).split('\n').map(writeSpaces);
  if (sheet === undefined) return paragraphs.map((paragraph) => `<text:p>${paragraph}</text:p>`).join('');
  const link = `<text:a xlink:type="simple" xlink:href="${escapeAttribute(`#${sheet}.A1`)}">`;
  return `<text:p>${link}${paragraphs.join(' ')}</text:a></text:p>`;
}

/** Of several spaces, and of those that begin a line, a reader of ODF keeps one or none: they are elements. */
function writeSpaces(line: string): string {
  return escapeText(line)
    .replaceAll('\t', '<text:tab/>')
    .replace(/^ | (?= )/g, '<text:s/>');
}
