import {
  type AnalysisResult,
  codeCoOccurrence,
  type FindingInput,
  type QualCode,
  type TableInput,
} from '../../src/analysis.ts';
import { type Context, INTERVIEWS, MADE_UP } from './part.ts';

interface Pair {
  readonly first: QualCode;
  readonly second: QualCode;
  /** Places in the codebook, from 1; the first is the smaller. */
  readonly places: readonly [number, number];
  /** Interviews that hold both, and either. */
  readonly together: number;
  readonly either: number;
}

/** Which codes stand in the same interviews. */
export function relateCodes({ projects }: Context): AnalysisResult {
  const project = projects[INTERVIEWS];
  if (project === undefined) throw new Error(`${INTERVIEWS} was not loaded`);
  const { codes, counts } = codeCoOccurrence(project, 'source');
  const count = (i: number, j: number) => counts[i]?.[j] ?? 0;
  const pairs = codes.flatMap((first, i) =>
    codes.slice(i + 1).map((second, offset): Pair => {
      const j = i + 1 + offset;
      const together = count(i, j);
      return {
        first,
        second,
        places: [i + 1, j + 1],
        together,
        either: count(i, i) + count(j, j) - together,
      };
    }),
  );
  const closest = pairs
    .filter(({ first, second }) => first.parent !== second.parent)
    .toSorted((a, b) => jaccard(b) - jaccard(a))[0];
  if (closest === undefined) throw new Error('no two codes of different streams');
  return {
    findings: closestFindings(closest),
    claims: [],
    tables: [coOccurrenceTable(pairs)],
  };
}

function jaccard({ together, either }: Pair): number {
  return either === 0 ? 0 : together / either;
}

function closestFindings(pair: Pair): FindingInput[] {
  const method =
    'Interviews that hold both codes over interviews that hold either (Jaccard), greatest among pairs of different streams; the first in the codebook among equals';
  const name = (id: string, value: string, which: string): FindingInput => ({
    id,
    value,
    unit: 'text',
    decimals: 0,
    method,
    definition: `The ${which} of the pair of codes of different streams that share most interviews`,
    resources: [INTERVIEWS],
  });
  return [
    name('closest-first', pair.first.name, 'first'),
    name('closest-second', pair.second.name, 'second'),
    {
      id: 'closest-together',
      value: pair.together,
      unit: 'count',
      decimals: 0,
      n: pair.either,
      method,
      definition: 'Interviews that hold both of them',
      resources: [INTERVIEWS],
    },
    {
      id: 'closest-either',
      value: pair.either,
      unit: 'count',
      decimals: 0,
      method,
      definition: 'Interviews that hold at least one of them',
      resources: [INTERVIEWS],
    },
  ];
}

function coOccurrenceTable(pairs: readonly Pair[]): TableInput {
  return {
    name: 'co-occurrence',
    title: 'Codes that stand in the same interviews',
    key: ['first_place', 'second_place'],
    fields: [
      { name: 'first_place', type: 'integer', title: 'First place', hidden: true },
      { name: 'second_place', type: 'integer', title: 'Second place', hidden: true },
      { name: 'first', type: 'string', title: 'Code' },
      { name: 'second', type: 'string', title: 'Other code' },
      { name: 'label', type: 'string', title: 'Label', hidden: true },
      { name: 'together', type: 'integer', title: 'Interviews with both', decimals: 0 },
      { name: 'jaccard', type: 'number', title: 'Of those with either', unit: 'percent', decimals: 0 },
    ],
    rows: pairs.map((pair) => ({
      first_place: pair.places[0],
      second_place: pair.places[1],
      first: pair.first.name,
      second: pair.second.name,
      label: `${pair.places[1]} ${pair.second.name}`,
      together: pair.together,
      jaccard: 100 * jaccard(pair),
    })),
    source: MADE_UP,
    resources: [INTERVIEWS],
  };
}
