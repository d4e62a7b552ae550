import { drawReferrals } from '../../scripts/synthetic/children/draw-referrals.ts';
import { type Cell, listCells } from '../../scripts/synthetic/children/list-cells.ts';
import {
  childYears,
  expectedPlans,
  NEGLECT_PLAN,
  stageChances,
  waitedUntil,
  waitedUntilPlan,
} from '../../scripts/synthetic/children/planted-values.ts';
import {
  NEGLECT_NOT_ASSESSED,
  PLAN_CATEGORIES,
  REFERRALS,
  STAGES,
} from '../../scripts/synthetic/parameters.ts';
import type { R } from '../../src/model/ports.ts';
import type { Row, Table } from '../../src/model/table.ts';
import { type ComparedGradients, compareGradients } from '../../src/stats/compare-gradients.ts';
import { concentrationIndex } from '../../src/stats/concentration-index.ts';
import { cumulativeIncidence } from '../../src/stats/cumulative-incidence.ts';
import { curveAt } from '../../src/stats/curve-at.ts';
import { curveQuantile } from '../../src/stats/curve-quantile.ts';
import { dayNumber } from '../../src/stats/day-number.ts';
import { deprivationGradient } from '../../src/stats/deprivation-gradient.ts';
import type { Estimate } from '../../src/stats/estimate.ts';
import { poissonModel } from '../../src/stats/fit-model.ts';
import type { OrderedGroup } from '../../src/stats/ordered-groups.ts';
import { seededRandom } from '../../src/stats/seeded-random.ts';
import { slopeIndex } from '../../src/stats/slope-index.ts';
import { wilsonInterval } from '../../src/stats/wilson-interval.ts';

/** An interval of an analysis beside the value that was planted. */
export interface Recovered {
  readonly what: string;
  readonly planted: number;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

type Groups = readonly (OrderedGroup & { readonly subgroup: string })[];

const CELLS = listCells();

/** An event: whether a referral's row has it, and how many of a cell are expected to. */
interface Event {
  readonly happened: (row: Row) => boolean;
  readonly expected: (cell: Cell) => number;
}

const REFERRED: Event = { happened: () => true, expected: (cell) => cell.referrals };
const PLANNED: Event = {
  happened: (row) => row.plan_category != null,
  expected: (cell) => expectedPlans(cell).reduce((sum, plans) => sum + plans, 0),
};
const PLANNED_FOR_NEGLECT: Event = {
  happened: (row) => row.plan_category === PLAN_CATEGORIES[NEGLECT_PLAN]?.name,
  expected: (cell) => expectedPlans(cell)[NEGLECT_PLAN] ?? Number.NaN,
};

type SubgroupOf = (of: { authority: string; sex: string; age: string; ethnicity: string }) => string;

/** Ways to look at the gradient: of what event, and in which subgroups. */
const VIEWS: readonly (Event & { readonly what: string; readonly subgroupOf: SubgroupOf })[] = [
  ...(
    [
      ['sex', (of) => of.sex],
      ['age', (of) => of.age],
      ['ethnicity', (of) => of.ethnicity],
      ['authority', (of) => of.authority],
    ] satisfies [string, SubgroupOf][]
  ).flatMap(([by, subgroupOf]) => [
    { what: `referrals by ${by}`, ...REFERRED, subgroupOf },
    { what: `plans by ${by}`, ...PLANNED, subgroupOf },
  ]),
  { what: 'plans for neglect by ethnicity', ...PLANNED_FOR_NEGLECT, subgroupOf: (of) => of.ethnicity },
];

function group(
  entries: Iterable<readonly [subgroup: string, rank: number, cases: number, years: number]>,
): Groups {
  const groups = new Map<string, { subgroup: string; rank: number; cases: number; population: number }>();
  for (const [subgroup, rank, cases, population] of entries) {
    const key = `${subgroup}/${rank}`;
    const found = groups.get(key) ?? { subgroup, rank, cases: 0, population: 0 };
    found.cases += cases;
    found.population += population;
    groups.set(key, found);
  }
  return [...groups.values()];
}

function cellValues(cell: Cell) {
  return { authority: cell.authority, sex: cell.sex, age: cell.age.name, ethnicity: cell.ethnicity };
}

function rowValues(row: Row) {
  return {
    authority: String(row.authority),
    sex: String(row.sex),
    age: String(row.age_band),
    ethnicity: String(row.ethnicity),
  };
}

/** Planted values are the same for every seed. */
const plantedBefore = new Map<string, unknown>();

async function once<T>(what: string, compute: () => Promise<T>): Promise<T> {
  const known = plantedBefore.get(what) ?? (await compute());
  plantedBefore.set(what, known);
  return known as T;
}

async function compare(r: R, what: string, expected: Groups, found: Groups): Promise<Recovered[]> {
  // A child may be referred, and put on a plan, more than once.
  const options = { step: 1, per: 10_000, units: 'events' as const };
  const planted = await once<ComparedGradients>(what, () => compareGradients(r, expected, options));
  const estimated = await compareGradients(r, found, options);
  return planted.subgroups.flatMap((truth) => {
    const own = estimated.subgroups.find(({ subgroup }) => subgroup === truth.subgroup);
    if (own === undefined) throw new Error(`no gradient for ${truth.subgroup}`);
    return (['gradient', 'relative', 'slope'] as const).map((measure) => ({
      what: `${measure} of ${what}: ${truth.subgroup}`,
      planted: truth[measure].estimate,
      estimate: own[measure].estimate,
      low: own[measure].low,
      high: own[measure].high,
    }));
  });
}

/** Gradients of referrals and plans within sexes, age bands, ethnic groups, authorities and categories of plan. */
export async function recoverGradients(r: R, rows: readonly Row[]): Promise<Recovered[]> {
  const recovered: Recovered[] = [];
  for (const { what, happened, expected, subgroupOf } of VIEWS) {
    const years = CELLS.map(
      (cell) => [subgroupOf(cellValues(cell)), cell.decile, 0, childYears(cell)] as const,
    );
    const truth = CELLS.map(
      (cell) => [subgroupOf(cellValues(cell)), cell.decile, expected(cell), 0] as const,
    );
    const counts = rows
      .filter(happened)
      .map((row) => [subgroupOf(rowValues(row)), Number(row.deprivation_decile), 1, 0] as const);
    recovered.push(...(await compare(r, what, group([...years, ...truth]), group([...years, ...counts]))));
  }
  const categories = PLAN_CATEGORIES.map(({ name }) => name);
  const years = CELLS.flatMap((cell) =>
    categories.map((name) => [name, cell.decile, 0, childYears(cell)] as const),
  );
  const truth = CELLS.flatMap((cell) =>
    expectedPlans(cell).map((plans, k) => [categories[k] ?? '', cell.decile, plans, 0] as const),
  );
  const counts = rows.flatMap((row) =>
    typeof row.plan_category === 'string'
      ? [[row.plan_category, Number(row.deprivation_decile), 1, 0] as const]
      : [],
  );
  recovered.push(
    ...(await compare(r, 'plans by category', group([...years, ...truth]), group([...years, ...counts]))),
  );
  return recovered;
}

/** Inequality over all children: slope, relative and concentration index, and the rise for each decile. */
export async function recoverInequality(r: R, rows: readonly Row[]): Promise<Recovered[]> {
  const recovered: Recovered[] = [];
  const years = CELLS.map((cell) => ['', cell.decile, 0, childYears(cell)] as const);
  for (const [name, event] of [
    ['referrals', REFERRED],
    ['plans', PLANNED],
    ['plans for neglect', PLANNED_FOR_NEGLECT],
  ] as const) {
    const expected = CELLS.map((cell) => ['', cell.decile, event.expected(cell), 0] as const);
    const counts = rows
      .filter(event.happened)
      .map((row) => ['', Number(row.deprivation_decile), 1, 0] as const);
    const measure = async (groups: Groups) => {
      const units = 'events';
      const { slope, relative } = await slopeIndex(r, groups, { per: 10_000, units });
      const gradient = await deprivationGradient(r, groups, { step: 1, units });
      return { gradient, relative, slope, concentration: await concentrationIndex(r, groups, { units }) };
    };
    const planted = await once(`all ${name}`, () => measure(group([...years, ...expected])));
    const found = await measure(group([...years, ...counts]));
    for (const key of ['gradient', 'relative', 'slope', 'concentration'] as const)
      recovered.push(recoveredAs(`${key} of ${name}: all`, planted[key], found[key]));
  }
  return recovered;
}

/** How much more often an authority that is less deprived by one mean decile has plans at the same decile. */
export async function recoverInverse(r: R, rows: readonly Row[]): Promise<Recovered> {
  const measure = async (plansOf: ReadonlyMap<string, number>) => {
    const { ratios } = await poissonModel(r, byAuthority(plansOf), {
      outcome: 'plans',
      exposure: 'children',
      factors: ['advantage'],
      within: 'decile',
    });
    const ratio = ratios.get('advantage');
    if (ratio === undefined) throw new Error('no ratio of authorities');
    return ratio;
  };
  const expected = new Map<string, number>();
  for (const cell of CELLS) add(expected, `${cell.authority}/${cell.decile}`, PLANNED.expected(cell));
  const counts = new Map<string, number>();
  for (const row of rows.filter(PLANNED.happened))
    add(counts, `${String(row.authority)}/${String(row.deprivation_decile)}`, 1);
  const planted = await once('inverse', () => measure(expected));
  return recoveredAs('inverse plans: ratio for one decile of the authority', planted, await measure(counts));
}

/** A row for each authority and decile, as the summary's query gives them. */
function byAuthority(plans: ReadonlyMap<string, number>): Table {
  const children = new Map<string, number>();
  const sums = new Map<string, { children: number; deciles: number }>();
  for (const cell of CELLS) {
    add(children, `${cell.authority}/${cell.decile}`, childYears(cell));
    const own = sums.get(cell.authority) ?? { children: 0, deciles: 0 };
    own.children += cell.children;
    own.deciles += cell.children * cell.decile;
    sums.set(cell.authority, own);
  }
  const rows = [...children].map(([key, years]) => {
    const [authority = '', decile] = key.split('/');
    const own = sums.get(authority);
    const advantage = own === undefined ? Number.NaN : -own.deciles / own.children;
    return { authority, decile: Number(decile), children: years, plans: plans.get(key) ?? 0, advantage };
  });
  const number = (name: string) => ({ name, type: 'number' as const });
  return {
    name: 'authorities',
    fields: [
      { name: 'authority', type: 'string' },
      ...['decile', 'children', 'plans', 'advantage'].map(number),
    ],
    rows,
    key: ['authority', 'decile'],
  };
}

function add(sums: Map<string, number>, key: string, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}

function recoveredAs(what: string, planted: Estimate, found: Estimate): Recovered {
  const { estimate, low, high } = found;
  return { what, planted: planted.estimate, estimate, low, high };
}

/** Share of plans for neglect whose assessment had not found neglect, where the factor was recorded. */
export function recoverMismatch(rows: readonly Row[]): Recovered {
  const plans = rows.filter(
    (row) => row.plan_category === PLAN_CATEGORIES[NEGLECT_PLAN]?.name && typeof row.neglect === 'boolean',
  );
  const without = plans.filter((row) => row.neglect === false).length;
  return {
    what: 'plans for neglect without neglect at assessment',
    planted: NEGLECT_NOT_ASSESSED,
    estimate: without / plans.length,
    ...wilsonInterval(without, plans.length),
  };
}

const NAMES = [...STAGES.map(({ name }) => name), 'looked_after'];
const LONGEST = 365;
const CHANCES = stageChances(CELLS);
const UNTIL = STAGES.map((_, stage) => waitedUntil(stage, LONGEST));
const UNTIL_PLAN = waitedUntilPlan(LONGEST);
const CHANCE_OF_PLAN = CHANCES.slice(0, 5).reduce((product, chance) => product * chance, 1);
const MEDIAN_TO_PLAN = UNTIL_PLAN.findIndex((share) => share >= 0.5);

/**
 * The share who have gone on to the next stage by its median day and half as late again, other ends
 * competing; and
 * from a referral to a plan. Where a stage follows on the same day, by day 0.
 */
export function recoverWaits(rows: readonly Row[]): Recovered[] {
  const recovered: Recovered[] = [];
  STAGES.forEach((stage, i) => {
    const waits = waitsFrom(rows, NAMES[i] ?? '', NAMES[i + 1] ?? '');
    const curve = cumulativeIncidence(waits.times, waits.outcomes, ['next', 'exit']).next;
    const days = stage.next.days === 0 ? [0] : [stage.next.days, Math.ceil(1.5 * stage.next.days)];
    for (const value of curveAt(curve, days)) {
      recovered.push({
        what: `${NAMES[i + 1]} by day ${value.time}`,
        planted: (CHANCES[i] ?? 0) * (UNTIL[i]?.[value.time] ?? 0),
        estimate: value.estimate,
        low: value.low ?? 0,
        high: value.high ?? 1,
      });
    }
  });
  const waits = waitsFrom(rows, 'referral', 'plan');
  const curve = cumulativeIncidence(waits.times, waits.outcomes, ['next', 'exit']).next;
  for (const value of curveAt(curve, [MEDIAN_TO_PLAN, 200, 365])) {
    recovered.push({
      what: `plan by day ${value.time} after referral`,
      planted: CHANCE_OF_PLAN * (UNTIL_PLAN[value.time] ?? 0),
      estimate: value.estimate,
      low: value.low ?? 0,
      high: value.high ?? 1,
    });
  }
  return recovered;
}

/** The planted median of the days from referral to plan among those who come to one, and the one found. */
export function medianToPlan(rows: readonly Row[]): { planted: number; found: number | null } {
  const days = rows.flatMap((row) =>
    typeof row.plan_date === 'string'
      ? [(dayNumber(row.plan_date) ?? 0) - (dayNumber(String(row.referral_date)) ?? 0)]
      : [],
  );
  const curve = cumulativeIncidence(
    days,
    days.map(() => 'plan'),
    ['plan'],
  ).plan;
  return { planted: MEDIAN_TO_PLAN, found: curveQuantile(curve, 0.5).time };
}

function dayOf(cell: Row[string] | undefined): number | undefined {
  return typeof cell === 'string' ? dayNumber(cell) : undefined;
}

function waitsFrom(rows: readonly Row[], from: string, to: string) {
  const times: number[] = [];
  const outcomes: (string | null)[] = [];
  const end = dayNumber(REFERRALS.seenUntil) ?? 0;
  for (const row of rows) {
    const start = dayOf(row[`${from}_date`]);
    if (start === undefined) continue;
    const next = dayOf(row[`${to}_date`]);
    const exit = dayOf(row.exit_date);
    times.push((next ?? exit ?? end) - start);
    outcomes.push(next !== undefined ? 'next' : exit !== undefined ? 'exit' : null);
  }
  return { times, outcomes };
}

/** The records that a seed gives. */
export function recordsOf(seed: string): readonly Row[] {
  return drawReferrals(seededRandom(seed));
}
