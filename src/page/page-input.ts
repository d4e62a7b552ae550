import type { Root } from 'hast';
import type { ListedReference } from '../markup/citations/citer.ts';
import type { DrawnChart } from '../model/chart.ts';
import type { Finding } from '../model/finding.ts';
import type { FontFace } from '../model/font.ts';
import type { Organisation, Report } from '../model/report.ts';
import type { Resource } from '../model/resource.ts';
import type { ResultTable } from '../model/table.ts';
import type { TemplateFile } from '../model/template-file.ts';
import type { Theme } from '../model/theme.ts';
import type { TracedText } from '../model/traced-text.ts';

/** Everything that a page shows. Nothing in it is looked up later, so the same input gives the same bytes. */
export interface PageInput {
  readonly report: Report;
  /** Texts of the front matter with their findings in place. */
  readonly texts: PageTexts;
  /** Those of them in which the page shows where each finding comes from. */
  readonly traced: Readonly<Record<TracedName, TracedText>>;
  /** The report's prose: sanitised, references resolved, charts drawn into `figure.chart`. */
  readonly body: PageBody;
  readonly keyFigures: readonly PageKeyFigure[];
  /** What the text and its figures are cited from, in the order and the words of the citation style. */
  readonly bibliography: readonly ListedReference[];
  readonly findings: ReadonlyMap<string, Finding>;
  /** Charts by themselves; which of them the body shows, and in what order, the body says. */
  readonly charts: readonly DrawnChart[];
  /** Every published table by name; those that a chart draws are shown beside it and in the data annex. */
  readonly tables: ReadonlyMap<string, ResultTable>;
  /** The resources that the report's analyses declared. */
  readonly resources: readonly Resource[];
  /** How many of the resources are made up: where any is, every page says so. */
  readonly synthetic: SyntheticExtent;
  readonly fonts: readonly FontFace[];
  readonly template: PageTemplate;
}

export type SyntheticExtent = 'none' | 'part' | 'all';

/** In the order of the page. */
export const TRACED_NAMES = ['title', 'subtitle', 'standfirst', 'pullOut'] as const;

export type TracedName = (typeof TRACED_NAMES)[number];

export interface PageTexts {
  readonly title: string;
  readonly subtitle: string;
  readonly shortTitle: string;
  readonly standfirst: string;
  readonly pullOut: string;
  /** Kind of document, over the title. */
  readonly kind: string;
  readonly funder: string;
  /** What the project's funder gave; `''` where the front matter does not say. */
  readonly award: string;
  readonly rights: string;
  /** Paragraphs are set apart by an empty line, here and in what organisations say of themselves. */
  readonly acknowledgements: string;
  readonly alternativeFormats: string;
  readonly contributors: readonly string[];
  readonly about: readonly Organisation[];
}

export interface PageBody {
  readonly root: Root;
  readonly headings: readonly PageHeading[];
  /** Ids of the charts shown, in the order of the text. */
  readonly usedCharts: readonly string[];
  /** Keys of the references that figures are cited from. */
  readonly usedReferences: readonly string[];
  /** `Figure 1` by `fig-regional-trend`, `Table 2` by `table-regions`. */
  readonly labels: ReadonlyMap<string, string>;
}

export interface PageHeading {
  readonly id: string;
  readonly depth: number;
  readonly text: string;
}

/** A numeral in the strip on the first page. */
export interface PageKeyFigure {
  /** Id of its finding. */
  readonly finding: string;
  /** The finding as text: `60%`. */
  readonly value: string;
  readonly label: TracedText;
  /** `up from 59 in 2012`; its first word decides the arrow beside it. */
  readonly change: TracedText | null;
}

/** A layout with what it draws on. */
export interface PageTemplate {
  readonly layout: TemplateFile;
  /** Partials by name: `title-block` for `templates/partials/title-block.hbs`. */
  readonly partials: ReadonlyMap<string, TemplateFile>;
  readonly theme: Theme;
  /** The theme's logo as an address with the picture in it; `''` where it has none. */
  readonly logo: string;
  /** Style sheets of the theme, in the order of their file names. */
  readonly styles: readonly TemplateFile[];
  /** The page's own scripts, in the order of their file names. */
  readonly scripts: readonly TemplateFile[];
}
