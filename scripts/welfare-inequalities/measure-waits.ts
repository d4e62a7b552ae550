import {
  type AnalysisResult,
  type CoarseStep,
  coarsenCurve,
  cumulativeIncidence,
  curveAt,
  curveQuantile,
  type FindingInput,
  type Pathways,
  type Row,
  type StepCurve,
  survivalCurve,
  type TableInput,
  timeToStage,
} from '../../src/analysis.ts';
import { asPrinted } from './as-printed.ts';
import { cameTo, EXITS, MADE_UP_SOURCE, REFERRAL_RESOURCES, STAGES } from './child-terms.ts';
import type { Context } from './part.ts';

/** The curves end a year after the referral: every record was followed so long. */
const LAST_DAY = 364;
const FORTNIGHT = 14;
const AT_RISK_EVERY = 84;
const CURVES = ['Assessment', 'Child in need', 'Section 47 enquiry', 'Protection plan'];

/** Time from referral to each stage, with ends competing, and to the end of the case. */
export function measureWaits(
  pathways: Pathways,
  parameters: Context['parameters'],
): Omit<AnalysisResult, 'claims'> {
  const { seenUntil, level, least } = parameters;
  const curves = STAGES.slice(1).map(({ name }) => {
    const waits = timeToStage(pathways, { from: 'Referral', to: name, until: seenUntil });
    const curve = cumulativeIncidence(waits.times, waits.outcomes, waits.kinds, { level })[name];
    if (curve === undefined) throw new Error(`no curve of ${name}`);
    // Those who got there: how long it took them. Nothing is censored among them.
    const times = waits.times.filter((_, index) => waits.outcomes[index] === name);
    return { name, curve, reached: survivalCurve(times, new Uint8Array(times.length).fill(1), { level }) };
  });
  const end = timeToStage(pathways, {
    from: 'Referral',
    to: 'Closed',
    competing: Object.values(EXITS),
    until: seenUntil,
  });
  const open = survivalCurve(
    end.times,
    end.outcomes.map((outcome) => outcome !== null),
    { level },
  );
  return {
    findings: [
      ...curves
        .filter(({ name }) => name === 'Assessment' || name === 'Protection plan')
        .map(({ name, reached }) =>
          medianFinding(
            `median-days-referral-to-${name === 'Protection plan' ? 'plan' : 'assessment'}`,
            reached,
            cameTo(name),
            `Days from a made-up referral to: ${name.toLowerCase()}, among those that came to it by 31 March 2019`,
          ),
        ),
      medianFinding(
        'median-days-open',
        open,
        cameTo('Referral'),
        'Days from a made-up referral until its case was closed; still open and looked-after ones are censored',
      ),
    ],
    tables: [curveTable(curves, least, level), waitTable(curves, least, level)],
  };
}

function medianFinding(id: string, curve: StepCurve, of: string, definition: string): FindingInput {
  const { time, low, high } = curveQuantile(curve);
  if (time === null) throw new Error(`"${id}" has no median: fewer than half came so far`);
  return {
    id,
    value: time,
    unit: 'count',
    decimals: 0,
    n: curve.n,
    ...(low === null || high === null ? {} : { interval: { low, high, level: curve.level } }),
    method: 'Median of the Kaplan–Meier curve, interval of Brookmeyer and Crowley',
    definition,
    disclosure: { count: { of, number: curve.n } },
    resources: REFERRAL_RESOURCES,
  };
}

type Named = { readonly name: string; readonly curve: StepCurve; readonly reached: StepCurve };

/** The curves at fortnights, each value resting on steps of at least ten children. */
function curveTable(curves: readonly Named[], least: number, level: number): TableInput {
  const days = Array.from({ length: LAST_DAY / FORTNIGHT + 1 }, (_, index) => index * FORTNIGHT);
  const percent = (name: string, title: string) =>
    ({ name, type: 'number', title, unit: 'percent', decimals: 1 }) as const;
  return {
    name: 'reached-by-day',
    title: 'Share of made-up referrals that had come to each stage, by days since referral',
    key: ['order', 'day'],
    fields: [
      { name: 'order', type: 'integer', hidden: true },
      { name: 'stage', type: 'string', title: 'Stage' },
      { name: 'day', type: 'integer', title: 'Days since referral' },
      percent('share', 'Reached'),
      percent('low', 'Low'),
      percent('high', 'High'),
      { name: 'at_risk', type: 'integer', title: 'Still waiting', unit: 'count', decimals: 0 },
      { name: 'events', type: 'integer' },
    ],
    disclosure: {
      curve: {
        of: cameTo('Referral'),
        by: ['stage'],
        events: 'events',
        atRisk: 'at_risk',
        values: ['share', 'low', 'high'],
      },
      labels: ['order', 'day'],
      withheld: ['events'],
    },
    rows: curves
      .filter(({ name }) => CURVES.includes(name))
      .flatMap(({ name, curve }, order) => {
        const steps = stepsOf(curve, least);
        return days.map((day) => ({
          order,
          stage: name,
          day,
          ...stepOn(steps, day),
          at_risk: day % AT_RISK_EVERY === 0 ? (curveAt(curve, [day])[0]?.atRisk ?? 0) : null,
          events: eventsIn(steps, day - FORTNIGHT, day),
        }));
      }),
    notes: [
      `Made-up records. Cumulative incidence (Aalen–Johansen) with pointwise ${100 * level}% intervals: cases closed before a stage compete with it. Each step rests on ${least} or more children.`,
    ],
    source: MADE_UP_SOURCE,
    resources: REFERRAL_RESOURCES,
  };
}

function stepsOf(curve: StepCurve, least: number): readonly CoarseStep[] {
  return coarsenCurve(curve, { leastEvents: least, leastAtRisk: least });
}

function stepOn(steps: readonly CoarseStep[], day: number): Row {
  const step = steps.findLast(({ time }) => time <= day);
  const percent = (share: number | null | undefined) =>
    typeof share === 'number' ? asPrinted(100 * share, 1) : null;
  return {
    share: percent(step?.estimate),
    low: percent(step?.low),
    high: percent(step?.high),
  };
}

/** Events on which the steps after one day and up to another rest. */
function eventsIn(steps: readonly CoarseStep[], after: number, upTo: number): number {
  return steps
    .filter(({ time }) => time > after && time <= upTo)
    .reduce((sum, { events }) => sum + events, 0);
}

/** The shares are those of the curves as drawn: the difference to an exact one would be a few children. */
function waitTable(curves: readonly Named[], least: number, level: number): TableInput {
  const days = (name: string, title: string) => ({ name, type: 'number', title, decimals: 0 }) as const;
  return {
    name: 'days-to-stages',
    title: 'Days from referral to each stage, made-up records',
    key: ['order'],
    fields: [
      { name: 'order', type: 'integer', hidden: true },
      { name: 'counted', type: 'string' },
      { name: 'came', type: 'integer' },
      { name: 'stage', type: 'string', title: 'Stage' },
      { name: 'share', type: 'number', title: 'Reached in a year', unit: 'percent', decimals: 1 },
      { name: 'low', type: 'number', title: 'Low', unit: 'percent', decimals: 1 },
      { name: 'high', type: 'number', title: 'High', unit: 'percent', decimals: 1 },
      days('quarter', 'First quarter'),
      days('median', 'Median'),
      days('three_quarters', 'Third quarter'),
    ],
    disclosure: {
      by: ['stage'],
      counts: { came: { of: { field: 'counted' }, by: [] } },
      from: Object.fromEntries(
        ['share', 'low', 'high', 'quarter', 'median', 'three_quarters'].map((name) => [name, 'came']),
      ),
      labels: ['order'],
      withheld: ['counted', 'came'],
    },
    rows: curves.map(({ name, curve, reached }, order) => ({
      order,
      counted: cameTo(name),
      came: reached.n,
      stage: name,
      ...stepOn(stepsOf(curve, least), LAST_DAY),
      quarter: curveQuantile(reached, 0.25).time,
      median: curveQuantile(reached, 0.5).time,
      three_quarters: curveQuantile(reached, 0.75).time,
    })),
    notes: [
      `Made-up records. Reached in a year: cumulative incidence after ${LAST_DAY} days with its ${100 * level}% interval. Days: among those that came to the stage by 31 March 2019.`,
    ],
    source: MADE_UP_SOURCE,
    resources: REFERRAL_RESOURCES,
  };
}
