/** Where something stands in a researcher's file. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  /** For workbooks. */
  readonly sheet?: string;
  readonly cell?: string;
}

/**
 * Something to tell the researcher about their own file. `reason` says what is, then what was expected;
 * `remedy` what to do.
 */
export interface Message {
  /** Rule id from the catalogue in `messages/`, such as `data/ragged-row`. */
  readonly rule: string;
  /** An error stops the report at the end of the phase; a warning does not. */
  readonly severity: 'error' | 'warning';
  readonly place: Place;
  readonly reason: string;
  readonly remedy: string;
  /** Another place that explains this one: the first of two duplicates, the declaration that is broken. */
  readonly cause?: { readonly place: Place; readonly label: string };
}

/** What a phase gives: its product where it could make one, and every message it has. */
export interface Outcome<T> {
  readonly value: T | undefined;
  readonly messages: readonly Message[];
}
