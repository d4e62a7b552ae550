import {
  type AnalysisResult,
  type Pathways,
  type Row,
  readPathways,
  stageTransitions,
  type TableInput,
  type Transition,
} from '../../src/analysis.ts';
import { asPrinted } from './as-printed.ts';
import { CLOSED_OR_OPEN, cameTo, EXITS, MADE_UP_SOURCE, REFERRAL_RESOURCES, STAGES } from './child-terms.ts';
import { measureWaits } from './measure-waits.ts';
import type { Context } from './part.ts';
import { flowFindings } from './pathway-findings.ts';

/** From referral to care in the made-up records: who goes on from each stage, and how long it takes. */
export function tracePathways({ tables, parameters }: Context): AnalysisResult {
  const referrals = tables['synthetic-referrals'];
  if (referrals === undefined) throw new Error('the referrals were not declared');
  const pathways = readPathways(
    { name: 'synthetic-referrals', rows: referrals.rows.flatMap(eventsOf) },
    {
      id: 'referral',
      stage: 'stage',
      date: 'date',
      stages: STAGES.map(({ name }) => name),
      exits: Object.values(EXITS),
    },
  );
  const { transitions, stages } = stageTransitions(pathways, parameters.level);
  const waits = measureWaits(pathways, parameters);
  return {
    findings: [...flowFindings(stages, transitions), ...waits.findings],
    claims: [],
    tables: [flowTable(transitions, pathways, parameters.least), ...waits.tables],
  };
}

/** One row of the records as its events. */
function eventsOf(row: Row): Row[] {
  const referral = row.referral_id ?? null;
  const events = STAGES.flatMap(({ column, name }): Row[] => {
    const date = row[column];
    return typeof date === 'string' ? [{ referral, stage: name, date }] : [];
  });
  if (typeof row.exit === 'string' && typeof row.exit_date === 'string') {
    const stage = EXITS[row.exit as keyof typeof EXITS] ?? null;
    events.push({ referral, stage, date: row.exit_date });
  }
  return events;
}

/** What came next. Too few are still open at some stages to be counted apart from the closed ones. */
function flowTable(transitions: readonly Transition[], { stages }: Pathways, least: number): TableInput {
  const ends = [...stages, CLOSED_OR_OPEN];
  const rows = STAGES.slice(0, -1).flatMap(({ name: from }, index) => {
    const next = STAGES[index + 1]?.name;
    return [...new Set([next, ...ends])].flatMap((to) => {
      const steps = transitions.filter((one) => one.from === from && endOf(one) === to);
      const count = steps.reduce((sum, one) => sum + one.count, 0);
      const reached = steps[0]?.reached ?? 0;
      if (to === undefined || count === 0) return [];
      const [only] = steps.length === 1 ? steps : [];
      return [
        {
          order: 0,
          counted: cameTo(from),
          from,
          to,
          count,
          share: asPrinted((100 * count) / reached, 1),
          reached,
          median: only?.days?.median ?? null,
        },
      ];
    });
  });
  const ordered = rows.map((row, order) => ({ ...row, order }));
  return {
    name: 'pathway-flows',
    title: 'What followed each stage, made-up records',
    key: ['order'],
    fields: [
      { name: 'order', type: 'integer', hidden: true },
      { name: 'counted', type: 'string' },
      { name: 'from', type: 'string', title: 'Stage' },
      { name: 'to', type: 'string', title: 'What came next' },
      { name: 'count', type: 'integer', title: 'Referrals', unit: 'count', decimals: 0 },
      { name: 'share', type: 'number', unit: 'percent', decimals: 1, hidden: true },
      { name: 'reached', type: 'integer', hidden: true },
      { name: 'median', type: 'number', decimals: 0, hidden: true },
    ],
    rows: ordered,
    disclosure: {
      by: ['from', 'to'],
      absent: 'a stage is followed by the next one or by its own ends alone',
      counts: {
        count: { of: { field: 'counted' }, by: ['to'] },
        reached: { of: { field: 'counted' }, by: [] },
      },
      from: { share: ['count', 'reached'], median: 'count' },
      labels: ['order'],
      withheld: ['counted'],
    },
    notes: [
      `Made-up records, seen until 31 March 2019. Shares and median days stand in the CSV. A count below ${least} would be [c].`,
    ],
    source: MADE_UP_SOURCE,
    resources: REFERRAL_RESOURCES,
  };
}

function endOf({ to }: Transition): string {
  return to === null || to === EXITS.Closed ? CLOSED_OR_OPEN : to;
}
