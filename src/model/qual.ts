/**
 * A qualitative project as programs for coding interviews exchange it (REFI-QDA): people, codes, cases and
 * texts with coded passages. GUIDs are in lower case and without braces, however the file writes them.
 */
export interface QualProject {
  readonly name: string;
  /** The program that wrote it; `''` where the file does not say. */
  readonly origin: string;
  readonly users: readonly QualUser[];
  /** A parent stands before its children, in the order of the codebook. */
  readonly codes: readonly QualCode[];
  readonly variables: readonly QualVariable[];
  readonly cases: readonly QualCase[];
  readonly sources: readonly QualSource[];
  readonly notes: readonly QualNote[];
  /** Whose words may be quoted, where the project's resource is confidential. */
  readonly confidential?: import('./disclosure.ts').ConfidentialProject;
}

/** Somebody who coded. */
export interface QualUser {
  readonly guid: string;
  readonly name: string;
}

export interface QualCode {
  readonly guid: string;
  readonly name: string;
  /** GUID of the code above it in the tree. */
  readonly parent: string | null;
  /** `false` for a mere heading of the tree. */
  readonly isCodable: boolean;
  /** `#f00082` */
  readonly color: string | null;
  readonly description: string;
  /** GUIDs of its notes. */
  readonly notes: readonly string[];
}

export const VARIABLE_TYPES = ['Text', 'Boolean', 'Integer', 'Float', 'Date', 'DateTime'] as const;

export type VariableType = (typeof VARIABLE_TYPES)[number];

/** An attribute of cases or sources: names are unique in a project. */
export interface QualVariable {
  readonly guid: string;
  readonly name: string;
  readonly type: VariableType;
  readonly description: string;
}

/** Values by the variable's name; dates as ISO texts. What has no value has no entry. */
export type QualValues = Readonly<Record<string, string | number | boolean>>;

/** A unit of analysis: most often one participant. */
export interface QualCase {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly values: QualValues;
  /** GUIDs of codes that hold for the case as a whole. */
  readonly codes: readonly string[];
  /** GUIDs of its sources, and of single selections where a source has several cases. */
  readonly sources: readonly string[];
  readonly selections: readonly string[];
}

/** A text that was coded. */
export interface QualSource {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  /** Exactly as in the file, line ends included; `null` where the file names a text but does not hold it. */
  readonly text: string | null;
  readonly selections: readonly QualSelection[];
  /** Codings of the source as a whole. */
  readonly codings: readonly QualCoding[];
  readonly values: QualValues;
  readonly notes: readonly string[];
}

/** A passage: the code points from `start` up to but not including `end`, counted from 0. */
export interface QualSelection {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly start: number;
  readonly end: number;
  readonly codings: readonly QualCoding[];
  readonly notes: readonly string[];
}

/** One code given to a passage or source by one user. */
export interface QualCoding {
  readonly guid: string;
  readonly code: string;
  readonly user: string | null;
  readonly notes: readonly string[];
}

export interface QualNote {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly text: string;
}

/**
 * The variable that says whether a participant agreed to be quoted: a truth value of the case (or of the
 * source). A report quotes nobody without it.
 */
export const CONSENT_VARIABLE = 'consent-to-quote';
