import type { FindingInput } from '../../src/analysis.ts';
import { numberOf } from '../care-trends/read-values.ts';
import type { Context, Part } from './part.ts';

/** How likely ten interviews a group, as in the study, and forty are to tell two groups apart. No data are in it. */
export async function weighDesign({ r }: Context): Promise<Part> {
  const themes = 17;
  const power = async (size: number, p1: number, p2: number, alpha: number) =>
    100 * numberOf({ power: await r.call('fisher_power', { n1: size, n2: size, p1, p2, alpha }) }, 'power');
  const cases = [
    ['power-large-alone', 10, 0.8, 0.4, 1],
    ['power-large', 10, 0.8, 0.4, themes],
    ['power-huge', 10, 0.9, 0.1, themes],
    ['power-more-people', 40, 0.8, 0.4, themes],
  ] as const;
  const findings: FindingInput[] = [];
  for (const [id, size, p1, p2, tested] of cases) {
    findings.push({
      id,
      value: await power(size, p1, p2, 0.05 / tested),
      unit: 'percent',
      decimals: 0,
      method: `Power of Fisher’s exact test, two-sided, at 0.05${tested > 1 ? ` over ${tested} themes` : ''}, all pairs of counts enumerated`,
      definition: `Chance of telling apart two groups of ${size} of which ${100 * p1}% and ${100 * p2}% speak of a theme`,
      resources: [],
    });
  }
  return { findings, claims: [], tables: [] };
}
