import type { R, RValue } from '../model/ports.ts';
import { type Estimate, type JointTest, partOf, partsOf, readJointTest } from './estimate.ts';
import { groupVectors, type InequalityOptions, type OrderedGroup } from './ordered-groups.ts';

export interface SubgroupGradient {
  readonly subgroup: string;
  readonly cases: number;
  /** As in `slopeIndex`, ranked within the subgroup. */
  readonly slope: Estimate;
  readonly relative: Estimate;
  /** As in `deprivationGradient`. */
  readonly gradient: Estimate;
}

export interface ComparedGradients {
  /** In the order in which the subgroups first come. */
  readonly subgroups: readonly SubgroupGradient[];
  /** Whether the slopes differ: interaction on the additive scale. */
  readonly slopeTest: JointTest;
  /** Whether the ratios differ: interaction on the multiplicative scale. */
  readonly relativeTest: JointTest;
  readonly gradientTest: JointTest;
}

/**
 * Inequality within each of several subgroups, and tests of interaction: whether they differ by more than
 * chance. Subgroups share no people, so Wald's test of the interaction is Cochran's Q of their estimates.
 * See docs/methods/inequality.md.
 */
export async function compareGradients(
  r: R,
  groups: readonly (OrderedGroup & { readonly subgroup: string })[],
  options: InequalityOptions & { readonly step: number },
): Promise<ComparedGradients> {
  const { units = 'people', level = 0.95, per = 1, step } = options;
  const names = [...new Set(groups.map(({ subgroup }) => subgroup))];
  if (names.length < 2) throw new Error(`${names.length} subgroups; expected at least 2 to compare`);
  for (const name of names)
    groupVectors(
      groups.filter(({ subgroup }) => subgroup === name),
      units,
    );
  const subgroup = groups.map((group) => group.subgroup);
  const args = { subgroup, ...groupVectors(groups, units), step, units, level };
  const value = await r.call('plumbline_compare_gradients', args);
  const rows = partOf(value, 'subgroups');
  if (!Array.isArray(rows)) throw new Error('R gave no subgroups');
  return {
    subgroups: rows.map((row) => readSubgroup(row, per)),
    slopeTest: readJointTest(partOf(value, 'slope_test')),
    relativeTest: readJointTest(partOf(value, 'ratio_test')),
    gradientTest: readJointTest(partOf(value, 'gradient_test')),
  };
}

function readSubgroup(row: RValue, per: number): SubgroupGradient {
  const part = partsOf(row);
  const read = (name: string, scale = 1): Estimate => ({
    estimate: scale * part(name),
    low: scale * part(`${name}_low`),
    high: scale * part(`${name}_high`),
    p: part(`${name}_p`),
    n: part('n'),
  });
  return {
    subgroup: String(partOf(row, 'subgroup')),
    cases: part('cases'),
    slope: read('slope', per),
    relative: read('ratio'),
    gradient: read('gradient'),
  };
}
