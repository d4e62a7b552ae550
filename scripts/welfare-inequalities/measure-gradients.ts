import {
  type AnalysisResult,
  type ComparedGradients,
  compareGradients,
  concentrationIndex,
  deprivationGradient,
  type Estimate,
  numberIn,
  type OrderedGroup,
  poissonModel,
  type Row,
  slopeIndex,
  type Table,
  textIn,
} from '../../src/analysis.ts';
import { gradientClaims, gradientFindings } from './gradient-findings.ts';
import {
  BY_AUTHORITY,
  BY_DECILE,
  byGroup,
  DIVISIONS,
  type Division,
  GROUP_ORDER,
} from './gradient-queries.ts';
import { gradientTables } from './gradient-tables.ts';
import type { Context } from './part.ts';

/** What rates are counted per. */
export const PER = 10_000;

/** Thresholds of intervention, from the first to the last. */
export const THRESHOLDS = {
  referrals: 'Referrals',
  enquiries: 'Section 47 enquiries',
  plans: 'Protection plans',
  looked_after: 'Became looked after',
} as const;

export type Threshold = keyof typeof THRESHOLDS;

/** So frequent that some children have several in the three years. */
const REPEATED: readonly Threshold[] = ['referrals', 'enquiries'];

export interface Gradient {
  readonly cases: number;
  readonly slope: Estimate;
  readonly relative: Estimate;
  readonly gradient: Estimate;
}

export interface Gradients {
  readonly deciles: Table;
  readonly thresholds: ReadonlyMap<Threshold, Gradient>;
  readonly concentration: Estimate;
  readonly divisions: ReadonlyMap<Division, ComparedGradients>;
  /** Ratio of plans for an authority whose mean decile is lower by one, at the same decile. */
  readonly inverse: Estimate;
  readonly level: number;
}

/** How much more often deprived children meet each intervention, for all and by group; made-up records. */
export async function measureGradients(context: Context): Promise<AnalysisResult> {
  const { sql, r, parameters } = context;
  const { years, level } = parameters;
  const deciles = await sql.query(BY_DECILE, { key: ['decile'], parameters: { years } });
  const thresholds = new Map<Threshold, Gradient>();
  for (const threshold of Object.keys(THRESHOLDS) as Threshold[]) {
    const groups = groupsOf(deciles, threshold);
    const units = REPEATED.includes(threshold) ? 'events' : 'people';
    const { slope, relative } = await slopeIndex(r, groups, { level, per: PER, units });
    const gradient = await deprivationGradient(r, groups, { step: 1, level, units });
    const cases = groups.reduce((sum, group) => sum + group.cases, 0);
    thresholds.set(threshold, { cases, slope, relative, gradient });
  }
  const gradients: Gradients = {
    deciles,
    thresholds,
    concentration: await concentrationIndex(r, groupsOf(deciles, 'plans'), { level }),
    divisions: await compareDivisions(context),
    inverse: await compareAuthorities(context),
    level,
  };
  return {
    findings: gradientFindings(gradients),
    claims: gradientClaims(gradients, parameters.alpha),
    tables: gradientTables(gradients, parameters.least),
  };
}

function groupsOf(deciles: Table, threshold: Threshold): OrderedGroup[] {
  return deciles.rows.map((row) => ({
    rank: numberIn(row, 'decile'),
    cases: numberIn(row, threshold),
    population: numberIn(row, 'children'),
  }));
}

async function compareDivisions({ sql, r, parameters }: Context) {
  const { years, level } = parameters;
  const divisions = new Map<Division, ComparedGradients>();
  for (const division of Object.keys(DIVISIONS) as Division[]) {
    const { rows } = await sql.query(byGroup(division), {
      key: ['subgroup', 'decile'],
      parameters: { years },
    });
    const place = (row: Row) => {
      const known = GROUP_ORDER.indexOf(textIn(row, 'subgroup'));
      return known < 0 ? GROUP_ORDER.length : known;
    };
    const groups = rows
      .toSorted((one, other) => place(one) - place(other))
      .map((row) => ({
        subgroup: textIn(row, 'subgroup'),
        rank: numberIn(row, 'decile'),
        cases: numberIn(row, 'plans'),
        population: numberIn(row, 'children'),
      }));
    divisions.set(division, await compareGradients(r, groups, { step: 1, level, per: PER }));
  }
  return divisions;
}

async function compareAuthorities({ sql, r, parameters }: Context): Promise<Estimate> {
  const { years, level } = parameters;
  const data = await sql.query(BY_AUTHORITY, { key: ['authority', 'decile'], parameters: { years } });
  const { ratios } = await poissonModel(r, data, {
    outcome: 'plans',
    exposure: 'children',
    factors: ['advantage'],
    within: 'decile',
    level,
  });
  const ratio = ratios.get('advantage');
  if (ratio === undefined) throw new Error('the model has no coefficient of the authority');
  return ratio;
}
