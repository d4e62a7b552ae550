import { formatDate } from '../findings/format-date.ts';
import { type ListedReference, referenceId } from '../markup/citations/citer.ts';
import { renderTraced } from '../markup/render-figure.ts';
import { nameSources, renderTable } from '../markup/render-table.ts';
import { isSynthetic } from '../model/finding.ts';
import type { TracedText } from '../model/traced-text.ts';
import { arrangeBody } from './arrange-body.ts';
import { attachChartData } from './attach-chart-data.ts';
import { citeDocument } from './cite-document.ts';
import { contentIntegrity } from './content-integrity.ts';
import { groupSections } from './group-sections.ts';
import { keepYears } from './keep-years.ts';
import { type AnnexTable, hasDataAnnex, listAnnex } from './list-annex.ts';
import { type ContentsEntry, listContents } from './list-contents.ts';
import { type FigureEntry, listFigures } from './list-figures.ts';
import { type HeadMentions, listMentions } from './list-mentions.ts';
import { listOrigins, type Origins } from './list-origins.ts';
import { listSources, type SourceGroup } from './list-sources.ts';
import { markContinued } from './mark-continued.ts';
import { measureTable } from './measure-table.ts';
import type { PageInput, PageKeyFigure } from './page-input.ts';
import { splitBody } from './split-body.ts';
import { toHtml } from './to-html.ts';
import { type ViewAffiliation, type ViewAuthor, viewAuthors } from './view-people.ts';
import { type ViewProject, viewProject } from './view-project.ts';
import { type ViewRelease, type ViewState, viewRelease, viewState } from './view-release.ts';

/**
 * The names that a layout may use. Every name always exists: what is absent is `''`, `false` or an empty
 * list, so that strict templates can ask `{{#if funder}}`. Names ending in `Html` are already HTML.
 */
export interface PageView {
  readonly language: string;
  readonly title: string;
  readonly subtitle: string;
  readonly shortTitle: string;
  readonly kind: string;
  readonly standfirst: string;
  readonly pullOut: string;
  /** The same texts with their figures leading to where they come from. */
  readonly titleHtml: string;
  readonly subtitleHtml: string;
  readonly standfirstHtml: string;
  readonly pullOutHtml: string;
  readonly date: { readonly iso: string; readonly words: string };
  readonly state: ViewState;
  readonly release: ViewRelease;
  /** Whether any of the records are made up, and whether only some are. */
  readonly synthetic: boolean;
  readonly partlySynthetic: boolean;
  readonly authors: readonly ViewAuthor[];
  readonly affiliations: readonly ViewAffiliation[];
  readonly project: ViewProject;
  readonly team: readonly ViewMember[];
  readonly contributors: readonly string[];
  /** Paragraphs. */
  readonly acknowledgements: readonly string[];
  readonly organisations: readonly { readonly name: string; readonly paragraphs: readonly string[] }[];
  readonly alternativeFormats: string;
  readonly abstractCode: string;
  readonly doi: string;
  readonly rights: string;
  readonly publisher: string;
  /** How the document itself is to be cited. */
  readonly ownCitation: string;
  readonly funder: string;
  readonly contact: ViewContact;
  readonly licence: string;
  readonly keywords: string;
  readonly keyFigures: readonly ViewKeyFigure[];
  readonly contents: readonly ContentsEntry[];
  readonly figures: readonly FigureEntry[];
  readonly tables: readonly FigureEntry[];
  /** The whole body; the same with notes and brief sections set apart (`groupSections`); and in two parts, one way or another (`splitBody`). */
  readonly bodyHtml: string;
  readonly groupedHtml: string;
  readonly leadHtml: string;
  readonly restHtml: string;
  readonly summaryHtml: string;
  readonly mainHtml: string;
  readonly abstractHtml: string;
  readonly annexHtml: string;
  readonly sources: readonly SourceGroup[];
  readonly citations: readonly ViewCitation[];
  /** The data behind the charts, which paper cannot fold away. */
  readonly annex: readonly ViewAnnexTable[];
  /** Where every figure that the page shows comes from. */
  readonly origins: Origins;
  /** Address of the theme's logo, with the picture in it, or `''`. */
  readonly logo: string;
  readonly css: string;
  /** The page's own script, and what the content policy of the page allows: its hash. */
  readonly script: string;
  readonly scriptPolicy: string;
}

/** What a column of the data annex holds, in characters of its type. */
const COLUMN_CHARACTERS = 66;

interface ViewMember {
  readonly name: string;
  readonly role: string;
  readonly affiliation: string;
}

interface ViewCitation {
  readonly id: string;
  readonly html: string;
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
  readonly synthetic: boolean;
  /** Whether it needs the whole width of the page, and not one of two columns. */
  readonly wide: boolean;
  readonly charts: AnnexTable['charts'];
  readonly tableHtml: string;
}

interface ViewKeyFigure {
  readonly finding: string;
  /** Of this mention. */
  readonly id: string;
  /** The finding's value as computed, for programs. */
  readonly exact: string;
  /** The figure in two parts, so that `62` may be large and `per 10,000` small. */
  readonly numeral: string;
  readonly unit: string;
  readonly labelHtml: string;
  readonly changeHtml: string;
  readonly up: boolean;
  readonly down: boolean;
  /** Whether it must be told from figures of the real world beside it. */
  readonly markSynthetic: boolean;
}

/**
 * Puts a page's input into the names that layouts use. Pure; formats nothing that has a finding.
 *
 * @param css the page's styles
 * @param script the page's script
 */
export function viewPage(input: PageInput, css: string, script: string): PageView {
  const { frontMatter } = input.report;
  const charts = input.body.usedCharts.flatMap((id) => input.charts.find((chart) => chart.id === id) ?? []);
  const hasAnnex = hasDataAnnex(input.template.layout.text);
  const annex = listAnnex(charts, input.tables, input.body.labels, hasAnnex);
  const { wideFigures, turnedTables } = frontMatter;
  const arranged = arrangeBody(attachChartData(input.body.root, annex), wideFigures, turnedTables);
  const body = keepYears(markContinued(arranged));
  const parts = splitBody(body);
  const { mentions, head } = listMentions(input);
  const { title, subtitle, standfirst, pullOut } = input.traced;
  const { acknowledgements, about, award, ...texts } = input.texts;
  return {
    language: frontMatter.language,
    ...texts,
    titleHtml: tracedHtml(title, head.texts.title),
    subtitleHtml: tracedHtml(subtitle, head.texts.subtitle),
    standfirstHtml: tracedHtml(standfirst, head.texts.standfirst),
    pullOutHtml: tracedHtml(pullOut, head.texts.pullOut),
    acknowledgements: splitParagraphs(acknowledgements),
    organisations: about.map(({ name, text }) => ({ name, paragraphs: splitParagraphs(text) })),
    date: { iso: frontMatter.date, words: formatDate(frontMatter.date) },
    state: viewState(frontMatter),
    release: viewRelease(frontMatter),
    synthetic: input.synthetic !== 'none',
    partlySynthetic: input.synthetic === 'part',
    ...viewAuthors(frontMatter.authors, frontMatter.affiliations),
    project: viewProject(frontMatter.project, award),
    team: frontMatter.team.map(({ name, role = '', affiliation = '' }) => ({ name, role, affiliation })),
    abstractCode: frontMatter.abstractCode,
    doi: frontMatter.doi,
    publisher: frontMatter.publisher,
    ownCitation: citeOwn(input),
    contact: viewContact(frontMatter.contact),
    licence: frontMatter.licence,
    keywords: frontMatter.keywords.join(', '),
    keyFigures: input.keyFigures.map((figure, index) =>
      viewKeyFigure(figure, head.keyFigures[index] ?? NO_MENTIONS, input),
    ),
    contents: listContents(input.body.headings),
    ...listFigures(input.body.root, input.body.labels),
    bodyHtml: toHtml(body),
    groupedHtml: toHtml(groupSections(body)),
    leadHtml: toHtml(parts.lead).trim(),
    restHtml: toHtml(parts.rest),
    summaryHtml: toHtml(parts.summary),
    mainHtml: toHtml(parts.main),
    abstractHtml: toHtml(parts.abstract),
    annexHtml: toHtml(parts.annex),
    sources: listSources(input.resources),
    citations: input.bibliography.map(viewCitation),
    annex: annex.filter(({ where }) => where === 'annex').map(viewAnnexTable),
    origins: listOrigins(input, mentions, annex),
    logo: input.template.logo,
    css,
    script,
    scriptPolicy: script === '' ? '' : `script-src '${contentIntegrity(script)}'; `,
  };
}

function citeOwn({ report, texts }: PageInput): string {
  const { authors, date, publisher, doi, project } = report.frontMatter;
  const { title, subtitle, kind } = texts;
  const { mark } = viewState(report.frontMatter);
  const { edition } = viewRelease(report.frontMatter);
  const webPage = project?.webPage ?? '';
  return citeDocument({ authors, title, subtitle, date, kind, mark, edition, publisher, doi, webPage });
}

const NO_MENTIONS = { value: '', label: [], change: [] };

/** As HTML: each figure with the id of its mention, in their order. */
function tracedHtml(traced: TracedText, ids: readonly string[]): string {
  const left = [...ids];
  return toHtml({ type: 'root', children: renderTraced(traced, () => left.shift() ?? '') });
}

function splitParagraphs(text: string): readonly string[] {
  return text.split(/\n+/).filter((paragraph) => paragraph.trim() !== '');
}

function viewCitation({ key, content }: ListedReference): ViewCitation {
  return { id: referenceId(key), html: toHtml({ type: 'root', children: [...content] }) };
}

function viewContact(contact: string): ViewContact {
  return { text: contact, email: /[^\s<>()]+@[^\s<>()]+\.[a-z]+/i.exec(contact)?.[0] ?? '' };
}

function viewAnnexTable({ id, label, table, notes, charts }: AnnexTable): ViewAnnexTable {
  const rendered = markContinued({ type: 'root', children: [renderTable(table, id)] }, label);
  const tableHtml = toHtml(keepYears(rendered));
  const synthetic = isSynthetic(table.provenance);
  const wide = measureTable(table) > COLUMN_CHARACTERS;
  const source = table.source === '' ? '' : nameSources([table.source]);
  return { id, label, title: table.title, notes, synthetic, wide, charts, source, tableHtml };
}

/** The arrow follows the author's word, so that arrow and words never disagree. */
function viewKeyFigure(
  figure: PageKeyFigure,
  ids: HeadMentions['keyFigures'][number],
  { findings, synthetic }: PageInput,
): ViewKeyFigure {
  const finding = findings.get(figure.finding);
  const change = figure.change ?? { text: '', figures: [] };
  const [, numeral = figure.value, unit = ''] = /^([^\p{L}\s]+(?:[bm]n?)?)\s+(.+)$/u.exec(figure.value) ?? [];
  return {
    finding: figure.finding,
    id: ids.value,
    exact: String(finding?.value ?? ''),
    numeral,
    unit,
    labelHtml: tracedHtml(figure.label, ids.label),
    changeHtml: tracedHtml(change, ids.change),
    up: /^(up|rose|rise|risen|increase)/i.test(change.text),
    down: /^(down|fell|fall|fallen|decrease)/i.test(change.text),
    markSynthetic: synthetic === 'part' && finding !== undefined && isSynthetic(finding.provenance),
  };
}
