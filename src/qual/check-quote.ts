import {
  ambiguousSource,
  fewAuthorities,
  noConsent,
  quoteDiffers,
  unknownProject,
  unknownSource,
} from '../messages/qual-rules.ts';
import type { Message, Place } from '../model/message.ts';
import { CONSENT_VARIABLE, type QualCase, type QualProject, type QualSource } from '../model/qual.ts';
import { isWordCharacter, nearestPassage } from './nearest-passage.ts';

/** Words that a report quotes. */
export interface Quote {
  /** The source's name in its project. */
  readonly source: string;
  readonly sourcePlace: Place;
  /** The project's resource name, where several projects have a source of that name. */
  readonly project: string | undefined;
  readonly text: string;
  readonly place: Place;
}

/**
 * Whether a quotation may stand: its source is one that the report's analyses read, its words are in the
 * transcript character for character, and everybody whose source it is agreed to be quoted. Where the project is
 * confidential, it could also be the words of somebody of enough other authorities. Line ends count as blanks on
 * both sides; `[…]` stands for what is left out.
 *
 * @param projects by resource name
 */
export function checkQuote(quote: Quote, projects: ReadonlyMap<string, QualProject>): readonly Message[] {
  const { source: name, project: wanted } = quote;
  if (wanted !== undefined && !projects.has(wanted)) {
    return [unknownProject(quote.place, wanted, [...projects.keys()])];
  }
  const candidates = [...projects].filter(([id]) => wanted === undefined || id === wanted);
  const found = candidates.flatMap(([id, project]) =>
    project.sources.filter((source) => source.name === name).map((source) => ({ id, project, source })),
  );
  const [first, ...others] = found;
  if (first === undefined) {
    const known = candidates.flatMap(([, { sources }]) => sources.map((source) => source.name));
    return [unknownSource(quote.sourcePlace, name, known)];
  }
  if (others.length > 0)
    return [
      ambiguousSource(
        quote.sourcePlace,
        name,
        found.map(({ id }) => id),
      ),
    ];
  return [
    ...checkWords(quote, first.source),
    ...checkConsent(quote, first.project, first.source),
    ...checkAuthorities(quote, first.project, first.source),
  ];
}

function checkWords({ text, place, source: name }: Quote, source: QualSource): readonly Message[] {
  const transcript = onOneLine(source.text ?? '');
  let from = 0;
  for (const part of onOneLine(text).split(/\s*\[(?:…|\.\.\.)\]\s*/)) {
    const at = findWords(transcript, part, from);
    if (at < 0) {
      const nearest = part === '' ? undefined : nearestPassage(transcript, part);
      return [quoteDiffers(place, name, part, nearest)];
    }
    from = at + part.length;
  }
  return [];
}

/** Where the words stand from `from` on, not cut out of longer words; -1 where they do not. */
function findWords(transcript: string, words: string, from: number): number {
  if (words === '') return -1;
  for (let at = transcript.indexOf(words, from); at >= 0; at = transcript.indexOf(words, at + 1)) {
    const end = at + words.length;
    const before = [...transcript.slice(Math.max(0, at - 2), at)].at(-1);
    const after = [...transcript.slice(end, end + 2)][0];
    const [first, last] = [[...words][0], [...words].at(-1)];
    const cutsBefore = isWordCharacter(before) && isWordCharacter(first);
    const cutsAfter = isWordCharacter(after) && isWordCharacter(last);
    // A mark after the end would change the last letter: "cafe" is not in "café" written apart.
    if (!cutsBefore && !cutsAfter) return at;
  }
  return -1;
}

/** A report and a transcript break their lines where they like. */
function onOneLine(text: string): string {
  return text.trim().replace(/[ \t]*(?:\r\n|\r|\n)[ \t\r\n]*/g, ' ');
}

function checkConsent(
  { place, source: name }: Quote,
  project: QualProject,
  source: QualSource,
): readonly Message[] {
  const variable = project.confidential?.consent ?? CONSENT_VARIABLE;
  const flags = casesOf(project, source).map(({ values }) => values[variable]);
  const own = source.values[variable];
  if (own !== undefined) flags.push(own);
  if (flags.length > 0 && flags.every((flag) => flag === true)) return [];
  const found =
    flags.length === 0
      ? 'is no case of the project, so nobody knows whether they agreed'
      : flags.includes(false)
        ? `has ${variable} = false`
        : `has no value of ${variable}`;
  return [noConsent(place, name, found, variable)];
}

function casesOf(project: QualProject, source: QualSource): readonly QualCase[] {
  const guids = new Set(source.selections.map(({ guid }) => guid));
  return project.cases.filter(
    ({ sources, selections }) => sources.includes(source.guid) || selections.some((guid) => guids.has(guid)),
  );
}

/** Authorities of those who agreed to be quoted and of whom a report says the same: enough not to know which. */
function checkAuthorities(
  { place, source: name }: Quote,
  project: QualProject,
  source: QualSource,
): readonly Message[] {
  if (project.confidential === undefined) return [];
  const { consent, authorities } = project.confidential;
  const { variable, within, least } = authorities;
  return casesOf(project, source).flatMap((own) => {
    const group = within === undefined ? undefined : own.values[within];
    const others = project.cases.filter(
      ({ values }) => values[consent] === true && (within === undefined || values[within] === group),
    );
    const known = new Set(
      others.map(({ guid, values }) => (variable === undefined ? guid : values[variable])),
    );
    known.delete(undefined);
    if (known.size >= least) return [];
    const told = within === undefined ? 'the project' : `"${within}"`;
    return [fewAuthorities(place, name, told, least)];
  });
}
