import { type ClaimInput, isAbove, isBelow, numberIn } from '../../src/analysis.ts';
import type { FactorResults } from './factor-results.ts';
import { effectOf, FACTOR_IDS, modelWith } from './fit-models.ts';

/**
 * What the data say of each factor, decided by one rule for all: a factor counts as
 * associated where its interval leaves zero out in the direction that was published. These claims choose the
 * wording of the release.
 */
export function factorClaims({ alone, models, known }: FactorResults): ClaimInput[] {
  const main = modelWith(models, 'main');
  const effect = (model: string, factor: 'low-income' | 'ofsted' | 'innovation') =>
    effectOf(modelWith(models, model), factor);
  const claim = (id: string, statement: string, holds: boolean, ...evidence: string[]): ClaimInput => ({
    id,
    statement,
    holds,
    evidence,
  });
  const sizes = FACTOR_IDS.map((id) => Math.abs(effectOf(main, id).estimate));
  return [
    claim(
      'low-income-associated',
      'Where low income fell further, care rates fell further or rose less.',
      isAbove(alone.lowIncome),
      'rank-low-income',
    ),
    claim(
      'low-income-holds-jointly',
      'The link with low income remains when the other two factors are held constant.',
      isAbove(effect('main', 'low-income')),
      'effect-low-income',
    ),
    claim(
      'only-low-income-holds-jointly',
      'With all factors together, the interval of low income alone leaves zero out.',
      isAbove(effect('main', 'low-income')) &&
        !isAbove(effect('main', 'ofsted')) &&
        !isBelow(effect('main', 'innovation')),
      ...FACTOR_IDS.map((id) => `effect-${id}`),
    ),
    claim(
      'low-income-holds-within-regions',
      'The link with low income remains when authorities are compared within their regions.',
      isAbove(effect('within-regions', 'low-income')),
      'effect-low-income-within-regions',
    ),
    claim(
      'low-income-holds-outside-london',
      'The link with low income can be seen without London.',
      isAbove(alone.lowIncomeOutsideLondon),
      'rank-low-income-outside-london',
    ),
    claim(
      'low-income-strongest',
      'Of the factors, the change in low income has the largest standardised coefficient.',
      Math.abs(effect('main', 'low-income').estimate) === Math.max(...sizes),
      ...FACTOR_IDS.map((id) => `effect-${id}`),
    ),
    claim(
      'low-income-fell-everywhere',
      'The share of children in low-income families fell in every authority.',
      numberIn(known, 'low_income_fell') === numberIn(known, 'authorities'),
      'low-income-fell',
      'authorities-total',
    ),
    claim(
      'ofsted-associated',
      'Where the Ofsted grade was better, care rates fell further or rose less.',
      isAbove(alone.ofsted),
      'rank-ofsted',
    ),
    claim(
      'ofsted-holds-jointly',
      'The link with the Ofsted grade remains when the other two factors are held constant.',
      isAbove(effect('main', 'ofsted')),
      'effect-ofsted',
    ),
    claim(
      'ofsted-holds-single',
      'The link with the Ofsted grade can be seen among authorities with a single inspection.',
      isAbove(alone.ofstedSingle),
      'rank-ofsted-single',
    ),
    claim(
      'innovation-associated',
      'Care rates fell further or rose less in authorities named in the Innovation Programme.',
      isBelow(alone.innovation),
      'difference-innovation',
    ),
    claim(
      'innovation-holds-jointly',
      'The link with the Innovation Programme remains when the other two factors are held constant.',
      isBelow(effect('main', 'innovation')),
      'effect-innovation',
    ),
  ];
}
