import type { ChartSpec } from '../model/chart.ts';
import type { Place } from '../model/message.ts';
import type { JsonObject } from './json-tree.ts';

/** Width of the text column in whole px: 170 mm of A4 at 96 dpi. A wider drawing would be printed smaller. */
export const COLUMN_WIDTH = 642;

/** Width on a phone, and in one of two columns on paper, for which every chart is laid out again. */
export const NARROW_WIDTH = 310;

/** Height where the spec gives none: 15 lines of the page's 14.5 pt grid. */
export const DEFAULT_HEIGHT = 290;

/** A parsed chart: Vega-Lite for the column and for a phone, every value with its place in a file. */
export interface Chart extends ChartSpec {
  readonly wide: JsonObject;
  readonly narrow: JsonObject;
  /** How a template's fields are filled from the report's table; `null` for a chart without a template. */
  readonly binding: Binding | null;
}

export interface Binding {
  readonly table: string;
  readonly columns: readonly BoundColumn[];
  readonly lists: readonly BoundList[];
  /** The layout that the template asks for: Vega then gets its rows in place of the table's. */
  readonly layout: LayoutName | null;
}

/** Layouts of our own: `flow` places stages and ribbons, see `layOutFlow`. */
export const LAYOUTS = ['flow'] as const;

export type LayoutName = (typeof LAYOUTS)[number];

/** A list of texts given to a template, with what the template says of it: see `TemplateParameter`. */
export interface BoundList {
  readonly name: string;
  readonly among: string | undefined;
  readonly covers: string | undefined;
  readonly texts: readonly { readonly text: string; readonly place: Place }[];
  readonly place: Place;
}

export interface BoundColumn {
  /** The field's name in the template. */
  readonly as: string;
  /** The table's field, or `null` where an optional one was left out. */
  readonly field: string | null;
  readonly holds: FieldKind;
  readonly place: Place;
}

/** What a template needs to find in a field. */
export type FieldKind = 'any' | 'number' | 'text';
