import { type AnalysisResult, chosenFinding, type FindingInput, numberIn } from '../../src/analysis.ts';
import { INTERVIEW_THEMES, INTERVIEWS as PLANTED } from '../synthetic/parameters.ts';
import { type Context, INTERVIEWS } from './part.ts';

const THEMES = INTERVIEW_THEMES.reduce((sum, { codes }) => sum + codes.length, 0);

/**
 * How likely a study of this size, and a larger one, is to tell two groups apart, and what was supposed for that.
 * No data are in it.
 */
export async function weighDesign({ r, parameters }: Context): Promise<AnalysisResult> {
  const { perGroup, perLargerGroup, supposedMany, supposedFew, supposedMost, supposedFewest } = parameters;
  const cases = [
    ['power-large-alone', perGroup, supposedMany, supposedFew, 1],
    ['power-large', perGroup, supposedMany, supposedFew, THEMES],
    ['power-huge', perGroup, supposedMost, supposedFewest, THEMES],
    ['power-more-people', perLargerGroup, supposedMany, supposedFew, THEMES],
  ] as const;
  const powers: FindingInput[] = [];
  for (const [id, size, many, few, tested] of cases) {
    const alpha = parameters.alpha / tested;
    const args = { n1: size, n2: size, p1: many / 100, p2: few / 100, alpha };
    powers.push({
      id,
      value: 100 * numberIn({ power: await r.call('fisher_power', args) }, 'power'),
      unit: 'percent',
      decimals: 0,
      method: `Power of Fisher’s exact test, two-sided, at ${parameters.alpha}${tested > 1 ? ` over ${tested} themes` : ''}, all pairs of counts enumerated`,
      definition: `Chance of telling apart groups of ${size} each, of which ${many}% and ${few}% speak of a theme`,
      resources: [],
    });
  }
  return { findings: [...powers, ...suppositions(parameters), ...planted()], claims: [], tables: [] };
}

function suppositions(parameters: Context['parameters']): FindingInput[] {
  const share = (id: string, value: number, whose: string) =>
    chosenFinding({ id, value, unit: 'percent', definition: `Share supposed to speak of a theme: ${whose}` });
  const count = (id: string, value: number, definition: string) =>
    chosenFinding({ id, value, unit: 'count', definition });
  return [
    share('supposed-many', parameters.supposedMany, 'the group that speaks of it more'),
    share('supposed-few', parameters.supposedFew, 'the group that speaks of it less'),
    share('supposed-most', parameters.supposedMost, 'the group that speaks of it more, far apart'),
    share('supposed-fewest', parameters.supposedFewest, 'the group that speaks of it less, far apart'),
    count('supposed-per-group', parameters.perGroup, 'People in each group compared'),
    count('supposed-per-larger-group', parameters.perLargerGroup, 'People in each group of a larger study'),
    count('themes-tested', THEMES, 'Themes in the codebook, each of which is tested'),
    chosenFinding({
      id: 'confidence-level',
      value: 100 * parameters.level,
      unit: 'percent',
      definition: 'Confidence level of the intervals',
    }),
    chosenFinding({
      id: 'no-change-band',
      value: parameters.noChangeBand,
      unit: 'percent',
      decimals: 1,
      definition: 'Largest mean yearly change, either way, that counts as no change, as in care-trends',
    }),
    chosenFinding({
      id: 'kappa-substantial',
      value: parameters.substantial,
      unit: 'ratio',
      decimals: 1,
      definition: 'Kappa above which agreement is usually called substantial',
      method: 'Landis and Koch (1977)',
    }),
  ];
}

/** What the generator of the interviews was told. */
function planted(): FindingInput[] {
  return [
    {
      id: 'kappa-planted',
      value: PLANTED.kappa,
      unit: 'ratio',
      decimals: 1,
      method: 'Set among the parameters of the generator (scripts/synthetic/parameters.ts)',
      definition: 'Agreement beyond chance that was planted between the coders (synthetic)',
      resources: INTERVIEWS,
    },
  ];
}
