/** One thing that `npm run doctor` has looked at. */
export interface DoctorFact {
  /** `Node`, `Browser`, `R` … */
  readonly name: string;
  /** What was found: a version, a path, a number with its unit. */
  readonly value: string;
  /** Whether a build can go on with it. */
  readonly isGood: boolean;
  /** What to do where it cannot. */
  readonly remedy?: string;
}
