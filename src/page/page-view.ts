import { formatDate } from '../findings/format-date.ts';
import { renderTable } from '../markup/render-table.ts';
import type { Author } from '../model/report.ts';
import { attachChartData } from './attach-chart-data.ts';
import { type AnnexTable, listAnnex } from './list-annex.ts';
import { type Citation, listCitations } from './list-citations.ts';
import { listSources, type SourceGroup } from './list-sources.ts';
import type { PageHeading, PageInput, PageKeyFigure } from './page-input.ts';
import { toHtml } from './to-html.ts';

/**
 * The names that a layout may use. Every name always exists: what is absent is `''`, `false` or an empty
 * list, so that strict templates can ask `{{#if funder}}`. Names ending in `Html` are already HTML.
 */
export interface PageView {
  readonly language: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly kind: string;
  readonly standfirst: string;
  readonly date: { readonly iso: string; readonly words: string };
  readonly draft: boolean;
  readonly synthetic: boolean;
  readonly authors: readonly ViewAuthor[];
  readonly publisher: string;
  readonly funder: string;
  readonly contact: ViewContact;
  readonly licence: string;
  readonly keywords: string;
  readonly keyFigures: readonly ViewKeyFigure[];
  readonly contents: readonly PageHeading[];
  readonly bodyHtml: string;
  readonly sources: readonly SourceGroup[];
  readonly citations: readonly Citation[];
  /** The data behind the charts, which paper cannot fold away. */
  readonly annex: readonly ViewAnnexTable[];
  readonly css: string;
}

interface ViewAuthor {
  readonly name: string;
  readonly affiliation: string;
  readonly orcid: string;
}

interface ViewContact {
  readonly text: string;
  /** Address for a link, where the contact is an e-mail address. */
  readonly email: string;
}

interface ViewAnnexTable {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly source: string;
  readonly charts: AnnexTable['charts'];
  readonly tableHtml: string;
}

interface ViewKeyFigure {
  readonly finding: string;
  /** The finding's value as computed, for programs. */
  readonly exact: string;
  /** The figure in two parts, so that `62` may be large and `per 10,000` small. */
  readonly numeral: string;
  readonly unit: string;
  readonly label: string;
  readonly change: string;
  readonly up: boolean;
  readonly down: boolean;
}

/** Puts a page's input into the names that layouts use. Pure; formats nothing that has a finding. */
export function viewPage(input: PageInput, css: string): PageView {
  const { frontMatter } = input.report;
  const charts = input.body.usedCharts.flatMap((id) => input.charts.find((chart) => chart.id === id) ?? []);
  const annex = listAnnex(charts, input.tables, input.body.labels);
  return {
    language: frontMatter.language,
    ...input.texts,
    kind: frontMatter.kind,
    date: { iso: frontMatter.date, words: formatDate(frontMatter.date) },
    draft: frontMatter.state === 'draft',
    synthetic: input.synthetic,
    authors: frontMatter.authors.map(viewAuthor),
    publisher: frontMatter.publisher,
    funder: frontMatter.funder,
    contact: viewContact(frontMatter.contact),
    licence: frontMatter.licence,
    keywords: frontMatter.keywords.join(', '),
    keyFigures: input.keyFigures.map((figure) => viewKeyFigure(figure, input.findings)),
    contents: input.body.headings.filter((heading) => heading.depth === 2),
    bodyHtml: toHtml(attachChartData(input.body.root, annex)),
    sources: listSources(input.resources),
    citations: listCitations(input.body.usedReferences, input.references),
    annex: annex.map(viewAnnexTable),
    css,
  };
}

function viewAuthor(author: Author): ViewAuthor {
  return { name: author.name, affiliation: author.affiliation ?? '', orcid: author.orcid ?? '' };
}

function viewContact(contact: string): ViewContact {
  return { text: contact, email: /[^\s<>()]+@[^\s<>()]+\.[a-z]+/i.exec(contact)?.[0] ?? '' };
}

function viewAnnexTable({ id, label, table, notes, charts }: AnnexTable): ViewAnnexTable {
  const tableHtml = toHtml({ type: 'root', children: [renderTable(table, id)] });
  return { id, label, title: table.title, notes, charts, source: table.source, tableHtml };
}

/** The arrow follows the author's word, so that arrow and words never disagree. */
function viewKeyFigure(figure: PageKeyFigure, findings: PageInput['findings']): ViewKeyFigure {
  const change = figure.change ?? '';
  const [, numeral = figure.value, unit = ''] = /^([^\p{L}\s]+(?:[bm]n?)?)\s+(.+)$/u.exec(figure.value) ?? [];
  return {
    finding: figure.finding,
    exact: String(findings.get(figure.finding)?.value ?? ''),
    numeral,
    unit,
    label: figure.label,
    change,
    up: /^(up|rose|rise|risen|increase)/i.test(change),
    down: /^(down|fell|fall|fallen|decrease)/i.test(change),
  };
}
