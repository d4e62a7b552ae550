import {
  type AnalysisResult,
  averagedSaturation,
  chosenFinding,
  codeCaseMatrix,
  type FindingInput,
  saturationCurve,
  type TableInput,
} from '../../src/analysis.ts';
import { type Context, INTERVIEWS, MADE_UP } from './part.ts';

/** New codes interview by interview, in their order and averaged over random orders. */
export function judgeSaturation({ projects, parameters }: Context): AnalysisResult {
  const project = projects[INTERVIEWS];
  if (project === undefined) throw new Error(`${INTERVIEWS} was not loaded`);
  const matrix = codeCaseMatrix(project);
  const order = project.cases.toSorted((a, b) => Number(a.values.order) - Number(b.values.order));
  const held = saturationCurve(
    matrix,
    order.map(({ guid }) => guid),
  );
  const averaged = averagedSaturation(matrix, parameters.seed, parameters.permutations);
  const last = held.findLast(({ newCodes }) => newCodes > 0)?.position ?? 0;
  const total = held.at(-1)?.codesSoFar ?? 0;
  const enough = averaged.find(({ codesSoFar }) => codesSoFar >= parameters.enough * total)?.position ?? 0;
  const count = (id: string, value: number, method: string, definition: string): FindingInput => ({
    id,
    value,
    unit: 'count',
    decimals: 0,
    n: held.length,
    method,
    definition,
    resources: [INTERVIEWS],
  });
  const random = `Mean over ${parameters.permutations} random orders of the interviews, seed “${parameters.seed}”`;
  return {
    findings: [
      count(
        'saturation-last-new',
        last,
        'Interviews in the order in which they were held',
        'The last interview that brought a new code',
      ),
      count(
        'saturation-enough',
        enough,
        random,
        `Interviews after which ${100 * parameters.enough}% of all codes found have been heard`,
      ),
      chosenFinding({
        id: 'saturation-share',
        value: 100 * parameters.enough,
        unit: 'percent',
        definition: 'Share of all codes found after which little more is expected of another interview',
      }),
      chosenFinding({
        id: 'random-orders-shown',
        value: 100 - 2 * TAIL,
        unit: 'percent',
        definition: 'Share of the random orders, in the middle, whose range is shown',
      }),
      count(
        'random-orders',
        parameters.permutations,
        'Set by the analysis',
        'Random orders of the interviews',
      ),
    ],
    claims: [
      {
        id: 'saturated',
        statement: 'No new code came up in the second half of the interviews.',
        holds: last <= held.length / 2,
        evidence: ['saturation-last-new', 'participants'],
      },
    ],
    tables: [
      saturationTable(
        held.map(({ position, newCodes, codesSoFar }) => ({ position, newCodes, codesSoFar })),
        averaged,
        parameters.permutations,
      ),
    ],
  };
}

/** Percent of the random orders beneath the range that is shown, and as many above it; see `averagedSaturation`. */
const TAIL = 2.5;

type Step = { readonly position: number; readonly newCodes: number; readonly codesSoFar: number };

function saturationTable(
  held: readonly Step[],
  averaged: readonly (Step & { readonly low: number; readonly high: number })[],
  permutations: number,
): TableInput {
  return {
    name: 'saturation',
    title: 'Codes heard so far, interview by interview',
    key: ['position'],
    fields: [
      { name: 'position', type: 'integer', title: 'Interview', decimals: 0 },
      { name: 'new_codes', type: 'integer', title: 'New codes', decimals: 0 },
      { name: 'codes', type: 'integer', title: 'Codes so far', decimals: 0 },
      { name: 'average', type: 'number', title: 'Average of random orders', decimals: 1 },
      { name: 'low', type: 'integer', title: `Lowest ${TAIL}%`, decimals: 0 },
      { name: 'high', type: 'integer', title: `Highest ${TAIL}%`, decimals: 0 },
    ],
    rows: held.map(({ position, newCodes, codesSoFar }, index) => ({
      position,
      new_codes: newCodes,
      codes: codesSoFar,
      average: averaged[index]?.codesSoFar ?? null,
      low: averaged[index]?.low ?? null,
      high: averaged[index]?.high ?? null,
    })),
    notes: [
      `New codes and codes so far in the order in which the interviews were held; the average and its range over ${permutations} random orders.`,
    ],
    source: MADE_UP,
    resources: [INTERVIEWS],
  };
}
