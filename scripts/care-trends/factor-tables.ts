import type { Field, Row, Table, TableInput } from '../../src/analysis.ts';
import { FACTORS, type Model, modelWith } from './fit-models.ts';
import { type Estimate, figure, text } from './read-values.ts';
import { FACTOR_RESOURCES, type FactorResults } from './test-factors.ts';

const CALL = 'robust_model(data, outcome, factors, within, level)';

const ESTIMATE_FIELDS: readonly Field[] = [
  { name: 'estimate', type: 'number', title: 'Estimate', decimals: 2 },
  { name: 'low', type: 'number', title: 'From', decimals: 2 },
  { name: 'high', type: 'number', title: 'To', decimals: 2 },
  { name: 'p', type: 'number', title: 'p', decimals: 3 },
  { name: 'n', type: 'integer', title: 'Authorities', decimals: 0 },
];

function estimateCells({ estimate, low, high, p, n }: Estimate): Row {
  return { estimate, low, high, p, n };
}

export function factorTables(results: FactorResults, factors: Table): TableInput[] {
  return [
    aloneTable(results),
    effectsTable(modelWith(results.models, 'main')),
    variantsTable(results),
    factorsTable(factors),
  ];
}

function aloneTable({ alone, parameters }: FactorResults): TableInput {
  const rank = 'rank correlation';
  const rows: readonly (readonly [string, string, Estimate])[] = [
    ['Change in low income', rank, alone.lowIncome],
    ['Change in low income, London only', rank, alone.lowIncomeInLondon],
    ['Change in low income, without London', rank, alone.lowIncomeOutsideLondon],
    ['Ofsted grade (higher is poorer)', rank, alone.ofsted],
    ['Ofsted grade, single inspections only', rank, alone.ofstedSingle],
    [
      'Innovation Programme, named less unnamed',
      'difference in means, percentage points a year',
      alone.innovation,
    ],
  ];
  return {
    name: 'factors-alone',
    title: 'Each factor on its own against the mean annual change in the care rate',
    key: ['row'],
    fields: [
      { name: 'row', type: 'integer', title: 'Row', decimals: 0 },
      { name: 'factor', type: 'string', title: 'Factor' },
      { name: 'measure', type: 'string', title: 'Measure' },
      ...ESTIMATE_FIELDS,
    ],
    rows: rows.map(([factor, measure, estimate], index) => ({
      row: index + 1,
      factor,
      measure,
      ...estimateCells(estimate),
    })),
    notes: [
      `Intervals at ${100 * parameters.level}%: of rank correlations by Fisher’s z with the standard error of Bonett and Wright, of the difference by Welch’s t. Above zero, rates rose more where low income rose more (or fell less) or the grade was poorer.`,
    ],
    resources: FACTOR_RESOURCES,
  };
}

function effectsTable({ effects, n, adjustedRSquared }: Model): TableInput {
  return {
    name: 'model-effects',
    title: 'All three factors in one model: standardised coefficients',
    key: ['row'],
    fields: [
      { name: 'row', type: 'integer', title: 'Row', decimals: 0 },
      { name: 'factor', type: 'string', title: 'Factor' },
      ...ESTIMATE_FIELDS,
    ],
    rows: effects.map((effect, index) => ({
      row: index + 1,
      factor: FACTORS[effect.factor].label,
      ...estimateCells(effect),
    })),
    notes: [
      `Standard deviations of the mean annual change in the rate for one standard deviation of the factor. Least squares, HC3 standard errors, ${n} authorities, adjusted R² ${adjustedRSquared.toFixed(2)}. Ours, not a reproduction: the published study tested one factor at a time.`,
    ],
    resources: FACTOR_RESOURCES,
    query: CALL,
  };
}

function variantsTable({ models }: FactorResults): TableInput {
  return {
    name: 'model-variants',
    title: 'The coefficients under other choices',
    key: ['variant_order', 'factor_order'],
    fields: [
      { name: 'variant_order', type: 'integer', title: 'Variant', decimals: 0 },
      { name: 'variant', type: 'string', title: 'Choice' },
      { name: 'factor_order', type: 'integer', title: 'Row', decimals: 0 },
      { name: 'factor', type: 'string', title: 'Factor' },
      ...ESTIMATE_FIELDS,
      { name: 'adjusted_r_squared', type: 'number', title: 'Adjusted R²', decimals: 2 },
    ],
    rows: models.flatMap(({ label, effects, adjustedRSquared }, variant) =>
      effects.map((effect, index) => ({
        variant_order: variant + 1,
        variant: label,
        factor_order: index + 1,
        factor: FACTORS[effect.factor].label,
        ...estimateCells(effect),
        adjusted_r_squared: adjustedRSquared,
      })),
    ),
    notes: [
      'Standardised coefficients with 95% intervals, HC3 standard errors; one choice changed at a time.',
    ],
    resources: FACTOR_RESOURCES,
    query: CALL,
  };
}

/** What the models were fitted on, for whoever wants to fit others. */
function factorsTable(factors: Table): TableInput {
  const number = (name: string, title: string, unit?: string): Field => ({
    name,
    type: 'number',
    title,
    decimals: 2,
    ...(unit === undefined ? {} : { unit }),
  });
  const grade = (name: string, title: string): Field => ({ name, type: 'integer', title, decimals: 0 });
  return {
    name: 'authority-factors',
    title: 'Authorities: change in the care rate and the three factors',
    key: ['area'],
    fields: [
      { name: 'area', type: 'string', title: 'Code' },
      { name: 'name', type: 'string', title: 'Authority' },
      { name: 'region', type: 'string', title: 'Region' },
      number('mean_change', 'Mean annual change', 'percent'),
      number('plain_change', 'Change from first to last year', 'percent'),
      number('low_income_change', 'Change in low income, all children', 'percentage points'),
      number('low_income_change_under_16', 'Change in low income, under 16', 'percentage points'),
      grade('ofsted_grade', 'Ofsted grade'),
      grade('single_inspection_grade', 'Ofsted grade, single inspection'),
      grade('innovation', 'Named in the Innovation Programme'),
    ],
    rows: factors.rows.map((row) => ({
      ...row,
      area: text(row, 'area'),
      innovation: figure(row, 'innovation'),
    })),
    notes: [
      'Innovation Programme: 1, a source names the authority in round 1; 0, none does, which does not mean that it took no part.',
    ],
    resources: FACTOR_RESOURCES,
  };
}
