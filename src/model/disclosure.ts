/*
 * What is confidential, and how results tell what they say of people. docs/trust/disclosure.md explains the
 * gate that reads this.
 */

/** The rules of a resource of records about people. A project may tighten the defaults, never loosen them. */
export interface ConfidentialRecords {
  /** The least count of people that may be shown; 10 or more. */
  readonly threshold: number;
  /** A sum of which the `contributors` largest parts make more than `share` is not shown; 0.9 or less. */
  readonly dominance: { readonly contributors: 2; readonly share: number };
  /** A sum is not shown if the second contributor could tell the first's part to within this share; 0.1 or more. */
  readonly pRatio: number;
  /** Shown counts are rounded to multiples of this odd number; `null` where they stand as they are. */
  readonly rounding: number | null;
}

/** The rules of a confidential qualitative project: whose words may be quoted, and as whose. */
export interface ConfidentialProject {
  /** The variable of a case that says whether its words may be quoted. */
  readonly consent: string;
  readonly authorities: {
    /** The variable that names a case's authority; each case is one of its own where left out. */
    readonly variable?: string;
    /** The variable that a report tells of those it quotes, such as their region; the whole project where left out. */
    readonly within?: string;
    /** Authorities, at least, among those of whom words could be: who agreed, in the same group. */
    readonly least: number;
  };
}

export const DEFAULT_RECORDS: ConfidentialRecords = {
  threshold: 10,
  dominance: { contributors: 2, share: 0.9 },
  pRatio: 0.1,
  rounding: null,
};

export type Coordinate = string | number;
export type Coordinates = Readonly<Record<string, Coordinate>>;

/**
 * A dimension of a table: the field that holds its categories, or the fields that hold the dimension's name and the
 * category (`stack`), for tables in which several breakdowns stand one beneath the other.
 */
export type Dimension =
  | string
  | {
      readonly field: string;
      /** The field that holds the sub-total to which the row's category belongs; `null` or the total's word at the top. */
      readonly within?: string;
      /** Its name, where tables name the field differently; the field's own when left out. */
      readonly name?: string;
    }
  | { readonly stack: string; readonly category: string };

export interface CountedField {
  /**
   * Who or what is counted, or the field that says so row by row. Cells of different tables with the same words and
   * coordinates are one number.
   */
  readonly of: string | { readonly field: string };
  /** The dimensions that place it, where not all of the table's do: a row's total beside its parts. */
  readonly by?: readonly string[];
  /** Coordinates that the column adds: `{ sex: 'Female' }` for a column of girls. */
  readonly at?: Coordinates;
}

/** A sum of a quantity over people or bodies, such as pounds. */
export interface MagnitudeField extends CountedField {
  /** The field with the number of contributors. */
  readonly contributors: string;
  /** The fields with the largest and the second largest contribution. */
  readonly largest: readonly [string, string];
}

/** A table of counts of people, of sums over them, and of what is computed from these. */
export interface CountsDisclosure {
  readonly by: readonly Dimension[];
  /** The word that marks a total in any dimension; `All` when left out. */
  readonly total?: Coordinate;
  readonly counts: Readonly<Record<string, string | CountedField>>;
  readonly magnitudes?: Readonly<Record<string, MagnitudeField>>;
  /** Why a combination of categories without a row cannot occur; left out where each has its row, 0 included. */
  readonly absent?: string;
  /** Fields computed from counts or magnitudes, with the names of these: hidden wherever one of them is. */
  readonly from?: Readonly<Record<string, string | readonly string[]>>;
  /** Fields that tell nothing of the records: headings, places in an order, public figures. */
  readonly labels?: readonly string[];
  /** Fields of this declaration that only the gate reads; they leave the table before anything is shown. */
  readonly withheld?: readonly string[];
}

/** Steps of curves. Each shown value rests on `threshold` events or more since the one shown before it. */
export interface CurveDisclosure {
  readonly curve: {
    /** Who is observed. */
    readonly of: string;
    /** Fields that tell the curves of the table apart. */
    readonly by?: readonly string[];
    /** Events since the row before it in the same curve. */
    readonly events: string;
    /** How many are under observation just before the row. */
    readonly atRisk: string;
    /** Fields of the curve's value. */
    readonly values: readonly string[];
  };
  readonly labels?: readonly string[];
  readonly withheld?: readonly string[];
}

/** What a model was fitted to. */
export interface ModelBehind {
  /** Records, or people, that it rests on. */
  readonly records: number;
  /** The counts behind its coefficients: of each category of a factor, of each outcome, of each class. */
  readonly cells: readonly number[];
  readonly parameters: number;
}

/** Coefficients, fits and classes of models. */
export interface ModelDisclosure {
  readonly model: ModelBehind;
}

/** Says why nothing in it tells of records: parameters, choices of the analysis, counts of authorities. */
export interface RecordFree {
  readonly recordFree: string;
}

export type TableDisclosure = CountsDisclosure | CurveDisclosure | ModelDisclosure | RecordFree;

/** A count behind a finding. */
export interface CountBehind {
  readonly of: string;
  readonly at?: Coordinates;
  /** The count; the finding's value where that is a count, its `n` for `outOf`. */
  readonly number?: number;
}

/** A count, or a share, rate or mean of one count in another (`outOf`, of which it is a part). */
export interface CountDisclosure {
  readonly count: CountBehind;
  readonly outOf?: CountBehind;
}

export type FindingDisclosure = CountDisclosure | ModelDisclosure | RecordFree;
