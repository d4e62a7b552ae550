import type { FindingInput, Unit } from '../model/finding.ts';

export interface Choice {
  readonly id: string;
  readonly value: number | string;
  readonly unit: Unit;
  /** 0 when left out. */
  readonly decimals?: number;
  /** What it decides, one sentence. */
  readonly definition: string;
  /** Who set it, and where, if not the analysis among its parameters. */
  readonly method?: string;
}

/**
 * A figure that was set and not computed: a threshold, a sample size, a level of confidence. As a finding it is
 * printed from where it takes effect, so that text and computation cannot part. It rests on no data.
 */
export function chosenFinding({
  decimals = 0,
  method = 'Set by the analysis',
  ...choice
}: Choice): FindingInput {
  return { ...choice, decimals, method, resources: [] };
}
