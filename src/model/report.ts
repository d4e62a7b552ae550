import type { Place } from './message.ts';
import type { QualityCheck, ReleasePractice, ReportState, Successor } from './release.ts';

/** The front matter of a report, checked. */
export interface FrontMatter {
  readonly title: string;
  /** `''` where there is none. */
  readonly subtitle: string;
  /** Shown in running heads; the title when left out. */
  readonly shortTitle: string;
  /** The layout in `templates/layouts/`. */
  readonly layout: string;
  /** Kind of document in words, over the title: `News release`. */
  readonly kind: string;
  readonly standfirst: string;
  /** ISO date of publication. */
  readonly date: string;
  readonly state: ReportState;
  /** Counted from 1; `null` where the report does not count its editions. */
  readonly edition: number | null;
  readonly release: ReleasePractice;
  readonly supersededBy: Successor | null;
  readonly qualityLog: readonly QualityCheck[];
  readonly language: 'en-GB';
  readonly authors: readonly Author[];
  readonly publisher: string;
  readonly funder: string;
  readonly contact: string;
  /** Analyses in `scripts/` that the report rests on. */
  readonly analyses: readonly string[];
  /** The strip on the first page: three or four findings, each with a one-line label. */
  readonly keyFigures: readonly KeyFigure[];
  readonly keywords: readonly string[];
  readonly licence: string;
  /** The project that the document reports on. */
  readonly project: Project | null;
  readonly team: readonly TeamMember[];
  /** Who helped to make the document: a line each. */
  readonly contributors: readonly string[];
  readonly acknowledgements: string;
  /** The organisations behind the document, each with a paragraph on it. */
  readonly about: readonly Organisation[];
  /** How to get the document in another form: large print, Braille, another language. */
  readonly alternativeFormats: string;
  /** One sentence, set large on the first page of a summary. */
  readonly pullOut: string;
  /** Most words that the abstract may have; `null` where the layout has none. */
  readonly wordLimit: number | null;
  /** The code under which a conference or journal lists an abstract. */
  readonly abstractCode: string;
  /** Without `https://doi.org/`. */
  readonly doi: string;
  readonly rights: string;
  /** Full addresses; an author's affiliation names one by the words it begins with. */
  readonly affiliations: readonly string[];
  /** `harvard`, `apa`, `vancouver`, or a file of `templates/citation-styles/` without its ending. */
  readonly citationStyle: string;
  /** Ids of figures and tables that take both columns where a layout has two: `fig-trend`, `table-regions`. */
  readonly wideFigures: readonly string[];
  /** Ids of the tables that stand on pages of their own, on their side. */
  readonly turnedTables: readonly string[];
  /** Numbers that may be typed although they are no figures and have no known form. */
  readonly numbers: readonly Exemption[];
}

/** Numbers that the number gate lets pass: in these words, or where this regular expression fits. */
export interface Exemption {
  readonly text?: string;
  readonly pattern?: string;
  /** Why they may be typed. */
  readonly reason: string;
}

/** ISO dates: a day, or a month alone. */
export interface Project {
  readonly start?: string;
  readonly end?: string;
  /** What the funder gave, in words: `£100,000 (grant 12345)`. */
  readonly award?: string;
  readonly webPage?: string;
}

export interface TeamMember {
  readonly name: string;
  readonly role?: string;
  readonly affiliation?: string;
}

export interface Organisation {
  readonly name: string;
  readonly text: string;
}

export interface Author {
  readonly name: string;
  readonly affiliation?: string;
  readonly orcid?: string;
}

/** Label and change are templates like the body: `of {{finding "authorities-total"}} authorities`. */
export interface KeyFigure {
  readonly finding: string;
  readonly label: string;
  readonly change?: string;
}

/** Where a value of the front matter stands, and its text in the file, quotes and indents included. */
export interface FrontMatterPlace {
  readonly place: Place;
  readonly source: string;
}

/** A report's source: front matter, and body with its place in the file. */
export interface Report {
  readonly id: string;
  readonly file: string;
  readonly text: string;
  readonly frontMatter: FrontMatter;
  /** By the path of keys in the file: `title`, `key-figures.0.label`. */
  readonly frontMatterPlaces: ReadonlyMap<string, FrontMatterPlace>;
  /** The Handlebars body and the line of the file on which it starts, counted from 1. */
  readonly body: string;
  readonly bodyLine: number;
}
