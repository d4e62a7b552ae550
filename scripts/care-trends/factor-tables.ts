import {
  type Cell,
  type Estimate,
  type Field,
  numberIn,
  type Row,
  type Table,
  type TableInput,
  textIn,
} from '../../src/analysis.ts';
import { FACTOR_RESOURCES, type FactorResults } from './factor-results.ts';
import { FACTOR_IDS, FACTORS, type Model, modelWith } from './fit-models.ts';

const CALL = 'plumbline_robust_model(data, outcome, factors, within, level)';
const SOURCE = 'Sources: DfE, HMRC, Ofsted, public documents.';

const ESTIMATE_FIELDS: readonly Field[] = [
  { name: 'estimate', type: 'number', title: 'Estimate', decimals: 3 },
  { name: 'low', type: 'number', title: 'From', decimals: 3 },
  { name: 'high', type: 'number', title: 'To', decimals: 3 },
  { name: 'p', type: 'number', title: 'p', decimals: 4 },
  { name: 'n', type: 'integer', title: 'Authorities', decimals: 0 },
];

function estimateCells({ estimate, low, high, p, n }: Estimate): Row {
  return { estimate, low, high, p, n };
}

function byText(field: string): (a: Row, b: Row) => number {
  return (a, b) => (textIn(a, field) < textIn(b, field) ? -1 : 1);
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
  const rank = 'Rank correlation';
  const rows: readonly (readonly [string, string, Estimate])[] = [
    ['Child poverty', rank, alone.lowIncome],
    ['Child poverty, London only', rank, alone.lowIncomeInLondon],
    ['Child poverty, without London', rank, alone.lowIncomeOutsideLondon],
    ['Innovation Programme', 'Difference in means, percentage points', alone.innovation],
    ['Ofsted grade', rank, alone.ofsted],
    ['Ofsted grade, single inspections only', rank, alone.ofstedSingle],
  ];
  return {
    name: 'factors-alone',
    title: 'Each factor on its own against the average yearly change in the care rate',
    key: ['factor'],
    fields: [
      { name: 'factor', type: 'string', title: 'Factor' },
      { name: 'measure', type: 'string', title: 'Measure' },
      ...ESTIMATE_FIELDS,
    ],
    rows: rows
      .map(([factor, measure, estimate]) => ({ factor, measure, ...estimateCells(estimate) }))
      .sort(byText('factor')),
    notes: [
      `Intervals at ${100 * parameters.level}%: of rank correlations by Fisher’s z with the standard error of Bonett and Wright, of the difference by Welch’s t. Above zero, the rate rose more where child poverty fell less or the grade was poorer. Innovation Programme: authorities that a source names less all others.`,
    ],
    source: SOURCE,
    resources: FACTOR_RESOURCES,
  };
}

function effectsTable({ effects, n, adjustedRSquared }: Model): TableInput {
  return {
    name: 'model-effects',
    title: 'All factors in one model: standardised coefficients',
    key: ['factor'],
    fields: [{ name: 'factor', type: 'string', title: 'Factor' }, ...ESTIMATE_FIELDS],
    rows: effects
      .map((effect) => ({ factor: FACTORS[effect.factor].label, ...estimateCells(effect) }))
      .sort(byText('factor')),
    notes: [
      `Standard deviations of the average yearly change in the rate for one standard deviation of the factor. Least squares, HC3 standard errors, ${n} authorities, adjusted R² ${adjustedRSquared.toFixed(2)}. Ours, not a reproduction: the published study tested one factor at a time.`,
    ],
    source: SOURCE,
    resources: FACTOR_RESOURCES,
    query: CALL,
  };
}

/** One row for each choice, three columns for each factor. */
function variantsTable({ models, parameters }: FactorResults): TableInput {
  const cells = (model: Model) =>
    FACTOR_IDS.flatMap((id): [string, Cell][] => {
      const effect = model.effects.find(({ factor }) => factor === id);
      const cell = (value: number | undefined): Cell => value ?? { symbol: 'z' };
      return [
        [`${id}_estimate`, cell(effect?.estimate)],
        [`${id}_low`, cell(effect?.low)],
        [`${id}_high`, cell(effect?.high)],
      ];
    });
  const number = (name: string, title: string): Field => ({ name, type: 'number', title, decimals: 3 });
  return {
    name: 'model-variants',
    title: 'The coefficients under other choices',
    key: ['choice'],
    fields: [
      { name: 'choice', type: 'string', title: 'Choice' },
      ...FACTOR_IDS.flatMap((id) => [
        number(`${id}_estimate`, FACTORS[id].column),
        number(`${id}_low`, 'from'),
        number(`${id}_high`, 'to'),
      ]),
      { name: 'n', type: 'integer', title: 'Authorities', decimals: 0 },
      number('adjusted_r_squared', 'Adjusted R²'),
    ],
    rows: models
      .map((model) => ({
        choice: model.label,
        ...Object.fromEntries(cells(model)),
        n: model.n,
        adjusted_r_squared: model.adjustedRSquared,
      }))
      .sort(byText('choice')),
    notes: [
      `Standardised coefficients with ${100 * parameters.level}% intervals, HC3 standard errors; one choice changed at a time. Within regions, each region has a level of its own.`,
    ],
    source: SOURCE,
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
    title: 'Authorities: change in the care rate and the factors',
    key: ['area'],
    fields: [
      { name: 'area', type: 'string', title: 'Code' },
      { name: 'name', type: 'string', title: 'Authority' },
      { name: 'region', type: 'string', title: 'Region' },
      number('mean_change', 'Average of the yearly changes', 'percent'),
      number('plain_change', 'Change from first to last year', 'percent'),
      number('low_income_change', 'Change in low income, all children', 'percentage points'),
      number('low_income_change_under_16', 'Change in low income, children under 16', 'percentage points'),
      grade('ofsted_grade', 'Ofsted grade'),
      grade('single_inspection_grade', 'Ofsted grade, single inspection'),
      grade('innovation', 'Named in the Innovation Programme'),
    ],
    rows: factors.rows.map((row) => ({
      ...row,
      area: textIn(row, 'area'),
      innovation: numberIn(row, 'innovation'),
    })),
    notes: [
      'Innovation Programme: 1 where a source names the authority in round 1, 0 where none does, which does not mean that it took no part.',
    ],
    source: SOURCE,
    resources: FACTOR_RESOURCES,
  };
}
