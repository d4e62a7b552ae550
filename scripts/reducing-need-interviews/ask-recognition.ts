import { type AnalysisResult, type FindingInput, type QualCase, wilsonInterval } from '../../src/analysis.ts';
import { projectOf } from './count-themes.ts';
import { type Context, GROUPS, INTERVIEWS, SYNTHETIC_SOURCE } from './part.ts';

/** Whether interviewees recognise the trend for which their authority was chosen. */
export function askRecognition(context: Context): AnalysisResult {
  const { cases } = projectOf(context);
  const { level } = context.parameters;
  const recognising = cases.filter(recognises).length;
  const since = cases.filter(({ values }) => values['risen-since'] === true).length;
  const consenting = cases.filter(({ values }) => values['consent-to-quote'] === true).length;
  const { low, high } = wilsonInterval(recognising, cases.length, level);
  const common = { n: cases.length, decimals: 0, resources: INTERVIEWS } as const;
  const counts: FindingInput[] = (
    [
      ['recognising', recognising, 'Interviewees who recognise the trend'],
      ['not-recognising', cases.length - recognising, 'Interviewees who do not recognise the trend'],
      ['says-risen-since', since, 'Interviewees of a group that fell who say that the rate has risen since'],
      ['consenting', consenting, 'Interviewees who agreed to be quoted'],
    ] as const
  ).map(([id, value, definition]) => ({
    ...common,
    id,
    value,
    unit: 'count',
    method: 'A count of interviews',
    definition: `${definition} (synthetic)`,
  }));
  return {
    findings: [
      ...counts,
      {
        ...common,
        id: 'recognition',
        value: (100 * recognising) / cases.length,
        unit: 'percent',
        interval: { low: 100 * low, high: 100 * high, level },
        method: 'Interviewees who recognise the trend over all, with Wilson’s interval',
        definition: 'Interviewees who recognise the trend for which their authority was chosen (synthetic)',
      },
    ],
    claims: [],
    tables: [
      {
        name: 'recognition',
        title: 'Interviewees who recognise the trend of their authority (synthetic)',
        key: ['trend'],
        fields: [
          { name: 'trend', type: 'string', title: 'Trend 2012 to 2017' },
          { name: 'interviews', type: 'integer', title: 'Interviews', decimals: 0 },
          { name: 'recognise', type: 'integer', title: 'Recognise it', decimals: 0 },
          { name: 'risen_since', type: 'integer', title: 'Say it has risen since', decimals: 0 },
        ],
        rows: GROUPS.map(({ name, title }) => {
          const own = cases.filter(({ values }) => values['trend-group'] === name);
          return {
            trend: title,
            interviews: own.length,
            recognise: own.filter(recognises).length,
            risen_since: own.filter(({ values }) => values['risen-since'] === true).length,
          };
        }).sort((a, b) => (a.trend < b.trend ? -1 : 1)),
        source: SYNTHETIC_SOURCE,
        resources: INTERVIEWS,
      },
    ],
  };
}

function recognises({ values }: QualCase): boolean {
  return values['recognises-trend'] === true;
}
