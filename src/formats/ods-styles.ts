import type { CellStyle } from './cell-style.ts';

const FONT = 'fo:font-family="Arial" style:font-family-generic="swiss"';

/** Styles that all sheets have in common, for `styles.xml`: Arial 12, headings known as such. */
export function writeOdsNamedStyles(language: string): string {
  const [code = language, country = 'none'] = language.split('-');
  const named = (name: string, shown: string, size: number, more = 'fo:font-weight="bold"') =>
    `<style:style style:name="${name}" style:display-name="${shown}" style:family="table-cell" style:parent-style-name="Default"><style:text-properties fo:font-size="${size}pt" ${more}/></style:style>`;
  return [
    '<office:styles>',
    `<style:default-style style:family="table-cell"><style:text-properties ${FONT} fo:font-size="12pt" fo:language="${code}" fo:country="${country}"/></style:default-style>`,
    '<style:style style:name="Default" style:family="table-cell"/>',
    named('Heading_20_1', 'Heading 1', 16),
    named('Heading_20_2', 'Heading 2', 14),
    named(
      'Hyperlink',
      'Hyperlink',
      12,
      'fo:color="#0563c1" style:text-underline-style="solid" style:text-underline-width="auto"',
    ),
    '</office:styles>',
  ].join('\n');
}

const PARENTS: Readonly<Partial<Record<CellStyle['role'], string>>> = {
  title: 'Heading_20_1',
  heading: 'Heading_20_2',
  link: 'Hyperlink',
};

/** Automatic styles of cells, `ce1` for the first, with the formats of their numbers. */
export function writeOdsCellStyles(styles: readonly CellStyle[]): string {
  return styles.map((style, index) => writeFormat(style.format, index) + writeStyle(style, index)).join('\n');
}

function writeStyle({ role, align, bold, format }: CellStyle, index: number): string {
  const data = isPlain(format) ? '' : ` style:data-style-name="N${index + 1}"`;
  const wraps = role === 'title' || role === 'heading' || role === 'line' ? '' : ' fo:wrap-option="wrap"';
  const weight = bold ? '<style:text-properties fo:font-weight="bold"/>' : '';
  return (
    `<style:style style:name="ce${index + 1}" style:family="table-cell" style:parent-style-name="${PARENTS[role] ?? 'Default'}"${data}>` +
    `<style:table-cell-properties style:vertical-align="${role === 'head' ? 'bottom' : 'top'}"${wraps} style:text-align-source="fix"/>` +
    `<style:paragraph-properties fo:text-align="${align === 'right' ? 'end' : 'start'}"/>${weight}</style:style>`
  );
}

function isPlain(format: CellStyle['format']): boolean {
  return format === 'text' || format === 'exact';
}

function writeFormat(format: CellStyle['format'], index: number): string {
  const name = `style:name="N${index + 1}"`;
  if (format === 'date') {
    return `<number:date-style ${name}><number:day/><number:text> </number:text><number:month number:style="long" number:textual="true"/><number:text> </number:text><number:year number:style="long"/></number:date-style>`;
  }
  if (typeof format === 'string' && format !== 'year') return '';
  const decimals = format === 'year' ? 0 : format.decimals;
  return `<number:number-style ${name}><number:number number:decimal-places="${decimals}" number:min-decimal-places="${decimals}" number:min-integer-digits="1"${format === 'year' ? '' : ' number:grouping="true"'}/></number:number-style>`;
}
