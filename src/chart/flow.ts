/** How many went from one stage to another: a row of a flow chart's table. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  /** `null` where a symbol stands in its place. */
  readonly count: number | null;
  readonly symbol: string | null;
  /** Percent of those at `from`. */
  readonly share: number | null;
  /** Whether `to` is an end that is drawn where it leaves, not a stage of its own. */
  readonly isExit: boolean;
}

/** A stage of a flow chart, drawn as a bar in a row of its own. */
export interface FlowStage {
  readonly name: string;
  /** Those who reached it; `null` where the table does not tell. */
  readonly count: number | null;
  /** Flows from and to other stages, and to ends. */
  readonly inflows: readonly Flow[];
  readonly outflows: readonly Flow[];
  readonly exits: readonly Flow[];
}
