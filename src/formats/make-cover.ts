import { formatDate } from '../findings/format-date.ts';
import { SYMBOL_MEANINGS, type SymbolCode } from '../model/cell.ts';
import { listSources } from '../page/list-sources.ts';
import type { PageInput } from '../page/page-input.ts';
import { viewState } from '../page/view-release.ts';
import type { WorkbookLine, WorkbookSheet } from './workbook.ts';

/** What a reader has to know first: that records are made up, how far the report has come, what takes its place. */
export function noticesOf({ synthetic, report }: Pick<PageInput, 'synthetic' | 'report'>): readonly string[] {
  const { frontMatter } = report;
  const { notice, embargo } = viewState(frontMatter);
  const { supersededBy } = frontMatter;
  return [
    ...(synthetic === 'all'
      ? [
          'Synthetic data: the records behind these tables are made up. They say nothing about real people or places.',
        ]
      : []),
    ...(synthetic === 'part'
      ? [
          'Part of these tables rests on made-up records: the sheets of those tables say so. They say nothing about real people or places.',
        ]
      : []),
    ...(supersededBy === null
      ? []
      : [`Superseded by ${supersededBy.title}. Do not quote figures from this edition.`]),
    ...(notice === '' ? [] : [embargo === '' ? notice : `${notice} ${embargo}.`]),
  ];
}

/** The first sheet: what the file is, whose, how its tables are to be read, and where the data come from. */
export function makeCover(
  { report, texts, resources }: Pick<PageInput, 'report' | 'texts' | 'resources'>,
  title: string,
  notices: readonly string[],
  symbols: readonly SymbolCode[],
): WorkbookSheet {
  const { frontMatter } = report;
  const { dateLabel } = viewState(frontMatter);
  const facts = [
    texts.kind,
    texts.standfirst,
    `${dateLabel} ${formatDate(frontMatter.date)}`,
    frontMatter.publisher === '' ? '' : `Publisher: ${frontMatter.publisher}`,
    frontMatter.contact === '' ? '' : `Contact: ${frontMatter.contact}`,
    frontMatter.licence === '' ? '' : `Licence: ${frontMatter.licence}`,
    texts.rights,
  ];
  return {
    name: 'Cover',
    title,
    table: null,
    lines: [
      ...notices.map(wrapped),
      ...facts.filter((fact) => fact !== '').map(wrapped),
      heading('About these tables'),
      wrapped(
        'Each table stands on a sheet of its own and has the number that it has in the document. Tables that stand in no document are numbered “Data”.',
      ),
      wrapped(
        'Numbers are exact and shown with the decimals of the document, where percentages may be rounded so that they add up to 100. Further columns, which only charts and programs need, are in the CSV files.',
      ),
      { text: 'Contents', role: 'wrapped', sheet: 'Contents' },
      ...(symbols.length === 0 ? [] : [heading('Shorthand')]),
      ...symbols.map((symbol) => wrapped(`[${symbol}]: ${SYMBOL_MEANINGS[symbol]}`)),
      heading('Sources'),
      ...listSources(resources).flatMap(({ licence, attribution, sources }) => [
        ...sources.map(({ publisher, title: source, year, link }) =>
          wrapped(
            [`${publisher === '' ? '' : `${publisher}: `}${source}`, year, licence, link]
              .filter((part) => part !== '')
              .join(', '),
          ),
        ),
        ...(attribution === '' ? [] : [wrapped(attribution)]),
      ]),
    ],
  };
}

function wrapped(text: string): WorkbookLine {
  return { text: text.replace(/\s*\n\s*/g, ' '), role: 'wrapped' };
}

function heading(text: string): WorkbookLine {
  return { text, role: 'heading' };
}
