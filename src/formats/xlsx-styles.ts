import { escapeAttribute } from '../qual/xml-text.ts';
import type { CellStyle } from './cell-style.ts';

/** Built-in formats, and the first number that a file may give to its own. */
const GENERAL = 0;
const WHOLE = 1;
const FIRST_OWN = 164;

/** Built-in cell styles, which screen readers know as headings and links. */
const HEADING_1 = 16;
const HEADING_2 = 17;
const HYPERLINK = 8;

const FONTS = [
  '<font><sz val="12"/><name val="Arial"/><family val="2"/></font>',
  '<font><b/><sz val="12"/><name val="Arial"/><family val="2"/></font>',
  '<font><b/><sz val="16"/><name val="Arial"/><family val="2"/></font>',
  '<font><b/><sz val="14"/><name val="Arial"/><family val="2"/></font>',
  '<font><u/><sz val="12"/><color rgb="FF0563C1"/><name val="Arial"/><family val="2"/></font>',
];

/** Named styles in the order of their `xfId`: what they are called, which built-in one they are, their font. */
const NAMED = [
  { name: 'Normal', builtin: 0, font: 0 },
  { name: 'Heading 1', builtin: HEADING_1, font: 2 },
  { name: 'Heading 2', builtin: HEADING_2, font: 3 },
  { name: 'Hyperlink', builtin: HYPERLINK, font: 4 },
];

const NAMED_BY_ROLE: Readonly<Partial<Record<CellStyle['role'], number>>> = { title: 1, heading: 2, link: 3 };

/** `xl/styles.xml`: Arial 12, no fills, no colours but that of links. Cells name a style by its index and one more. */
export function writeXlsxStyles(styles: readonly CellStyle[]): string {
  const codes = [...new Set(styles.flatMap(({ format }) => codeOf(format) ?? []))];
  const named = NAMED.map(({ font }) => `<xf numFmtId="0" fontId="${font}" fillId="0" borderId="0"/>`);
  const xfs = styles.map((style) => writeXf(style, codes));
  const cellStyles = NAMED.map(
    ({ name, builtin }, index) => `<cellStyle name="${name}" xfId="${index}" builtinId="${builtin}"/>`,
  );
  const formats = codes.map(
    (code, index) => `<numFmt numFmtId="${FIRST_OWN + index}" formatCode="${escapeAttribute(code)}"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    ...(formats.length === 0 ? [] : [list('numFmts', formats)]),
    list('fonts', FONTS),
    list('fills', [
      '<fill><patternFill patternType="none"/></fill>',
      '<fill><patternFill patternType="gray125"/></fill>',
    ]),
    list('borders', ['<border><left/><right/><top/><bottom/><diagonal/></border>']),
    list('cellStyleXfs', named),
    list('cellXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>', ...xfs]),
    list('cellStyles', cellStyles),
    '</styleSheet>',
  ].join('\n');
}

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}

/** The format of a number in the words of a spreadsheet; none for what has a built-in number. */
function codeOf(format: CellStyle['format']): string | undefined {
  if (format === 'date') return 'd mmmm yyyy';
  if (typeof format === 'string') return undefined;
  return format.decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(format.decimals)}`;
}

function writeXf({ role, align, bold, format }: CellStyle, codes: readonly string[]): string {
  const code = codeOf(format);
  const numFmt = code !== undefined ? FIRST_OWN + codes.indexOf(code) : format === 'year' ? WHOLE : GENERAL;
  const xfId = NAMED_BY_ROLE[role] ?? 0;
  const font = xfId === 0 ? (bold ? 1 : 0) : (NAMED[xfId]?.font ?? 0);
  const wraps = role === 'title' || role === 'heading' || role === 'line' ? '' : ' wrapText="1"';
  // What a reader edits stays text: a text that begins with an equals sign becomes no formula.
  const quoted = format === 'text' && role === 'cell' ? ' quotePrefix="1"' : '';
  return (
    `<xf numFmtId="${numFmt}" fontId="${font}" fillId="0" borderId="0" xfId="${xfId}"${quoted}` +
    ' applyNumberFormat="1" applyFont="1" applyAlignment="1">' +
    `<alignment horizontal="${align}" vertical="${role === 'head' ? 'bottom' : 'top'}"${wraps}/></xf>`
  );
}
