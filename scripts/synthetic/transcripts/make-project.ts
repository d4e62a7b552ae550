import {
  CONSENT_VARIABLE,
  guidOf,
  type QualCode,
  type QualNote,
  type QualProject,
  type QualSelection,
  type QualSource,
} from '../../../src/analysis.ts';
import type { CodedRange, Transcript } from './compose-transcript.ts';

/** One interview as it was made up: who, what was said, and how two coders coded it. */
export interface Interview {
  /** `Interview 07` */
  readonly name: string;
  readonly transcript: Transcript;
  readonly values: Readonly<Record<string, string | number | boolean>>;
  /** What the second coder made of it; `null` where only the first coded it. */
  readonly second: readonly CodedRange[] | null;
}

export interface ProjectPlan {
  /** From which every GUID follows. */
  readonly id: string;
  readonly name: string;
  readonly themes: readonly {
    readonly heading: string;
    readonly codes: readonly { readonly name: string }[];
  }[];
  /** Variables of the cases beside consent, with their types. */
  readonly variables: readonly {
    readonly name: string;
    readonly type: 'Text' | 'Integer' | 'Boolean';
    readonly description: string;
  }[];
  readonly coders: readonly string[];
  readonly interviews: readonly Interview[];
}

export const MADE_UP = 'Made up for Plumbline: no such conversation took place.';

/** The project with a case and a source for each interview. */
export function makeProject(plan: ProjectPlan): QualProject {
  const guid = (text: string) => guidOf(`${plan.id}/${text}`);
  const made = plan.interviews.map((interview) => makeSource(plan, interview, guid));
  return {
    name: plan.name,
    origin: 'Plumbline',
    users: plan.coders.map((name) => ({ guid: guid(`user/${name}`), name })),
    codes: makeCodes(plan, guid),
    variables: [
      ...plan.variables,
      {
        name: CONSENT_VARIABLE,
        type: 'Boolean' as const,
        description: 'Whether the participant agreed to be quoted',
      },
    ].map((variable) => ({ guid: guid(`variable/${variable.name}`), ...variable })),
    cases: plan.interviews.map(({ name, values }) => ({
      guid: guid(`case/${name}`),
      name,
      description: MADE_UP,
      values,
      codes: [],
      sources: [guid(`source/${name}`)],
      selections: [],
    })),
    sources: made.map(({ source }) => source),
    notes: made.flatMap(({ notes }) => notes),
  };
}

function makeCodes({ themes }: ProjectPlan, guid: (text: string) => string): QualCode[] {
  const code = (name: string, parent: string | null): QualCode => ({
    guid: guid(`code/${name}`),
    name,
    parent,
    isCodable: parent !== null,
    color: null,
    description: '',
    notes: [],
  });
  return themes.flatMap(({ heading, codes }) => [
    code(heading, null),
    ...codes.map(({ name }) => code(name, guid(`code/${heading}`))),
  ]);
}

function makeSource(
  plan: ProjectPlan,
  { name, transcript, second }: Interview,
  guid: (text: string) => string,
): { source: QualSource; notes: readonly QualNote[] } {
  const byPlace = new Map<
    string,
    { start: number; end: number; codings: Map<string, CodedRange & { coder: number }> }
  >();
  [transcript.ranges, second ?? []].forEach((ranges, coder) => {
    for (const range of ranges) {
      const key = `${range.start}-${range.end}`;
      const place = byPlace.get(key) ?? { start: range.start, end: range.end, codings: new Map() };
      place.codings.set(`${range.code}/${coder}`, { ...range, coder });
      byPlace.set(key, place);
    }
  });
  const selections = [...byPlace.values()]
    .sort((a, b) => a.start - b.start)
    .map(
      ({ start, end, codings }): QualSelection => ({
        guid: guid(`selection/${name}/${start}-${end}`),
        name: '',
        description: '',
        start,
        end,
        codings: [...codings.entries()].map(([key, { code, coder }]) => ({
          guid: guid(`coding/${name}/${start}-${end}/${key}`),
          code: guid(`code/${code}`),
          user: guid(`user/${plan.coders[coder] ?? ''}`),
          notes: [],
        })),
        notes: [],
      }),
    );
  const differing = second === null ? [] : differingCodes(transcript.ranges, second);
  const notes: QualNote[] =
    differing.length === 0
      ? []
      : [
          {
            guid: guid(`note/${name}`),
            name: `Coders on ${name}`,
            description: '',
            text: `The coders differ on: ${differing.join('; ')}.`,
          },
        ];
  return {
    source: {
      guid: guid(`source/${name}`),
      name,
      description: MADE_UP,
      text: transcript.text,
      selections,
      codings: [],
      values: {},
      notes: notes.map((note) => note.guid),
    },
    notes,
  };
}

/** Codes that one coder found and the other did not, in code-unit order. */
function differingCodes(first: readonly CodedRange[], second: readonly CodedRange[]): readonly string[] {
  const [ones, others] = [first, second].map((ranges) => new Set(ranges.map(({ code }) => code)));
  const all = new Set([...(ones ?? []), ...(others ?? [])]);
  return [...all].filter((code) => ones?.has(code) !== others?.has(code)).sort();
}
