import {
  type ClaimInput,
  type ComparedGradients,
  type Estimate,
  estimated,
  type FindingInput,
  isAbove,
  type JointTest,
} from '../../src/analysis.ts';
import { RATE_RESOURCES } from './child-terms.ts';
import { BY_AUTHORITY, BY_DECILE, byGroup, DIVISIONS, type Division } from './gradient-queries.ts';
import type { Gradients } from './measure-gradients.ts';

const METHODS = {
  sii: 'Slope index of inequality: least squares of the rate over ridit scores of deprivation deciles, weighted by children, robust interval; per 10,000 children a year',
  rii: 'Relative index of inequality: Poisson model over ridit scores of deprivation deciles, robust interval; most deprived end over least deprived',
  gradient: 'Poisson model of the count on the decile with children as exposure, robust interval',
};

/** Groups of which the published study said that their gradient is steeper. */
const STEEPER = [
  { id: 'younger', division: 'age_band', steep: ['Under 1', '1 to 4'], others: ['10 to 15', '16 to 17'] },
  {
    id: 'white-british',
    division: 'ethnicity',
    steep: ['White British'],
    others: ['Asian', 'Black', 'Mixed', 'Other', 'White other'],
  },
  {
    id: 'neglect',
    division: 'plan_category',
    steep: ['Neglect'],
    others: ['Emotional abuse', 'Physical abuse', 'Sexual abuse'],
  },
] as const;

type Rise = (id: string, estimate: Estimate, what: string, query: string, cases: number) => FindingInput;

/** A gradient has two coefficients, and all cases are behind both. */
const ofCases = (...cases: readonly number[]) =>
  ({ model: { records: Math.min(...cases), cells: cases, parameters: 2 } }) as const;

export function gradientFindings(gradients: Gradients): FindingInput[] {
  const { thresholds, concentration, divisions, inverse, level } = gradients;
  const common = { resources: RATE_RESOURCES } as const;
  const plans = thresholds.get('plans');
  const referrals = thresholds.get('referrals');
  const care = thresholds.get('looked_after');
  if (!plans || !referrals || !care) throw new Error('a threshold has no gradient');
  const rise: Rise = (id, estimate, what, query, cases) => ({
    ...common,
    id,
    disclosure: ofCases(cases),
    ...estimated(estimate, level),
    unit: 'percent',
    decimals: 1,
    method: METHODS.gradient,
    definition: `Rise in the rate of ${what} for each step of neighbourhood deprivation by a decile, made-up records`,
    query,
  });
  return [
    {
      ...common,
      id: 'sii-all',
      disclosure: ofCases(plans.cases),
      ...estimated(plans.slope, level),
      unit: 'per 10,000',
      decimals: 1,
      method: METHODS.sii,
      definition:
        'Difference in the yearly rate of child protection plans between the most and the least deprived end, made-up records',
      query: BY_DECILE,
    },
    {
      ...common,
      id: 'rii-all',
      disclosure: ofCases(plans.cases),
      ...estimated(plans.relative, level),
      unit: 'ratio',
      decimals: 1,
      method: METHODS.rii,
      definition:
        'Ratio of the rates of child protection plans at the most and the least deprived end, made-up records',
      query: BY_DECILE,
    },
    rise('gradient-all', plans.gradient, 'child protection plans', BY_DECILE, plans.cases),
    rise('gradient-referrals', referrals.gradient, 'referrals', BY_DECILE, referrals.cases),
    rise('gradient-looked-after', care.gradient, 'becoming looked after', BY_DECILE, care.cases),
    {
      ...common,
      id: 'concentration-plans',
      disclosure: ofCases(plans.cases),
      ...estimated(concentration, level),
      unit: 'ratio',
      decimals: 2,
      method:
        'Concentration index over deprivation deciles, interval of Kakwani, Wagstaff and van Doorslaer (1997)',
      definition: 'Concentration of child protection plans on deprived neighbourhoods, made-up records',
      query: BY_DECILE,
    },
    ...groupFindings(divisions, rise),
    ...testFindings(divisions),
    {
      ...common,
      id: 'inverse-plans',
      // An intercept for each of ten deciles, and the authority's.
      disclosure: { model: { records: plans.cases, cells: [plans.cases], parameters: 11 } },
      ...estimated(riseOf(inverse), level),
      unit: 'percent',
      decimals: 1,
      method:
        'Poisson model of plans by authority and decile with an intercept for each decile and children as exposure, HC1 interval',
      definition:
        'How much higher the rate of plans is, at the same decile of the neighbourhood, in an invented authority whose mean decile is lower by one',
      query: BY_AUTHORITY,
    },
  ];
}

/** A ratio as a rise in percent. */
function riseOf({ estimate, low, high, p, n }: Estimate): Estimate {
  return { estimate: 100 * (estimate - 1), low: 100 * (low - 1), high: 100 * (high - 1), p, n };
}

function groupFindings(divisions: Gradients['divisions'], rise: Rise): FindingInput[] {
  return [...divisions].flatMap(([division, { subgroups }]) =>
    subgroups.map(({ subgroup, gradient, cases }) =>
      rise(
        `gradient-${subgroup.toLowerCase().replaceAll(' ', '-')}`,
        gradient,
        `child protection plans (${DIVISIONS[division].toLowerCase()}: ${subgroup})`,
        byGroup(division),
        cases,
      ),
    ),
  );
}

function testFindings(divisions: Gradients['divisions']): FindingInput[] {
  return [...divisions].map(
    ([division, { gradientTest, subgroups }]): FindingInput => ({
      id: `interaction-${division.replaceAll('_', '-')}`,
      value: gradientTest.statistic,
      unit: 'ratio',
      decimals: 1,
      p: gradientTest.p,
      method: `Test of interaction on the multiplicative scale: Cochran’s Q of the groups’ gradients, ${gradientTest.degrees} degrees of freedom`,
      definition: `Whether the gradient of child protection plans differs by ${DIVISIONS[division].toLowerCase()}, made-up records`,
      resources: RATE_RESOURCES,
      disclosure: ofCases(...subgroups.map(({ cases }) => cases)),
      query: byGroup(division),
    }),
  );
}

export function gradientClaims({ thresholds, divisions, inverse }: Gradients, alpha: number): ClaimInput[] {
  const referrals = thresholds.get('referrals');
  const care = thresholds.get('looked_after');
  const differs = (division: Division): JointTest | undefined => divisions.get(division)?.gradientTest;
  return [
    {
      id: 'gradient-rises-with-threshold',
      statement: 'The made-up gradient is steeper for becoming looked after than for referral.',
      holds: referrals !== undefined && care !== undefined && care.gradient.low > referrals.gradient.high,
      evidence: ['gradient-referrals', 'gradient-looked-after'],
    },
    ...STEEPER.map(
      ({ id, division, steep, others }): ClaimInput => ({
        id: `steeper-${id}`,
        statement: `The made-up gradient is steeper for ${steep.join(' and ')} than for each of ${others.join(', ')}, and the groups differ.`,
        holds: isSteeper(divisions.get(division), steep, others, alpha),
        evidence: [`interaction-${division.replaceAll('_', '-')}`],
      }),
    ),
    {
      id: 'sexes-differ',
      statement: 'The made-up gradient differs by sex.',
      holds: (differs('sex')?.p ?? 1) < alpha,
      evidence: ['interaction-sex'],
    },
    {
      id: 'inverse-law',
      statement:
        'At the same decile, the less deprived of the invented authorities put more children on plans.',
      holds: isAbove(inverse, 1),
      evidence: ['inverse-plans'],
    },
  ];
}

function isSteeper(
  compared: ComparedGradients | undefined,
  steep: readonly string[],
  others: readonly string[],
  alpha: number,
): boolean {
  const of = (name: string) =>
    compared?.subgroups.find(({ subgroup }) => subgroup === name)?.gradient.estimate ?? Number.NaN;
  const isEach = steep.every((name) => others.every((other) => of(name) > of(other)));
  return isEach && (compared?.gradientTest.p ?? 1) < alpha;
}
