import type { FindingInput, StageCount, Transition } from '../../src/analysis.ts';
import { asPrinted } from './as-printed.ts';
import { cameTo, REFERRAL_RESOURCES, STAGES } from './child-terms.ts';

/** `Section 47 enquiry` → `section-47-enquiry` */
export const idOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-');

/** How many reached each stage, and the share that went on to it from the one before. */
export function flowFindings(
  stages: readonly StageCount[],
  transitions: readonly Transition[],
): FindingInput[] {
  const common = { resources: REFERRAL_RESOURCES } as const;
  return STAGES.flatMap(({ name, plural }, index): FindingInput[] => {
    const stage = stages.find((one) => one.stage === name);
    const before = STAGES[index - 1];
    const step = transitions.find(({ from, to }) => from === before?.name && to === name);
    if (stage === undefined) throw new Error(`no stage ${name}`);
    const count: FindingInput = {
      ...common,
      id: `reached-${idOf(name)}`,
      value: stage.count,
      unit: 'count',
      decimals: 0,
      disclosure: { count: { of: cameTo(name) } },
      method: 'A count of made-up records',
      definition: `Made-up ${plural} that followed a referral of April 2015 to March 2018`,
    };
    if (before === undefined || step === undefined) return [count];
    return [
      count,
      {
        ...common,
        id: `conversion-${idOf(name)}`,
        value: asPrinted(100 * step.share, 0),
        unit: 'percent',
        decimals: 0,
        n: step.reached,
        interval: {
          low: asPrinted(100 * step.interval.low, 0),
          high: asPrinted(100 * step.interval.high, 0),
          level: step.interval.level,
        },
        disclosure: {
          count: { of: cameTo(before.name), at: { to: name }, number: step.count },
          outOf: { of: cameTo(before.name) },
        },
        method: 'Of those who reached the stage before, those for whom this came next; Wilson’s interval',
        definition: `Share of made-up ${before.plural} that were followed by: ${name.toLowerCase()}`,
      },
      ...(index < STAGES.length - 2
        ? []
        : [
            {
              ...common,
              id: `share-of-referrals-${idOf(name)}`,
              value: asPrinted(100 * stage.share, 1),
              unit: 'percent' as const,
              decimals: 1,
              n: Math.round(stage.count / stage.share),
              interval: {
                low: asPrinted(100 * stage.interval.low, 1),
                high: asPrinted(100 * stage.interval.high, 1),
                level: stage.interval.level,
              },
              disclosure: {
                count: { of: cameTo(name), number: stage.count },
                outOf: { of: cameTo('Referral') },
              },
              method: 'Of all referrals, those that reached the stage; Wilson’s interval',
              definition: `Share of made-up referrals that came to: ${name.toLowerCase()}`,
            },
          ]),
    ];
  });
}
