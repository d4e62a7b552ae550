import { escapeAttribute, escapeText } from '../qual/xml-text.ts';
import { StyleList } from './cell-style.ts';
import { columnWidths, writeOdsRange, writeOdsSheet } from './ods-sheet.ts';
import { writeOdsCellStyles, writeOdsNamedStyles } from './ods-styles.ts';
import { packArchive } from './pack-archive.ts';
import { spreadsheetText } from './spreadsheet-text.ts';
import type { Workbook } from './workbook.ts';

const MIME = 'application/vnd.oasis.opendocument.spreadsheet';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
/** Millimetres of a character in Arial 12, and on both sides of a cell. */
const CHARACTER = 2.35;
const PADDING = 5;

const NAMES = ['config', 'meta', 'number', 'office', 'style', 'table', 'text']
  .map((name) => {
    const urn = name === 'number' ? 'datastyle' : name;
    return ` xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${urn}:1.0"`;
  })
  .join('');
const NAMESPACES = `${NAMES} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3"`;

/**
 * The workbook as ODS (OpenDocument 1.3), with every table marked as a range with headings. Texts are texts: none can
 * become a formula. The same workbook gives the same bytes.
 */
export function writeOds(workbook: Workbook): Uint8Array {
  const files: [string, string][] = [
    ['content.xml', writeContent(workbook)],
    ['meta.xml', writeMeta(workbook)],
    ['settings.xml', writeSettings(workbook)],
    ['styles.xml', document('document-styles', [writeOdsNamedStyles(workbook.language)])],
  ];
  // A program knows the file by its first entry, as it is.
  return packArchive(
    [['mimetype', MIME], ['META-INF/manifest.xml', writeManifest(files.map(([name]) => name))], ...files],
    ['mimetype'],
  );
}

function document(name: string, parts: readonly string[]): string {
  return [DECLARATION, `<office:${name}${NAMESPACES}>`, ...parts, `</office:${name}>`].join('\n');
}

function writeContent({ sheets }: Workbook): string {
  const styles = new StyleList();
  const tables = sheets.map((sheet) => writeOdsSheet(sheet, styles));
  const widths = [...new Set(sheets.flatMap(columnWidths))].sort((a, b) => a - b);
  const ranges = sheets.flatMap(writeOdsRange);
  return document('document-content', [
    '<office:automatic-styles>',
    '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true" style:writing-mode="lr-tb"/></style:style>',
    ...widths.map(
      (width) =>
        `<style:style style:name="co${width}" style:family="table-column"><style:table-column-properties style:column-width="${(width * CHARACTER + PADDING).toFixed(1)}mm"/></style:style>`,
    ),
    writeOdsCellStyles(styles.styles),
    '</office:automatic-styles>',
    '<office:body><office:spreadsheet>',
    ...tables,
    ...(ranges.length === 0 ? [] : ['<table:database-ranges>', ...ranges, '</table:database-ranges>']),
    '</office:spreadsheet></office:body>',
  ]);
}

function writeMeta({ title, description, authors, keywords, language, date }: Workbook): string {
  const text = (name: string, value: string) =>
    value === '' ? [] : [`<${name}>${escapeText(spreadsheetText(value))}</${name}>`];
  return document('document-meta', [
    '<office:meta>',
    '<meta:generator>Plumbline</meta:generator>',
    ...text('dc:title', title),
    ...text('dc:description', description),
    ...keywords.flatMap((keyword) => text('meta:keyword', keyword)),
    ...text('meta:initial-creator', authors.join('; ')),
    ...text('dc:creator', authors.join('; ')),
    ...text('dc:language', language),
    `<meta:creation-date>${date}T00:00:00</meta:creation-date>`,
    `<dc:date>${date}T00:00:00</dc:date>`,
    '</office:meta>',
  ]);
}

/** Opens the file at its first sheet. */
function writeSettings({ sheets }: Workbook): string {
  return document('document-settings', [
    '<office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>',
    `<config:config-item config:name="ActiveTable" config:type="string">${escapeText(sheets[0]?.name ?? '')}</config:config-item>`,
    '</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings>',
  ]);
}

function writeManifest(names: readonly string[]): string {
  const urn = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0';
  const entry = (path: string, type: string) =>
    `<manifest:file-entry manifest:full-path="${escapeAttribute(path)}" manifest:media-type="${type}"/>`;
  return [
    DECLARATION,
    `<manifest:manifest xmlns:manifest="${urn}" manifest:version="1.3">`,
    entry('/', MIME),
    ...names.map((name) => entry(name, 'text/xml')),
    '</manifest:manifest>',
  ].join('\n');
}
