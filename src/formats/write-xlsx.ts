import { escapeAttribute, escapeText } from '../qual/xml-text.ts';
import { StyleList } from './cell-style.ts';
import { packArchive } from './pack-archive.ts';
import { spreadsheetText } from './spreadsheet-text.ts';
import type { Workbook } from './workbook.ts';
import { writeXlsxSheet, writeXlsxTable } from './xlsx-sheet.ts';
import { writeXlsxStyles } from './xlsx-styles.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * The workbook as XLSX (ECMA-376, Office Open XML), with every table marked up as one. Texts are texts: none can become a
 * formula. The same workbook gives the same bytes.
 */
export function writeXlsx(workbook: Workbook): Uint8Array {
  const styles = new StyleList();
  const { sheets } = workbook;
  const pages = sheets.map((sheet, index) => writeXlsxSheet(sheet, index === 0, styles));
  const tables = sheets.flatMap((sheet, index) =>
    sheet.table === null ? [] : [{ sheet, table: sheet.table, index }],
  );
  return packArchive([
    ['[Content_Types].xml', writeContentTypes(sheets.length, tables.length)],
    [
      '_rels/.rels',
      relationships([
        [`${OFFICE}/officeDocument`, 'xl/workbook.xml'],
        [
          'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
          'docProps/core.xml',
        ],
        [`${OFFICE}/extended-properties`, 'docProps/app.xml'],
      ]),
    ],
    [
      'docProps/app.xml',
      `${DECLARATION}\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Plumbline</Application></Properties>`,
    ],
    ['docProps/core.xml', writeCore(workbook)],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...sheets.map((_, index) => [`${OFFICE}/worksheet`, `worksheets/sheet${index + 1}.xml`] as const),
        [`${OFFICE}/styles`, 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', writeXlsxStyles(styles.styles)],
    ...tables.map(
      ({ sheet, table }, at) =>
        [`xl/tables/table${at + 1}.xml`, writeXlsxTable(sheet, table, at + 1)] as const,
    ),
    ['xl/workbook.xml', writeBook(workbook)],
    ...tables.map(
      ({ index }, at) =>
        [
          `xl/worksheets/_rels/sheet${index + 1}.xml.rels`,
          relationships([[`${OFFICE}/table`, `../tables/table${at + 1}.xml`]]),
        ] as const,
    ),
    ...pages.map((page, index) => [`xl/worksheets/sheet${index + 1}.xml`, page] as const),
  ]);
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const entries = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${DECLARATION}\n<Relationships xmlns="${RELATIONSHIPS}">${entries.join('')}</Relationships>`;
}

function writeContentTypes(sheets: number, tables: number): string {
  const parts = [
    ['/xl/workbook.xml', `${SHEET_TYPE}.sheet.main+xml`],
    ['/xl/styles.xml', `${SHEET_TYPE}.styles+xml`],
    ...Array.from({ length: sheets }, (_, at) => [
      `/xl/worksheets/sheet${at + 1}.xml`,
      `${SHEET_TYPE}.worksheet+xml`,
    ]),
    ...Array.from({ length: tables }, (_, at) => [
      `/xl/tables/table${at + 1}.xml`,
      `${SHEET_TYPE}.table+xml`,
    ]),
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
  ];
  return [
    DECLARATION,
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    ...parts.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`),
    '</Types>',
  ].join('\n');
}

function writeBook({ sheets }: Workbook): string {
  const entries = sheets.map(
    ({ name }, index) =>
      `<sheet name="${escapeAttribute(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return [
    DECLARATION,
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}">`,
    '<bookViews><workbookView activeTab="0"/></bookViews>',
    `<sheets>${entries.join('')}</sheets>`,
    '</workbook>',
  ].join('\n');
}

function writeCore({ title, description, authors, keywords, language, date }: Workbook): string {
  const text = (name: string, value: string) =>
    value === '' ? [] : [`<${name}>${escapeText(spreadsheetText(value))}</${name}>`];
  const moment = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${name}>`;
  return [
    DECLARATION,
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    ...text('dc:title', title),
    ...text('dc:creator', authors.join('; ')),
    ...text('cp:keywords', keywords.join(', ')),
    ...text('dc:description', description),
    ...text('dc:language', language),
    moment('created'),
    moment('modified'),
    '</cp:coreProperties>',
  ].join('\n');
}
