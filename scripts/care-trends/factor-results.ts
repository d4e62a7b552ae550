import type { Estimate, Row, Table } from '../../src/analysis.ts';
import type { Model } from './fit-models.ts';
import type { Context } from './part.ts';

export const FACTOR_RESOURCES = [
  'looked-after',
  'child-population',
  'low-income',
  'ofsted-judgements',
  'innovation-programme',
];

/** What each factor shows on its own, without the others. */
export interface Alone {
  readonly lowIncome: Estimate;
  readonly lowIncomeInLondon: Estimate;
  readonly lowIncomeOutsideLondon: Estimate;
  readonly ofsted: Estimate;
  readonly ofstedSingle: Estimate;
  /** Mean change of the named authorities less that of the unnamed. */
  readonly innovation: Estimate;
  readonly named: Estimate;
  readonly unnamed: Estimate;
}

/** Everything that the wording of findings, claims and tables rests on. */
export interface FactorResults {
  readonly alone: Alone;
  readonly models: readonly Model[];
  /** One row of counts; see `KNOWN_QUERY`. */
  readonly known: Row;
  readonly lowIncomeEngland: Table;
  /** Percent of authorities that the Innovation Programme reached. */
  readonly reach: Row;
  readonly parameters: Context['parameters'];
}
