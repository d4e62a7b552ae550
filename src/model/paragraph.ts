import type { Place } from './message.ts';

/** A paragraph of a report as a person reads it, and what tells it from others whatever the data say. */
export interface Paragraph {
  /** Where it begins in the author's file. */
  readonly place: Place;
  /** As the author wrote it, tags included; a key of the front matter before it, where it stands there. */
  readonly source: string;
  /** As it is read, figures in place. */
  readonly text: string;
  /** What it shows or rests on, each once: `finding share-rising`, `claim london-fell-most`, `table regions`, `chart regional-trend`. */
  readonly figures: readonly ParagraphFigure[];
}

export interface ParagraphFigure {
  readonly kind: 'finding' | 'claim' | 'table' | 'chart' | 'ledger';
  /** `''` for the ledger. */
  readonly id: string;
  /** The text of a finding, whether a claim holds, the digest of what a table or chart shows. */
  readonly value: string;
}
