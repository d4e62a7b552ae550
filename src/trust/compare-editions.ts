import type { Edition } from './edition.ts';
import { listClaimChanges, listFigureChanges } from './list-figure-changes.ts';
import type { ClaimChange, FigureChange, ParagraphChange } from './lock-check.ts';
import { type PageChart, type PageContent, readPage, type TextBlock } from './read-page.ts';
import { alignTexts, likeness, type WordRun, wordDifference } from './word-difference.ts';

/** What changed between two editions of a report. */
export interface EditionChanges {
  readonly report: string;
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly figures: readonly FigureChange[];
  readonly claims: readonly ClaimChange[];
  /** `null` where one of the two has no page. */
  readonly wording: readonly WordingChange[] | null;
  readonly charts: readonly ChartChange[];
  /** Paragraphs of the present report that a person has to read; `null` where it was never approved. */
  readonly toRead: readonly ParagraphChange[] | null;
  /** How many figures, claims and charts there are now, changed or not. */
  readonly totals: { readonly figures: number; readonly claims: number; readonly charts: number };
  /** Style sheets of the page, so that the report looks like it. */
  readonly styles: string;
}

export interface WordingChange {
  /** `figures` where the author's words are the same. */
  readonly kind: 'figures' | 'words' | 'new' | 'gone';
  readonly runs: readonly WordRun[];
}

export interface ChartChange {
  readonly id: string;
  readonly before: PageChart | undefined;
  readonly after: PageChart | undefined;
}

/** Words that two blocks must share, at least, to be shown as one that was edited. */
const ALIKE = 0.4;

/** Compares two editions: figures and claims exactly, the page by its blocks of text, charts by their drawings. */
export function compareEditions(before: Edition, after: Edition): EditionChanges {
  const [was, is] = [before, after].map(({ html }) => (html === null ? undefined : readPage(html)));
  const { snapshot } = after;
  return {
    report: snapshot.report,
    title: (is ?? was)?.title ?? snapshot.report,
    before: before.label,
    after: after.label,
    figures: listFigureChanges(before.snapshot, snapshot),
    claims: listClaimChanges(before.snapshot, snapshot),
    wording: was === undefined || is === undefined ? null : compareWording(was, is),
    charts: was === undefined || is === undefined ? [] : compareCharts(was.charts, is.charts),
    toRead: after.paragraphs,
    totals: {
      figures: Object.keys(snapshot.findings).length,
      claims: Object.keys(snapshot.claims).length,
      charts: is?.charts.length ?? 0,
    },
    styles: (is ?? was)?.styles ?? '',
  };
}

function compareWording(was: PageContent, is: PageContent): readonly WordingChange[] {
  const [before, after] = [was, is].map(({ blocks }) => blocks.map(({ text }) => text));
  const wordsOf = new Map([...was.blocks, ...is.blocks].map(({ text, words }) => [text, words]));
  const changes: WordingChange[] = [];
  const runs = alignTexts(before ?? [], after ?? []);
  for (const [index, { kind, texts }] of runs.entries()) {
    if (kind === 'same') continue;
    const next = runs[index + 1];
    if (kind === 'gone' && next?.kind === 'new') changes.push(...pairBlocks(texts, next.texts, wordsOf));
    else if (kind === 'gone' || runs[index - 1]?.kind !== 'gone') {
      changes.push(...texts.map((text): WordingChange => ({ kind, runs: [{ kind, text }] })));
    }
  }
  return changes;
}

/** In the order of the new text; what has no like is new, what is left over gone. */
function pairBlocks(
  gone: readonly string[],
  come: readonly string[],
  wordsOf: ReadonlyMap<string, TextBlock['words']>,
): WordingChange[] {
  const left = [...gone];
  const changes = come.map((text): WordingChange => {
    const alike = left.map((one) => likeness(one, text));
    const most = Math.max(0, ...alike);
    const [taken] = most < ALIKE ? [] : left.splice(alike.indexOf(most), 1);
    if (taken === undefined) return { kind: 'new', runs: [{ kind: 'new', text }] };
    const isSame = wordsOf.get(taken) === wordsOf.get(text);
    return { kind: isSame ? 'figures' : 'words', runs: wordDifference(taken, text) };
  });
  return [
    ...changes,
    ...left.map((text): WordingChange => ({ kind: 'gone', runs: [{ kind: 'gone', text }] })),
  ];
}

function compareCharts(was: readonly PageChart[], is: readonly PageChart[]): readonly ChartChange[] {
  const ids = [...new Set([...is, ...was].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const [before, after] = [was, is].map((charts) => charts.find((chart) => chart.id === id));
    return before?.svg === after?.svg && before?.title === after?.title ? [] : [{ id, before, after }];
  });
}
