import { type AnalysisResult, coderAgreement, type Row } from '../../src/analysis.ts';
import { projectOf } from './count-themes.ts';
import { type Context, INTERVIEWS, SYNTHETIC_SOURCE } from './part.ts';

/** How far the two coders agree on the interviews that both coded. */
export function compareCoders(context: Context): AnalysisResult {
  const project = projectOf(context);
  const { substantial } = context.parameters;
  const [first = '', second = ''] = project.users.map(({ guid }) => guid);
  const { overall, byCode, sources } = coderAgreement(project, [first, second]);
  const { kappa, interval } = overall;
  if (kappa === null || interval === null) throw new Error('the coders’ agreement has no kappa');
  const common = { n: overall.n, resources: INTERVIEWS } as const;
  const definition = 'over all pairs of a theme and a transcript that both coded (synthetic)';
  return {
    findings: [
      {
        ...common,
        id: 'kappa',
        value: kappa,
        unit: 'ratio',
        decimals: 2,
        interval,
        method: 'Cohen’s kappa with the large-sample interval of Fleiss, Cohen and Everitt',
        definition: `Agreement of the coders beyond chance, ${definition}`,
      },
      {
        ...common,
        id: 'agreement',
        value: overall.agreement,
        unit: 'percent',
        decimals: 0,
        method: 'Pairs on which both coders agree, over all',
        definition: `Agreement of the coders, ${definition}`,
      },
      {
        ...common,
        id: 'double-coded',
        value: sources.length,
        unit: 'count',
        decimals: 0,
        method: 'A count of transcripts with codes of both',
        definition: 'Transcripts coded by both coders (synthetic)',
      },
    ],
    claims: [
      {
        id: 'coders-agree',
        statement: `The coders agree substantially: kappa’s interval lies above ${substantial}.`,
        holds: interval.low > substantial,
        evidence: ['kappa'],
      },
    ],
    tables: [
      {
        name: 'agreement-by-theme',
        title: 'Transcripts on which both coders agree, by theme (synthetic)',
        key: ['theme'],
        fields: [
          { name: 'theme', type: 'string', title: 'Theme' },
          { name: 'agree', type: 'integer', title: `Agree, of ${sources.length}`, decimals: 0 },
          { name: 'kappa', type: 'number', title: 'Kappa', decimals: 2 },
        ],
        rows: byCode
          .map(
            ({ code, agreement }): Row => ({
              theme: code.name,
              agree: Math.round((agreement.agreement * agreement.n) / 100),
              kappa: agreement.kappa ?? { symbol: 'z' },
            }),
          )
          .sort((a, b) => (String(a.theme) < String(b.theme) ? -1 : 1)),
        notes: [
          'Kappa does not apply where both coders found a theme in every transcript or in none. Single themes rest on few transcripts.',
        ],
        source: SYNTHETIC_SOURCE,
        resources: INTERVIEWS,
      },
    ],
  };
}
