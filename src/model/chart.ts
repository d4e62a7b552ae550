import type { DrawnSymbol } from './drawn-symbol.ts';
import type { TracedFigure } from './traced-text.ts';

/** A Vega-Lite specification as parsed from its file, with its place for messages. */
export interface ChartSpec {
  /** File name without endings: `regional-trend`. Unique in a report. */
  readonly id: string;
  readonly file: string;
  readonly text: string;
  readonly spec: Readonly<Record<string, unknown>>;
  /** Name of the table it draws (`data.name`). */
  readonly tables: readonly string[];
}

/** A chart drawn twice: for the page, and again, not shrunk, for a phone. */
export interface DrawnChart {
  readonly id: string;
  /** The finding as a sentence, from the spec's title; subtitle says measure, unit, place and years. */
  readonly title: string;
  readonly subtitle: string;
  /** A complete `<svg role="img" aria-label=…>` element; its width in px at 96 dpi. */
  readonly svg: string;
  readonly narrowSvg: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly tables: readonly string[];
  /** Symbols in the fields that it draws, for the note beneath it. */
  readonly symbols?: readonly DrawnSymbol[];
  /** Where findings stand in title and subtitle, and the ids of those in the drawing itself. */
  readonly traced?: {
    readonly title: readonly TracedFigure[];
    readonly subtitle: readonly TracedFigure[];
    readonly drawn: readonly string[];
  };
}
