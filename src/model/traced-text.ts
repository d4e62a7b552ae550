/** A plain text that knows which of its characters are a finding's. */
export interface TracedText {
  readonly text: string;
  /** In the order of the text; they never overlap. */
  readonly figures: readonly TracedFigure[];
}

/** Characters `start` to `end` (exclusive, in UTF-16 units) of a text that show a finding. */
export interface TracedFigure {
  readonly start: number;
  readonly end: number;
  /** Id of the finding. */
  readonly finding: string;
  /** What is shown, unrounded; of an interval `low/high`. */
  readonly value: string;
  readonly synthetic: boolean;
}
