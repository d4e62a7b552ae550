import type { Place } from './message.ts';

/** The front matter of a report, checked. */
export interface FrontMatter {
  readonly title: string;
  /** Shown in running heads; the title when left out. */
  readonly shortTitle: string;
  /** The layout in `templates/layouts/`. */
  readonly layout: string;
  /** Kind of document in words, over the title: `News release`. */
  readonly kind: string;
  readonly standfirst: string;
  /** ISO date of publication. */
  readonly date: string;
  readonly state: 'draft' | 'final';
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
