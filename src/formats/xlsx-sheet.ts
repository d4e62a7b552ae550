import { escapeAttribute, escapeText } from '../qual/xml-text.ts';
import type { StyleList } from './cell-style.ts';
import { cellAddress, type PlacedCell, placeCells, tableCorners } from './sheet-cells.ts';
import { spreadsheetText } from './spreadsheet-text.ts';
import type { WorkbookSheet, WorkbookTable } from './workbook.ts';

/** Day 0 of a spreadsheet, as days before 1970. */
const FIRST_DAY = 25_569;
const DAY = 86_400_000;

/** The width of the only column of a sheet of text. */
const TEXT_WIDTH = 90;

/** `xl/worksheets/sheet1.xml` */
export function writeXlsxSheet(sheet: WorkbookSheet, isFirst: boolean, styles: StyleList): string {
  const rows = placeCells(sheet);
  const lines = rows.lines.map((cell) => [cell]);
  const all = sheet.table === null ? lines : [...lines, rows.head, ...rows.body];
  const links = all.flatMap((cells, row) =>
    cells.flatMap(({ cell }, column) =>
      cell.kind === 'text' && cell.sheet !== undefined
        ? [
            `<hyperlink ref="${cellAddress(column, row)}" location="'${cell.sheet}'!A1" display="${attribute(cell.text)}"/>`,
          ]
        : [],
    ),
  );
  const widths = sheet.table?.columns.map(({ width }) => width) ?? [TEXT_WIDTH];
  const cols = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width + 2}" customWidth="1"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0"><selection activeCell="A1" sqref="A1"/></sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${cols.join('')}</cols>`,
    '<sheetData>',
    ...all.map((cells, row) => writeRow(cells, row, styles)),
    '</sheetData>',
    ...(links.length === 0 ? [] : [`<hyperlinks>${links.join('')}</hyperlinks>`]),
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${widths.length > 6 ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`,
    ...(sheet.table === null ? [] : ['<tableParts count="1"><tablePart r:id="rId1"/></tableParts>']),
    '</worksheet>',
  ].join('\n');
}

/** `xl/tables/table1.xml`: what marks cells as a table with a row of headings. It has no buttons to filter by. */
export function writeXlsxTable(sheet: WorkbookSheet, table: WorkbookTable, id: number): string {
  const { first, last } = tableCorners(placeCells(sheet));
  const columns = table.columns.map(
    ({ heading }, index) => `<tableColumn id="${index + 1}" name="${attribute(heading)}"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${id}" name="${table.name}" displayName="${table.name}" ref="${first}:${last}" totalsRowShown="0">`,
    `<tableColumns count="${columns.length}">${columns.join('')}</tableColumns>`,
    '<tableStyleInfo showFirstColumn="1" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/>',
    '</table>',
  ].join('\n');
}

function writeRow(cells: readonly PlacedCell[], row: number, styles: StyleList): string {
  const written = cells.map((cell, column) => writeCell(cell, cellAddress(column, row), styles));
  return `<row r="${row + 1}">${written.join('')}</row>`;
}

function writeCell({ cell, style }: PlacedCell, address: string, styles: StyleList): string {
  const open = `<c r="${address}" s="${styles.indexOf(style) + 1}"`;
  switch (cell.kind) {
    case 'empty':
      return `${open}/>`;
    case 'number':
      return `${open}><v>${cell.value === 0 ? 0 : cell.value}</v></c>`;
    case 'date':
      return `${open}><v>${Date.parse(cell.date) / DAY + FIRST_DAY}</v></c>`;
    case 'text':
      return `${open} t="inlineStr"><is><t xml:space="preserve">${escapeText(literal(cell.text))}</t></is></c>`;
  }
}

function attribute(text: string): string {
  return escapeAttribute(literal(text));
}

/** In XLSX `_x0041_` stands for a character by its code; where that is what the text says, it must say so. */
function literal(text: string): string {
  return spreadsheetText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
